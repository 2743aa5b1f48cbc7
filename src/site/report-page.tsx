import { reportFragment, type Draft, type Paragraph } from '../report/index.ts';
import { paths, type Page, type TownshipVisit } from './visit.ts';
import { findYear, reportYears } from './years.ts';

/** `/:org/report/:year`: the annual report in full, each figure a link to its page. */
export async function reportPage(visit: TownshipVisit): Promise<Page | undefined> {
  const { organisation, parts } = visit;
  const year = await findYear(visit);
  if (year === undefined) return undefined;
  const org = organisation.code;
  const draft = withoutMarks(await parts.report(org, year));
  // The report room escapes every text of the draft and writes no attribute from a value without escaping it.
  const __html = reportFragment(draft, { figureHref: (code) => paths.figure(org, year, code) });
  return {
    title: `${year}年度报告`,
    column: 'report',
    crumbs: [],
    main: (
      <>
        <div className="hint">
          <p>
            带点线的数字由记录统计，点开可以看口径、统计期间和背后的记录；也可以
            <a href={paths.figures(org, year)}>查看全部指标</a>。没有点线的数字是文字内容，不由记录统计。
          </p>
          <p>本页随记录更新；正式报告以审定后印发的文本为准。</p>
        </div>
        <div dangerouslySetInnerHTML={{ __html }} />
      </>
    ),
  };
}

/** `/:org/report`: the latest year's report has the address; a page only where there is none yet. */
export async function latestReport(visit: TownshipVisit): Promise<Page | { readonly redirect: string }> {
  const [latest] = await reportYears(visit);
  if (latest !== undefined) return { redirect: paths.report(visit.organisation.code, latest) };
  return {
    title: '年度报告',
    column: 'report',
    crumbs: [],
    main: (
      <>
        <h1>年度报告</h1>
        <p className="empty">还没有可以公开的年度报告。一年结束以后，这一年的报告会出现在这里。</p>
      </>
    ),
  };
}

/** The sign 未佐证 on a typed number is for the office, which can still mend it; here the note above says what it means. */
function withoutMarks(draft: Draft): Draft {
  const plain = ({ runs }: Paragraph): Paragraph => ({
    runs: runs.map((run) => (run.kind === 'unproven' ? { kind: 'text', text: run.text } : run)),
  });
  return {
    ...draft,
    opening: plain(draft.opening),
    parts: draft.parts.map((part) => ({
      ...part,
      paragraphs: part.paragraphs.map(plain),
      sections: part.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.map(plain) })),
    })),
  };
}
