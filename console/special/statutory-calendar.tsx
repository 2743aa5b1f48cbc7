import { Link, useSearchParams } from 'react-router';
import { useOffice, useStatutory } from '../api/queries.ts';
import type { StatutoryDutyView } from '../api/shapes.ts';
import { Loaded, PageTitle } from '../look/signs.tsx';
import { dayText, today } from '../look/words.ts';
import { YearChoice } from '../screens/figures/cockpit.tsx';
import { DutyLine } from './duty-line.tsx';

/** Duties by month; those without a day of their own stand together after the months. */
function groupsOf(
  duties: readonly StatutoryDutyView[],
): readonly (readonly [string, readonly StatutoryDutyView[]])[] {
  const dated = duties.filter(({ byWhen }) => byWhen !== 'within');
  const months = [...new Set(dated.map(({ due }) => due.slice(5, 7)))];
  const rest = duties.filter(({ byWhen }) => byWhen === 'within');
  return [
    ...months.map(
      (month) => [`${Number(month)}月`, dated.filter(({ due }) => due.slice(5, 7) === month)] as const,
    ),
    ...(rest.length === 0 ? [] : [['当年之内', rest] as const]),
  ];
}

function summary(duties: readonly StatutoryDutyView[]): string {
  const count = (standing: string): number => duties.filter((each) => each.standing === standing).length;
  return `共${duties.length}项：已办成${count('done')}项，快到了${count('near')}项，过了日期还没有登记${count('late')}项。`;
}

/** 法定日历: what the law asks of the office in a year, by month, and which record shows it done. */
export function StatutoryCalendarPage() {
  const { code } = useOffice();
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? now);
  const read = useStatutory(year);
  return (
    <>
      <div className="head">
        <PageTitle name="法定日历" />
        <YearChoice
          years={[now + 1, now, now - 1, now - 2]}
          year={year}
          onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
        />
        <div className="does">
          <Link className="plain-link" to={`/${code}/me`}>
            订阅到手机日历
          </Link>
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={read}>
        {({ duties, today: day }) => (
          <>
            <p role="status">
              {year}年{summary(duties)}
              <span className="quiet">截至{dayText(day)}</span>
            </p>
            <p className="quiet">
              固定日期不因节假日顺延，稳妥日是那天以前的最后一个工作日。办没有办由记录看出，登记在各自的事项里；没有自己事项的，在“年度法定事项”里登记。
            </p>
            {groupsOf(duties).map(([title, here]) => (
              <section className="block" key={title} aria-label={title}>
                <h2>{title}</h2>
                <ul className="work">
                  {here.map((duty) => (
                    <DutyLine key={duty.code} duty={duty} />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
