import { dayAt, dayInChinese, isDay } from '../kernel/index.ts';
import { countFigures, spanOf, type FigureValue } from '../figures/figures.ts';
import { oneOrganisation } from '../store/connection.ts';
import { CHECK_PATH } from './check-path.ts';
import { DEMO_MARK } from './layout.tsx';
import type { Organisation } from './parts.ts';
import { readPowerList, type PowerList } from './power-list.ts';
import { paths, type Page, type TownshipVisit, type Visit } from './visit.ts';
import { reportYears } from './years.ts';

/** `/`: the organisations served here. */
export async function sitePage({ parts }: Visit): Promise<Page> {
  const organisations = await parts.organisations();
  return {
    title: '法治政府建设公开',
    demo: organisations.length > 0 && organisations.every(({ demo }) => demo),
    main: <Site organisations={organisations} />,
  };
}

function Site({ organisations }: { organisations: readonly Organisation[] }) {
  return (
    <>
      <h1>法治政府建设公开</h1>
      <p>在这里，您可以查看乡镇法治政府建设年度报告，看到报告里每个数字的口径和由来，也可以查看权责清单。</p>
      <h2>本站服务的乡镇</h2>
      {organisations.length === 0 ? (
        <p className="empty">这里还没有乡镇。乡镇开通以后，名称会列在这里。</p>
      ) : (
        <ul className="links">
          {organisations.map(({ code, name, demo }) => (
            <li key={code}>
              <a href={paths.home(code)}>{name}</a>
              {demo ? <span className="mark">{DEMO_MARK}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <h2>核一核</h2>
      <p className="main-link">
        <a href={CHECK_PATH}>检查一份报告里的数字</a>
      </p>
      <p>粘贴或上传任何一份年度报告，看看分项与合计、比率、增减和年份对不对得上。交来的内容不保存。</p>
    </>
  );
}

/** `/:org/`: what one finds here. */
export async function townshipPage(visit: TownshipVisit): Promise<Page> {
  const { parts, organisation, now } = visit;
  const years = await reportYears(visit);
  const [latest] = years;
  const { list, figures } = await parts.store.read(oneOrganisation(organisation.code), async (tx) => ({
    list: await readPowerList(tx, parts.register, organisation.code, dayAt(now)),
    figures:
      latest === undefined
        ? []
        : await countFigures(tx, parts.register, organisation.code, spanOf(latest, now)),
  }));
  return {
    title: organisation.name,
    column: 'home',
    main: (
      <>
        <h1>{organisation.name}</h1>
        <p className="lead">法治政府建设公开</p>
        <Reports org={organisation.code} years={years} figures={figures} />
        <List org={organisation.code} list={list} />
        <h2>核验</h2>
        <p>
          <a href={paths.verify(organisation.code)}>核验页</a>
          给出账本的规模和检查点，说明怎样知道记录没有被改动。
        </p>
      </>
    ),
  };
}

interface ReportsProps {
  readonly org: string;
  readonly years: readonly number[];
  readonly figures: readonly FigureValue[];
}

function Reports({ org, years, figures }: ReportsProps) {
  const [latest, ...earlier] = years;
  const counted = figures.filter(({ records }) => records > 0).length;
  if (latest === undefined) {
    return (
      <>
        <h2>年度报告</h2>
        <p className="empty">还没有可以公开的年度报告。一年结束以后，这一年的报告会出现在这里。</p>
      </>
    );
  }
  return (
    <>
      <h2>年度报告</h2>
      <p className="main-link">
        <a href={paths.report(org, latest)}>{latest}年度法治政府建设年度报告</a>
      </p>
      <p>
        报告里的每个数字都能点开，看到口径、统计期间和它背后的记录。本年度有记录的指标{counted}项，
        <a href={paths.figures(org, latest)}>查看全部指标</a>。
      </p>
      {earlier.length > 0 ? (
        <ul className="links">
          {earlier.map((year) => (
            <li key={year}>
              <a href={paths.report(org, year)}>{year}年度</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function List({ org, list }: { org: string; list: PowerList | undefined }) {
  if (!list) {
    return (
      <>
        <h2>权责清单</h2>
        <p className="empty">权责清单还没有公布。公布以后，现行版本会出现在这里。</p>
      </>
    );
  }
  const { edition, total } = list;
  return (
    <>
      <h2>权责清单</h2>
      <p className="main-link">
        <a href={paths.powerList(org)}>{edition.name}</a>
      </p>
      <p>
        共{total}项，自{isDay(edition.effectiveOn) ? dayInChinese(edition.effectiveOn) : ''}起生效。
      </p>
    </>
  );
}
