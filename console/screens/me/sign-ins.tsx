import { useInfiniteQuery } from '@tanstack/react-query';
import { addressOf, get } from '../../api/client.ts';
import { useOffice, useSelf, useSession, useWho } from '../../api/queries.ts';
import { Empty, Loaded } from '../../look/signs.tsx';
import { timeText } from '../../look/words.ts';
import { Section } from './small-form.tsx';

interface Event {
  readonly id: string;
  readonly at: string;
  readonly account: string | null;
  readonly what: { readonly code: string; readonly label: string };
  readonly doneBy: string | null;
  readonly address: string;
  readonly device: string;
}

const PAGE = 50;

/** What happened to sign-ins (登录记录), the newest first: one's own, or everybody's for the audit administrator. */
export function SignIns({ whose }: { readonly whose: boolean }) {
  const { code } = useOffice();
  const who = useWho();
  const list = useInfiniteQuery({
    queryKey: [code, 'sign-ins'],
    queryFn: ({ pageParam }) =>
      get<{ events: Event[] }>(addressOf(`/${code}/sign-ins`, { size: PAGE, ...pageParam })),
    initialPageParam: {} as { at?: string; id?: string },
    getNextPageParam: ({ events }) => {
      const last = events.at(-1);
      return last && events.length === PAGE ? { at: last.at, id: last.id } : undefined;
    },
    staleTime: 0,
  });
  return (
    <Loaded of={list}>
      {({ pages }) => {
        const events = pages.flatMap((page) => page.events);
        if (events.length === 0) return <Empty>还没有登录记录。</Empty>;
        return (
          <>
            <div className="wide-table">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">时间</th>
                    {whose ? <th scope="col">账号</th> : null}
                    <th scope="col">事情</th>
                    <th scope="col">地址</th>
                    <th scope="col">设备</th>
                  </tr>
                </thead>
                <tbody>
                  {events.map(({ id, at, account, what, doneBy, address, device }) => (
                    <tr key={id}>
                      <td>{timeText(at)}</td>
                      {whose ? (
                        <td>{account === null ? '（没有这个账号）' : `${account}（${who(account)}）`}</td>
                      ) : null}
                      <td>
                        {what.label}
                        {doneBy ? `（由${doneBy}办）` : ''}
                      </td>
                      <td>{address}</td>
                      <td>{device}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {list.hasNextPage ? (
              <p className="under">
                <button type="button" className="plain" onClick={() => void list.fetchNextPage()}>
                  再列出{PAGE}条
                </button>
              </p>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

/**
 * One's own, folded away: who was it that signed in here? A visitor's lie with the visitor's own office; the audit
 * administrator has a page for everybody's.
 */
export function OwnSignIns() {
  const { code } = useOffice();
  const home = useSession().data?.home;
  const audits = useSelf().data?.posts.some((post) => post.code === 'audit-administrator');
  if (home !== code || audits !== false) return null;
  return (
    <Section title="我的登录记录">
      <details>
        <summary className="quiet">看看有没有不是本人的</summary>
        <SignIns whose={false} />
      </details>
    </Section>
  );
}
