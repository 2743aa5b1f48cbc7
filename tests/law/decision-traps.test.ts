import { describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { deadline, getRule, getTerm, RULES, type RuleId } from '../../src/law/index.ts';

const KINDS = ['decision', 'decision-catalogue-item', 'public-comment', 'legality-review'];
const rulesOfDecisions = KINDS.flatMap((code) =>
  Object.values(REGISTER.kind(code).steps).flatMap((step) => step.rules ?? []),
);

describe('常见误编码：重大行政决策', () => {
  it('11：条例对乡镇是参照，每一条都只提醒；直接约束乡镇的人大决定权除外', () => {
    const model = (Object.keys(RULES) as RuleId[]).filter((id) => id.startsWith('JC-'));
    expect(model.filter((id) => getRule(id).hard)).toEqual(['JC-19']);
    expect(getRule('JC-19').binding).toEqual(['直']);
    const stopping = rulesOfDecisions.filter(({ rule }) => rule.hard).map(({ rule }) => rule.id);
    expect([...new Set(stopping)].toSorted()).toEqual(['GF-14', 'GK-05', 'JC-19', 'SJA-03']);
  });

  it('11：征求意见一般不少于三十日，没有七日的底线', () => {
    expect(getTerm('JC-05')).toMatchObject({ count: 30, unit: 'day', minimum: true, binding: ['参'] });
    const commenting = REGISTER.kind('decision').terms!.find(({ rule }) => rule === 'JC-05')!;
    const shortened = { shortened: '汛期将至', draftPublishedOn: '2026-03-10', studiedOn: '2026-03-11' };
    const matter = { id: '', state: 'consulting', occurredOn: '2026-03-10', values: shortened };
    expect(commenting.where!(matter as never)).toBe(false);
  });

  it('12：决策审查不少于七个工作日，文件审核五至十五个工作日，处罚法制审核没有天数', () => {
    expect(getTerm('JC-10')).toMatchObject({ count: 7, unit: 'workday', minimum: true });
    expect(getTerm('GF-09.minimum')).toMatchObject({ count: 5, unit: 'workday', minimum: true });
    expect(getTerm('GF-09')).toMatchObject({ count: 15, unit: 'workday' });
    const terms = (code: string) => REGISTER.kind(code).terms!.map(({ rule }) => rule);
    expect(terms('legality-review')).toEqual(
      expect.arrayContaining(['JC-10', 'GF-09', 'GF-09.minimum', 'GF-16.contract']),
    );
    expect(terms('penalty-case').filter((rule) => rule.startsWith('CF-37'))).toEqual([]);
  });

  it('15：地方组织法第七十五条只约束县级以上政府，不编进乡镇的环节', () => {
    expect(getRule('GF-01').hard).toBe(false);
    const everywhere = REGISTER.kinds.flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => (step.rules ?? []).map(({ rule }) => rule.id)),
    );
    expect(everywhere).not.toContain('GF-01');
  });

  it('E23：3月10日公布草案，意见至少征求到4月9日；4月10日送审，最早4月21日审完', () => {
    expect(deadline('JC-05', '2026-03-10').due).toBe('2026-04-09');
    expect(deadline('JC-10', '2026-04-10').due).toBe('2026-04-21');
  });
});
