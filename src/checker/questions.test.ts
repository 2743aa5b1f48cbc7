import { describe, expect, it } from 'vitest';
import { check } from './index.ts';

const asked = (text: string): unknown[] =>
  check(text).findings.map(({ type, grade, spans }) => [type, grade, spans[0]?.text]);

describe('what is only asked', () => {
  it.each([
    ['70余次活动只有几百人', '开展各类宣传70余次,受教育群众500余人次。', 'odd-ratio', '500余人次'],
    ['each person got nine sheets', '累计发放宣传资料9000份,覆盖1000人次。', 'odd-ratio', '9000份'],
    ['two words of approximation', '走访群众近300余人。', 'stacked-approximation', '近300余人'],
    ['two words apart', '受教育群众约达到600余人次。', 'stacked-approximation', '600余人次'],
    [
      'a rule as result',
      '班子成员每年集中学法不少于4次,作风明显改善。',
      'norm-as-result',
      '每年集中学法不少于4次',
    ],
    ['a mobile number', '联系人电话13800000000,欢迎来电。', 'personal-data', '13800000000'],
    ['an identity number', '当事人身份证号110101199001010017。', 'personal-data', '110101199001010017'],
    ['a name with an illness', '持证人员中,张某某因病不能参加执法。', 'personal-data', '张某某因病'],
  ])('%s', (_why, text, type, span) => {
    expect(asked(text)).toEqual([[type, 'confirm', span]]);
  });

  it('is a passage that stands twice', () => {
    const passage =
      '聘请律师担任常年法律顾问,为重大决策、合同签订和矛盾化解提供全程法律服务,充分发挥参谋助手作用。';
    const text = `一是完善制度。${passage}二是规范执法。\n(四)提高水平。${passage}`;
    expect(check(text).findings.map(({ type, grade }) => [type, grade])).toEqual([
      ['repeated-passage', 'confirm'],
    ]);
  });

  it("is another unit's name, and 我镇 in the report of a 乡", () => {
    const own = '河湾乡坚持依法行政。我乡健全机制。河湾乡人民政府落实责任。全乡形成合力。';
    expect(asked(own)).toEqual([]);
    expect(asked(`${own}石滩镇党委高度重视。`)).toEqual([['other-unit', 'confirm', '石滩镇']]);
    expect(asked(`${own}我镇积极推进。`)).toEqual([['other-unit', 'confirm', '我镇']]);
    expect(asked(`${own}某某县河湾乡人民政府积极作为。`)).toEqual([]);
  });

  it.each([
    '开展宣传30场次,受教育群众1500余人次,发放资料3000余份。',
    '建立学法制度,要求班子成员每年学法不少于4次。',
    '走访群众约300人,接待近50人。',
    '贯彻落实党的决策部署,坚持以人民为中心。',
    '咨询电话0851-12345678。',
    '张三丰纪念馆接待群众300人。',
  ])('is not %s', (text) => {
    expect(check(text).findings).toEqual([]);
  });
});
