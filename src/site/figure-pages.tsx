import { countFigures, spanOf, type FigureValue } from '../figures/figures.ts';
import { AREAS } from '../duties/index.ts';
import { EVIDENCE, type Area, type Evidence, type Register } from '../kernel/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { readBackings, type Backings } from './backing.ts';
import { BackingSection } from './backing-section.tsx';
import { Facts, FigureChip } from './signs.tsx';
import { periodText, valueWithUnit } from './values.ts';
import { paths, type Page, type TownshipVisit } from './visit.ts';
import { findYear } from './years.ts';

/** `/:org/report/:year/figures`: every figure of the year, by chapter. */
export async function figuresPage(visit: TownshipVisit): Promise<Page | undefined> {
  const { organisation, parts, now } = visit;
  const year = await findYear(visit);
  if (year === undefined) return undefined;
  const org = organisation.code;
  const figures = await parts.store.read(oneOrganisation(org), (tx) =>
    countFigures(tx, parts.register, org, spanOf(year, now)),
  );
  const chapters = Object.entries(AREAS) as [Area, string][];
  return {
    title: '全部指标',
    column: 'report',
    crumbs: [{ label: `${year}年度报告`, to: paths.report(org, year) }],
    main: (
      <>
        <h1>{year}年度全部指标</h1>
        <p>点数字，看它的口径、统计期间和背后的记录。</p>
        {chapters.map(([area, label]) => (
          <Chapter key={area} org={org} year={year} label={label} of={figures.filter(inChapter(area))} />
        ))}
      </>
    ),
  };
}

function inChapter(area: Area) {
  return ({ chapter }: FigureValue): boolean => chapter === area;
}

interface ChapterProps {
  readonly org: string;
  readonly year: number;
  readonly label: string;
  readonly of: readonly FigureValue[];
}

function Chapter({ org, year, label, of }: ChapterProps) {
  if (of.length === 0) return null;
  return (
    <table className="figures">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col" className="number">
            数
          </th>
          <th scope="col" className="number">
            记录（条）
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map((figure) => (
          <tr key={figure.code}>
            <th scope="row">{figure.name}</th>
            <td className="number">
              <FigureChip org={org} year={year} figure={figure} />
            </td>
            <td className="number">{figure.records}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `/:org/report/:year/figures/:code`: one figure, what it counts and what stands behind it. */
export async function figurePage(visit: TownshipVisit): Promise<Page | undefined> {
  const { organisation, parts, params, now } = visit;
  const year = await findYear(visit);
  const code = params['code'] ?? '';
  if (year === undefined || !parts.register.figures.some((each) => each.code === code)) return undefined;
  const org = organisation.code;
  const { figure, figures, backings } = await parts.store.read(oneOrganisation(org), async (tx) => {
    const figures = await countFigures(tx, parts.register, org, spanOf(year, now));
    const figure = figures.find((each) => each.code === code)!;
    return { figure, figures, backings: await readBackings(tx, parts.register, org, figure) };
  });
  return {
    title: figure.name,
    column: 'report',
    crumbs: [
      { label: `${year}年度报告`, to: paths.report(org, year) },
      { label: '全部指标', to: paths.figures(org, year) },
    ],
    main: (
      <>
        <h1>{figure.name}</h1>
        <p className="value">{valueWithUnit(figure)}</p>
        <FigureFacts figure={figure} />
        <BackingSection org={org} figure={figure} backings={backings} page={visit.query['page']} />
        <Related org={org} year={year} figure={figure} figures={figures} register={parts.register} />
        <Proof figure={figure} backings={backings} verify={paths.verify(org)} />
      </>
    ),
  };
}

/** The grade is that of the weakest record behind the figure; what that means, in words. */
const ORIGIN: Readonly<Record<Evidence, string>> = {
  record: '每一条都是登记的记录',
  platform: '其中有的来自上级平台导出的数据',
  paper: '其中有的来自纸质台账的扫描件',
  none: '其中有的没有记录、平台导出数据或纸质台账佐证',
};

function FigureFacts({ figure }: { figure: FigureValue }) {
  const { definition, evidence, records, numerator, denominator } = figure;
  const parts: [string, React.ReactNode][] =
    numerator === undefined || denominator === undefined
      ? []
      : [
          ['分子', String(numerator)],
          ['分母', String(denominator)],
        ];
  const backing: [string, React.ReactNode][] =
    records === 0
      ? [['记录', '没有记录']]
      : [
          ['佐证', `${EVIDENCE[evidence]}：${ORIGIN[evidence]}`],
          ['记录', `${records}条`],
        ];
  return (
    <Facts
      of={[
        ['口径', definition],
        [figure.asOf ? '统计时点' : '统计期间', periodText(figure)],
        ...parts,
        ...backing,
      ]}
    />
  );
}

const RELATION = { 'part-of': '包含在其中', overlaps: '有重叠', disjoint: '互不重叠' } as const;

interface RelatedProps {
  readonly org: string;
  readonly year: number;
  readonly figure: FigureValue;
  readonly figures: readonly FigureValue[];
  readonly register: Register;
}

/** How the figure stands to others, so that nobody adds up what overlaps. */
function Related({ org, year, figure, figures, register }: RelatedProps) {
  const relations = register.figure(figure.code).figure.relations ?? [];
  const related = relations.flatMap(({ to, is }) => {
    const other = figures.find(({ code }) => code === to);
    return other ? [{ other, is }] : [];
  });
  if (related.length === 0) return null;
  return (
    <>
      <h2>与其他指标的关系</h2>
      <ul>
        {related.map(({ other, is }) => (
          <li key={other.code}>
            {other.name} <FigureChip org={org} year={year} figure={other} />：{RELATION[is]}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ProofProps {
  readonly figure: FigureValue;
  readonly backings: Backings;
  readonly verify: string;
}

/** Says plainly what a reader can conclude from this page and what not. */
function Proof({ figure: { records }, backings: { shown, hidden }, verify }: ProofProps) {
  return (
    <>
      <h2>本页能说明什么</h2>
      <ul>
        <li>这个数是程序按上面的口径{records === 0 ? '' : '从记录里'}统计出来的，不是手工填写的。</li>
        {shown.length > 0 ? <li>列出的{shown.length}条公开记录都能点开，各自计入多少写明在表里。</li> : null}
      </ul>
      <h2>本页不能说明什么</h2>
      <ul>
        <li>记录所写的事情是否属实，由登记的单位负责；账本只保证登记以后没有被悄悄改动。</li>
        {hidden > 0 ? (
          <li>不公开的记录，您在这里只能看到条数；有权监督的机关可以查阅账本，重新计算。</li>
        ) : null}
        <li>
          单凭本页还不能在别处独立证明这个数在账本里。三项核查分别做到哪一步，见
          <a href={verify}>核验页</a>。
        </li>
      </ul>
    </>
  );
}
