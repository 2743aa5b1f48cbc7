import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useKind, useOffers, useOffice, useSelf } from '../api/queries.ts';
import type { Offer } from '../api/shapes.ts';
import { Empty, Loaded, PageTitle } from '../look/signs.tsx';
import { today } from '../look/words.ts';
import { mayTake } from '../screens/ahead.ts';
import { YearChoice } from '../screens/figures/cockpit.tsx';
import { useFigureWords } from './figure-words.ts';

/** Which offers somebody has put aside at this browser: nobody else's business, and it changes no data. */
function useIgnored(name: string) {
  const read = (): readonly string[] => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? '[]') as string[];
    } catch {
      return [];
    }
  };
  const [codes, setCodes] = useState(read);
  const set = (next: readonly string[]): void => {
    localStorage.setItem(name, JSON.stringify(next));
    setCodes(next);
  };
  return { codes, ignore: (code: string) => set([...codes, code]), again: () => set([]) };
}

/** 不足线索: what the data suggests as shortcomings; somebody accepts one, words and all to be changed, or ignores it. */
export function ShortcomingOffersPage() {
  const { code } = useOffice();
  const [search, setSearch] = useSearchParams();
  const now = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? now);
  const read = useOffers(year);
  return (
    <>
      <div className="head">
        <PageTitle name="不足线索" />
        <YearChoice
          years={[now, now - 1, now - 2, now - 3]}
          year={year}
          onChange={(chosen) => setSearch({ year: String(chosen) }, { replace: true })}
        />
      </div>
      <p className="quiet">
        由记录、指标和期限看出来的，供参考；采用以后可以改，不采用的不进报告。〔〕里的是指标，报告里写它由记录算出的数。
      </p>
      <Loaded of={read}>
        {({ offers }) => (
          <Offers key={`${code} ${year}`} offers={offers} name={`fadu-ignored ${code} ${year}`} />
        )}
      </Loaded>
    </>
  );
}

function Offers({ offers, name }: { readonly offers: readonly Offer[]; readonly name: string }) {
  const { codes, ignore, again } = useIgnored(name);
  const shown = offers.filter(({ code }) => !codes.includes(code));
  const put = offers.length - shown.length;
  return (
    <>
      {shown.length === 0 ? <Empty>没有新的线索。</Empty> : null}
      <ul className="work block">
        {shown.map((offer) => (
          <OfferLine key={offer.code} offer={offer} onIgnore={() => ignore(offer.code)} />
        ))}
      </ul>
      {put > 0 ? (
        <p className="quiet">
          忽略了{put}条。{' '}
          <button type="button" className="bare" onClick={again}>
            重新列出
          </button>
        </p>
      ) : null}
    </>
  );
}

function OfferLine({ offer, onIgnore }: { readonly offer: Offer; readonly onIgnore: () => void }) {
  const { code: org } = useOffice();
  const self = useSelf().data;
  const inWords = useFigureWords();
  const note = useKind('shortcoming')?.steps.find(({ name }) => name === 'note');
  const { problem, cause, because, sources } = offer;
  const query = new URLSearchParams({ problem, ...(cause === '' ? {} : { cause }) });
  return (
    <li>
      <div>
        <p className="title">{inWords(problem)}</p>
        {cause === '' ? null : <p>原因：{cause}</p>}
        <p className="quiet">{because}</p>
        <ul className="quick">
          {sources.map(({ label, kind, record, figure }) => (
            <li key={`${label} ${record ?? figure ?? ''}`}>
              {record ? (
                <Link to={`/${org}/${kind}/${record}`}>{label}</Link>
              ) : figure ? (
                <Link to={`/${org}/figures/${figure}`}>{label}</Link>
              ) : (
                label
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="acts">
        {note && self && mayTake(note, self) ? (
          <Link className="plain-link" to={`/${org}/shortcoming/new/note?${query.toString()}`}>
            采用
          </Link>
        ) : null}
        <button type="button" className="plain" onClick={onIgnore}>
          忽略
        </button>
      </div>
    </li>
  );
}
