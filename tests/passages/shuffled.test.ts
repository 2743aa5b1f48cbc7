import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, type Finding } from '../../src/checker/index.ts';
import { readPassages } from './passage.ts';
import { reports, write } from './ledger.ts';

const FULL_WIDTH = /[0-9%(),:;]/g;

function widened(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** What was found, by type, grade and place. */
function places(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ type, grade, spans }) => `${type} ${grade} ${spans.map((s) => `${s.start}-${s.end}`).join()}`,
  );
}

const NAME =
  /^(?:[一二三四五六七八九十][、.是]|[(][^)]*[)]|20\d\d年(?:度)?[,\uff0c]?)*([\u4e00-\u9fff]{2,5})(?:镇|乡|街道)/;
const OTHERS = ['青云', '望江', '古榆', '柏林沟'];

describe.each(readPassages('tuned').map((passage) => [passage.id, passage.text] as const))(
  'passage %s',
  (_id, text) => {
    it('says the same in full-width digits and signs', () => {
      const [narrow, wide] = [check(text), check(widened(text))];
      expect(wide.figures.map(({ start, end, value, low, high }) => [start, end, value, low, high])).toEqual(
        narrow.figures.map(({ start, end, value, low, high }) => [start, end, value, low, high]),
      );
      expect(places(wide.findings)).toEqual(places(narrow.findings));
    });

    it('says the same of another township', () => {
      const name = NAME.exec(text)?.[1];
      const other = OTHERS.find((each) => each.length === name?.length);
      if (name === undefined || other === undefined) return;
      const [own, moved] = [check(text), check(text.replaceAll(name, other))];
      expect(places(moved.findings)).toEqual(places(own.findings));
      expect(moved.figures.map(({ text: written }) => written)).toEqual(
        own.figures.map(({ text: written }) => written),
      );
    });
  },
);

describe('the order of statements', () => {
  it('changes nothing of what is found', () => {
    const shuffled = reports.chain((report) =>
      fc.record({
        report: fc.constant(report),
        order: fc.shuffledSubarray([...report.statements], { minLength: report.statements.length }),
        broken: fc.nat(report.statements.length - 1),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ report, order, broken }) => {
        const statement = report.statements[broken]!;
        const [change] = statement.breaks;
        const types = (statements: typeof report.statements): string[] => {
          const at = {
            statement: statements.indexOf(statement),
            index: change?.index ?? -1,
            value: change?.value ?? 0,
          };
          const { findings } = check(write({ ...report, statements }, at).text);
          return findings.map(({ type, grade, message }) => `${type} ${grade} ${message}`).toSorted();
        };
        expect(types(order)).toEqual(types(report.statements));
      }),
      { numRuns: 200 },
    );
  });
});
