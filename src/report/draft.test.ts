import { describe, expect, it } from 'vitest';
import { check, readFigures } from '../checker/index.ts';
import { day } from '../kernel/index.ts';
import { draftReport, type DraftInput } from './draft.ts';
import { someFigures, someInput } from './draft.fixture.ts';
import type { Draft, Run } from './model.ts';
import { plainText } from './text.ts';

function runsOf(draft: Draft): Run[] {
  const parts = draft.parts.flatMap((part) => [part, ...part.sections]);
  return [draft.opening, ...parts.flatMap((part) => part.paragraphs)].flatMap(({ runs }) => runs);
}

function textOf(changed: Partial<DraftInput> = {}): string {
  return plainText(draftReport(someInput(changed)));
}

/** Every figure zero, every ratio without denominator, save those given. */
function nearlyNothing(given: Readonly<Record<string, number>> = {}) {
  const zero = someFigures().map(({ code, measure }) => [code, measure === 'ratio' ? null : 0] as const);
  return someFigures({ ...Object.fromEntries(zero), ...given });
}

describe('a full year', () => {
  const draft = draftReport(someInput());
  const text = plainText(draft);

  it('has the four parts and the nine chapters, numbered', () => {
    expect(draft.parts.map(({ heading }) => heading)).toEqual([
      '一、2024年度推进法治政府建设的主要举措和成效',
      '二、2024年度推进法治政府建设存在的不足和原因',
      '三、党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况',
      '四、2025年推进法治政府建设的主要安排',
    ]);
    const sections = draft.parts[0]?.sections ?? [];
    expect(sections).toHaveLength(9);
    expect(sections.at(-1)?.heading).toBe('（九）法治政府建设组织保障');
    expect(draft.gaps).toEqual([]);
  });

  it('prints every figure that is not zero, and the stated zero in words', () => {
    const printed = new Set(runsOf(draft).flatMap((run) => (run.kind === 'figure' ? [run.code] : [])));
    const expected = someFigures().filter(({ value }) => value !== 0);
    expect(expected.filter(({ code }) => !printed.has(code))).toEqual([]);
    expect(text).toContain('全年未制定行政规范性文件');
    expect(text).toContain('学法考试参与率100%、合格率100%、优秀率100%');
    expect(text).toContain('现行权责清单列明事项82项，其中行政许可4项');
  });

  it('is read by the checker: every number is a figure of ours, and nothing contradicts itself', () => {
    const written = runsOf(draft).flatMap((run) => (run.kind === 'figure' ? [run.text] : []));
    expect(readFigures(text).map((figure) => figure.text)).toEqual(written.filter((each) => /\d/.test(each)));
    expect(check(text).findings.filter(({ grade }) => grade !== 'confirm')).toEqual([]);
  });

  it('uses the guiding phrase of its day', () => {
    expect(text).toContain('党的二十大和二十届二中、三中全会精神');
    expect(textOf({ phrasesOn: day('2024-02-01') })).toContain('党的二十大和二十届二中全会精神');
    expect(textOf({ phrasesOn: day('2030-02-01') })).not.toContain('党的二十大');
  });

  it('changes only what a changed figure gives', () => {
    const other = draftReport(someInput({ figures: someFigures({ 'disputes.settled': 179 }) }));
    const [before, after] = [runsOf(draft), runsOf(other)];
    expect(after).toHaveLength(before.length);
    const changed = before.flatMap((run, index) =>
      JSON.stringify(run) === JSON.stringify(after[index])
        ? []
        : [run.kind === 'figure' ? run.code : run.text],
    );
    expect(changed).toEqual(['disputes.settled']);
  });
});

describe('a thin year', () => {
  it('leaves out what did not happen and counts nothing as zero', () => {
    const text = textOf({
      figures: nearlyNothing({ 'study.lectures': 1, 'legal-station.consultations': 2 }),
      shortcomings: [],
      plans: [],
    });
    expect(text).not.toMatch(/(?<!\d)0[^\d月日年]|零|undefined|null|[，、]。|，，|。。|[{}]/);
    expect(text).toContain('公共法律服务工作站全年接待群众法律咨询2人次。');
    expect(text).toContain('（三）严格规范公正文明执法\n规范行政执法行为。全年未作出行政处罚决定。');
    expect(text).toContain('（四）依法有效化解社会矛盾\n抓实干部学法。全年举办法治专题讲座1场。');
    expect(text).not.toContain('突发事件');
  });

  it('states no zero where nothing of the year was recorded, whatever still stands from before', () => {
    const stocks = { 'power-items.total': 82, 'service-windows': 6, 'villages.with-counsel': 11 };
    for (const figures of [nearlyNothing(), nearlyNothing(stocks)]) {
      const draft = draftReport(someInput({ figures, shortcomings: [], plans: [] }));
      expect(plainText(draft)).not.toMatch(/未制定|未作出/);
      expect(draft.statedZeros).toEqual([]);
    }
  });

  it('lists every stated zero, so that the clerk makes sure that nothing was forgotten', () => {
    const plans = [{ text: '今年规范性文件{normative-documents.issued}，明年继续' }];
    const draft = draftReport(
      someInput({ figures: nearlyNothing({ 'study.lectures': 1 }), shortcomings: [], plans }),
    );
    expect(draft.statedZeros.map(({ code, text }) => [code, text])).toEqual([
      ['decisions.made', '全年未作出重大行政决策'],
      ['normative-documents.issued', '全年未制定行政规范性文件'],
      ['penalty-cases', '全年未作出行政处罚决定'],
      ['normative-documents.issued', '今年规范性文件0件'],
    ]);
  });

  it('says the silent parts in one sentence and names them to the clerk', () => {
    const draft = draftReport(someInput({ figures: [], shortcomings: [], plans: [] }));
    const said = draft.parts.map(({ paragraphs }) => paragraphs.map(({ runs }) => runs));
    expect(said.every((paragraphs) => paragraphs.length === 1)).toBe(true);
    expect(draft.gaps).toHaveLength(4);
    expect(plainText(draft)).toContain('2025年的工作安排尚未登记。');
  });

  it('leaves out a ratio without denominator', () => {
    const figures = someFigures({ 'online-exam.pass-rate': null, 'online-exam.excellent-rate': 98.4 });
    expect(textOf({ figures })).toContain('学法考试参与率100%、优秀率98.4%。');
  });

  it('does not speak of a whole year while it runs', () => {
    const text = textOf({ span: { from: day('2024-01-01'), to: day('2024-06-30') } });
    expect(text).toContain('年内排查受理矛盾纠纷181起');
    expect(text).not.toMatch(/全年|年末|目前，现行/);
    expect(text).toContain('现行权责清单列明事项82项');
  });

  it('names the clerk what was counted and is written nowhere', () => {
    const [first] = someFigures();
    const figures = [
      ...someFigures(),
      { ...first!, code: 'new-figure', name: '新指标', value: 3, unit: '次' },
    ];
    expect(draftReport(someInput({ figures })).gaps).toEqual(['“新指标”（3次）没有写进报告。']);
  });
});

describe('typed text', () => {
  const typed = (text: string) => draftReport(someInput({ plans: [{ text }] }));

  it('binds a code and marks a free number as unproven', () => {
    const draft = typed('在化解{disputes.settled}的基础上，培训法律明白人30名，满意率达到98%以上');
    expect(draft.unproven.map(({ text }) => text)).toEqual(['30名', '98%以上']);
    expect(draft.unproven[0]?.where).toBe('四、2025年推进法治政府建设的主要安排');
    const runs = draft.parts.at(-1)?.paragraphs[0]?.runs ?? [];
    expect(runs.find((run) => run.kind === 'figure')).toMatchObject({
      code: 'disputes.settled',
      text: '180起',
    });
    expect(plainText(draft)).toContain('在化解180起的基础上，培训法律明白人30名〔未佐证〕');
  });

  it('keeps a zero that the clerk asks for, and marks a misspelt code', () => {
    const draft = typed('规范性文件{normative-documents.issued}、讲座{study.lecture}');
    expect(plainText(draft)).toContain('规范性文件0件、讲座{study.lecture}〔未佐证〕。');
    expect(draft.unproven.map(({ text }) => text)).toEqual(['{study.lecture}']);
  });

  it('does not take years, ordinals and set phrases for numbers', () => {
    expect(typed('2025年6月底前完成第一批清单，落实“三项制度”').unproven).toEqual([]);
  });

  it('writes problem and cause as two whole sentences', () => {
    const text = textOf({ shortcomings: [{ text: '人手不足；', cause: '主要是由于编制少。' }] });
    expect(text).toContain('\n人手不足。主要原因是编制少。\n');
  });

  it('lists a figure that rests on a bare declaration as unproven', () => {
    const draft = draftReport(someInput({ figures: someFigures({}, 'none') }));
    expect(draft.unproven.length).toBeGreaterThanOrEqual(60);
    expect(draft.unproven[0]).toMatchObject({ code: 'power-items.total', text: '82项' });
  });
});

it.each([
  ['柳河镇', '柳河镇人民政府'],
  ['柳河苗族彝族乡（演示）', '柳河苗族彝族乡人民政府（演示）'],
  ['柳河乡(演示)', '柳河乡人民政府(演示)'],
  ['柳河镇人民政府', '柳河镇人民政府'],
  ['柳河街道办事处', '柳河街道办事处'],
])('%s signs as %s and keeps its name in the title', (name, signed) => {
  const lines = textOf({ organisation: { code: '520581203000', name, demo: false } }).split('\n');
  expect(lines).toContain(signed);
  expect(lines[0]).toBe(`${name}2024年度法治政府建设工作情况报告`);
});

it.each([
  ['柳河镇', '全镇有人民调解委员会'],
  ['柳河街道办事处', '街道级应急物资库'],
  ['柳河乡(演示)', '为乡、村两级'],
])('speaks of %s as what it is', (name, words) => {
  expect(textOf({ organisation: { code: '520581203000', name, demo: false } })).toContain(words);
});
