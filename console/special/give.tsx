import { Link } from 'react-router';
import { useKind, useOffice } from '../api/queries.ts';
import { PageTitle } from '../look/signs.tsx';
import { today } from '../look/words.ts';
import { Ask } from '../screens/figures/ask.tsx';
import { RecordTable } from '../screens/list/record-table.tsx';

const QUERY = { sort: 'occurredOn', order: 'desc' } as const;

/** 报数: ask for a number, see what was told before, tell it, and have it kept. */
export function GivePage() {
  const { code } = useOffice();
  const kind = useKind('figure-given');
  return (
    <>
      <div className="head">
        <PageTitle name="报数" />
        <div className="does">
          <Link className="plain-link" to={`/${code}/figure-given/new/give`}>
            系统里没有的数，自己填
          </Link>
        </div>
      </div>
      <Ask year={Number(today().slice(0, 4))} />
      <section className="block" aria-labelledby="given">
        <h2 id="given">报出去的数</h2>
        {kind ? <RecordTable kind={kind} query={QUERY} /> : null}
      </section>
    </>
  );
}
