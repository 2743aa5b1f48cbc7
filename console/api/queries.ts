import {
  infiniteQueryOptions,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { addressOf, get, Refused, type QueryValue } from './client.ts';
import type {
  Backing,
  CalendarView,
  ColleagueView,
  CountedIn,
  DueList,
  FigureValue,
  FirstLedger,
  GivenBefore,
  HistoryEntry,
  KindView,
  Named,
  NextMending,
  NextStep,
  Offer,
  OfficeStaffing,
  OfficeView,
  RecordHead,
  RecordView,
  SelfView,
  Session,
  StatutoryView,
  StockList,
  Why,
} from './shapes.ts';

/**
 * Nothing is asked again by itself while a page stands open: a session without a hand on it must end after its idle time.
 * What changed shows when one comes back to the window or goes to another page.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !(error instanceof Refused) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

const OfficeContext = createContext<OfficeView | undefined>(undefined);
export const OfficeProvider = OfficeContext.Provider;

/** The organisation that the page is about. */
export function useOffice(): OfficeView {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('there is no organisation outside the shell');
  return office;
}

const forever = { staleTime: Infinity } as const;

/** Where one can sign in, and by which identity platform (统一身份) beside password. */
interface Doors {
  readonly offices: readonly OfficeView[];
  readonly identity?: string;
}

const doorsQuery = queryOptions({
  queryKey: ['doors'],
  queryFn: () => get<Doors>('/session/offices'),
  ...forever,
});
export function useOffices(): UseQueryResult<readonly OfficeView[]> {
  return useQuery({ ...doorsQuery, select: ({ offices }) => offices });
}
export const useIdentityPlatform = (): string | undefined => useQuery(doorsQuery).data?.identity;

/** Townships of the county that one belongs to. */
export function useTownships(): UseQueryResult<readonly OfficeView[]> {
  return useQuery({
    queryKey: ['townships'],
    queryFn: async () => (await get<{ offices: OfficeView[] }>('/session/townships')).offices,
    ...forever,
  });
}

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return { ...(await get<Session>('/session')), stage: 'open' as const };
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'not-signed-in') return null;
      throw error;
    }
  },
  ...forever,
});
/** The session, or null where nobody has signed in. */
export const useSession = (): UseQueryResult<Session | null> => useQuery(sessionQuery);

const selfQuery = (code: string) =>
  queryOptions({ queryKey: [code, 'me'], queryFn: () => get<SelfView>(`/${code}/me`), ...forever });
export const useSelf = (): UseQueryResult<SelfView> => useQuery(selfQuery(useOffice().code));

export interface Kinds {
  readonly rooms: readonly Named[];
  readonly kinds: readonly KindView[];
  readonly erasureGrounds: readonly Named[];
}

const kindsQuery = (code: string) =>
  queryOptions({ queryKey: [code, 'kinds'], queryFn: () => get<Kinds>(`/${code}/kinds`), ...forever });
export const useKinds = (): UseQueryResult<Kinds> => useQuery(kindsQuery(useOffice().code));

/** A kind by its code; undefined while the kinds are on their way, or where there is none. */
export function useKind(code: string): KindView | undefined {
  return useKinds().data?.kinds.find((kind) => kind.code === code);
}

export function useColleagues(): UseQueryResult<readonly ColleagueView[]> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'colleagues'],
    queryFn: async () => (await get<{ colleagues: ColleagueView[] }>(`/${code}/colleagues`)).colleagues,
    staleTime: 300_000,
  });
}

/** How an account is shown: by its posts, since it is a sign-in name and names of people are personal. */
export function useWho(): (account: string) => string {
  const { data } = useColleagues();
  return useCallback(
    (account) => {
      const found = data?.find((each) => each.account === account);
      return found ? found.posts.map(({ label }) => label).join('、') : account;
    },
    [data],
  );
}

/** The villages of the organisation, from its own record. */
export function useVillages(): readonly string[] {
  const { code } = useOffice();
  const own = useSelf().data?.villages;
  const { data = [] } = useQuery({
    queryKey: [code, 'villages'],
    queryFn: async () => {
      const { records } = await get<ListPage>(`/${code}/kinds/organisation/records`);
      const listed = (records[0]?.values?.['villages'] ?? []) as { name: string }[];
      return listed.map(({ name }) => name);
    },
    ...forever,
  });
  // Whoever sees only some villages does not see the organisation's own record either.
  return own ?? data;
}

export interface ListPage {
  readonly records: readonly RecordHead[];
  readonly next?: string;
  readonly total?: { readonly count: number; readonly more: boolean };
}
export type ListQuery = Readonly<Record<string, QueryValue>>;

/** Where the records of a kind are listed, or of all kinds. */
export function listAddress(org: string, kind: string | undefined, query: ListQuery): string {
  return addressOf(kind === undefined ? `/${org}/records` : `/${org}/kinds/${kind}/records`, query);
}

const PAGE = 100;

function recordsQuery(code: string, kind: string | undefined, query: ListQuery) {
  return infiniteQueryOptions({
    queryKey: [code, 'records', kind ?? '', query],
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === '' ? { total: true } : { cursor: pageParam };
      return get<ListPage>(listAddress(code, kind, { ...query, size: PAGE, ...page }), signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: ListPage) => next,
  });
}

/** A list, page after page; the first also counts. */
export function useRecords(kind: string | undefined, query: ListQuery) {
  return useInfiniteQuery(recordsQuery(useOffice().code, kind, query));
}

/**
 * Asks for what a page opened at this address will need, all at once and before anything is drawn: on a slow line each turn
 * takes a third of a second. Nothing is lost where nobody is signed in: it is asked again after signing in.
 */
export function askEarly(org: string, list?: { readonly kind: string; readonly query: ListQuery }): void {
  void queries.prefetchQuery(sessionQuery);
  void queries.prefetchQuery(doorsQuery);
  void queries.prefetchQuery(selfQuery(org));
  void queries.prefetchQuery(kindsQuery(org));
  if (list) void queries.prefetchInfiniteQuery(recordsQuery(org, list.kind, list.query));
}

export function useRecord(kind: string, id: string | undefined): UseQueryResult<RecordView> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'record', id],
    queryFn: () => get<RecordView>(`/${code}/kinds/${kind}/records/${id}`),
    enabled: id !== undefined,
  });
}

interface Next {
  readonly steps: readonly NextStep[];
  readonly mends: readonly NextMending[];
}

function useOfRecord<T>(id: string, what: string): UseQueryResult<T> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'record', id, what],
    queryFn: () => get<T>(`/${code}/records/${id}/${what}`),
  });
}
export const useNext = (id: string) => useOfRecord<Next>(id, 'next');
export const useHistory = (id: string) =>
  useOfRecord<{ readonly entries: readonly HistoryEntry[] }>(id, 'history');
export const useCountedIn = (id: string) =>
  useOfRecord<{ readonly figures: readonly CountedIn[] }>(id, 'figures');
export const useWhy = (id: string) => useOfRecord<{ readonly acts: readonly Why[] }>(id, 'why');

/** Running terms, the soonest first. */
export function useDue(query: ListQuery): UseQueryResult<DueList> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'due', query],
    queryFn: () => get<DueList>(addressOf(`/${code}/due`, query)),
  });
}

/** What is in which storehouse, today or on a past day. */
export function useStock(at: string | undefined): UseQueryResult<StockList> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'stock', at ?? ''],
    queryFn: () => get<StockList>(addressOf(`/${code}/stock`, at === undefined ? {} : { at })),
  });
}

export function useCalendar(year: number): UseQueryResult<CalendarView> {
  return useQuery({
    queryKey: ['calendar', year],
    queryFn: () => get<CalendarView>(`/calendar/${year}`),
    ...forever,
  });
}

export function useFigures(year: number): UseQueryResult<readonly FigureValue[]> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'figures', year],
    queryFn: async () =>
      (await get<{ figures: FigureValue[] }>(addressOf(`/${code}/figures`, { year }))).figures,
  });
}

export interface Months {
  readonly code: string;
  readonly months: readonly number[];
}

export function useMonths(year: number): UseQueryResult<readonly Months[]> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'months', year],
    queryFn: async () =>
      (await get<{ figures: Months[] }>(addressOf(`/${code}/figures/months`, { year }))).figures,
  });
}

export function useBacking(figure: string, year: number): UseQueryResult<readonly Backing[]> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, 'backing', figure, year],
    queryFn: async () =>
      (await get<{ records: Backing[] }>(addressOf(`/${code}/figures/${figure}/records`, { year }))).records,
  });
}

function useOfOffice<T>(
  what: string,
  path: string,
  query: ListQuery = {},
  enabled = true,
): UseQueryResult<T> {
  const { code } = useOffice();
  return useQuery({
    queryKey: [code, what, path, query],
    queryFn: () => get<T>(addressOf(`/${code}/${path}`, query)),
    enabled,
  });
}

/** 法定日历: only for whoever sees the whole office. */
export const useStatutory = (year: number, enabled = true) =>
  useOfOffice<StatutoryView>('statutory', `statutory-calendar/${year}`, {}, enabled);
/** 第一责任人履职 */
export const useFirstResponsible = (year: number) =>
  useOfOffice<{ readonly leaders: readonly FirstLedger[] }>('first', `first-responsible/${year}`);
/** 编制和空缺 */
export const useStaffing = () =>
  useOfOffice<{ readonly on: string; readonly offices: readonly OfficeStaffing[] }>('staffing', 'staffing');
/** 不足线索 */
export const useOffers = (year: number) =>
  useOfOffice<{ readonly offers: readonly Offer[] }>('offers', `shortcoming-offers/${year}`);
/** What was told before in answer to the same question. */
export const useGivenBefore = (question: { figure: string; code?: string; number?: string }) =>
  useOfOffice<{ readonly before: readonly GivenBefore[] }>(
    'given',
    'figures-given',
    Object.fromEntries(Object.entries(question).filter(([, value]) => value !== '')),
    question.figure.trim() !== '',
  );

/** After an act, everything that is counted, listed or due may stand otherwise; who one is and which kinds there are does not. */
export function useForgetWork(): () => Promise<void> {
  const client = useQueryClient();
  const { code } = useOffice();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [org, what] }) =>
        org === code && !['me', 'kinds', 'villages'].includes(String(what)),
    });
}
