import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFirstResponsible, useOffice } from '../api/queries.ts';
import type { FirstLedger } from '../api/shapes.ts';
import { Loaded, PageTitle } from '../look/signs.tsx';
import { shortDay, today } from '../look/words.ts';
import { YearChoice } from '../screens/figures/cockpit.tsx';

const SHOWN_FIRST = 5;

/** 第一责任人履职: what the two did for rule of law in a year, read from meetings, instructions and statements. */
export function FirstResponsiblePage() {
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? now);
  const read = useFirstResponsible(year);
  return (
    <>
      <div className="head">
        <PageTitle name="第一责任人履职" />
        <YearChoice
          years={[now, now - 1, now - 2, now - 3]}
          year={year}
          onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
        />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <p className="quiet">
        由会议活动的议题、批示督办、述法的记录归集，不另外填写；要改，改原来的记录。《第一责任人职责规定》适用县级以上，乡镇参照。
      </p>
      <Loaded of={read}>
        {({ leaders }) => (
          <>
            {leaders.map((ledger) => (
              <Ledger key={ledger.leader} ledger={ledger} year={year} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

function Ledger({ ledger, year }: { readonly ledger: FirstLedger; readonly year: number }) {
  const { code } = useOffice();
  const missing = ledger.duties.filter(({ records }) => records.length === 0);
  return (
    <section className="block" aria-label={ledger.label}>
      <h2>{ledger.label}</h2>
      {missing.length === 0 ? null : (
        <p className="notice">
          {year}年还没有记录的：{missing.map(({ label }) => label).join('、')}。乡镇参照，供提醒。
        </p>
      )}
      <dl className="facts">
        {ledger.duties
          .filter(({ records }) => records.length > 0)
          .map(({ figure, label, definition, records }) => (
            <Duty key={figure} term={label} definition={definition} records={records} org={code} />
          ))}
      </dl>
    </section>
  );
}

function Duty({
  term,
  definition,
  records,
  org,
}: {
  readonly term: string;
  readonly definition: string;
  readonly records: FirstLedger['duties'][number]['records'];
  readonly org: string;
}) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? records : records.slice(0, SHOWN_FIRST);
  return (
    <>
      <dt title={definition}>
        {term} <span className="quiet">{records.length}次</span>
      </dt>
      <dd>
        <ul className="plainlist">
          {shown.map(({ record, kind, title, on }) => (
            <li key={record}>
              {shortDay(on)} <Link to={`/${org}/${kind}/${record}`}>{title}</Link>
            </li>
          ))}
        </ul>
        {shown.length < records.length ? (
          <button type="button" className="plain" onClick={() => setWhole(true)}>
            再列出{records.length - shown.length}次
          </button>
        ) : null}
      </dd>
    </>
  );
}
