import type { Day, Register } from '../kernel/index.ts';
import type { Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { backingOf, type Backing } from './backing.ts';
import type { Span } from './value.ts';

/** The two whose duty it is (第一责任人), as records name them. */
export const FIRST = { secretary: '党委书记', head: '乡镇长' } as const;
export type First = keyof typeof FIRST;

/** What a first-responsible person does, and the figure that says which records show it. */
export const FIRST_DUTIES = [
  { figure: 'first-responsible.deployed', label: '亲自部署', way: 'ledBy' },
  { figure: 'first-responsible.heard', label: '过问、听取汇报', way: 'ledBy' },
  { figure: 'first-responsible.coordinated', label: '协调解决难题', way: 'ledBy' },
  { figure: 'first-responsible.instructions', label: '批示督办', way: 'leader' },
  { figure: 'first-responsible.visits', label: '现场督导', way: 'leader' },
  { figure: 'first-responsible.study', label: '带领班子学法', way: 'ledBy' },
  { figure: 'leader-lectures', label: '讲法治课', way: 'lecturer' },
  { figure: 'first-responsible.statements', label: '述法', way: 'leader' },
] as const;

/** A record that shows a duty done by one of the two. */
export interface FirstRecord {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly on: Day;
}

/** One duty of one of the two in a year. */
export interface FirstDuty {
  readonly figure: string;
  readonly label: string;
  readonly definition: string;
  readonly records: readonly FirstRecord[];
}

/** The ledger of one of the two: nothing of it is typed, all of it is read from what stands elsewhere. */
export interface FirstLedger {
  readonly leader: First;
  readonly label: string;
  readonly duties: readonly FirstDuty[];
}

type Way = (typeof FIRST_DUTIES)[number]['way'];
type Body = Readonly<Record<string, unknown>>;

/** Who of the two it was, by the record's own values. */
function leadersIn(way: Way, body: Body): readonly unknown[] {
  if (way !== 'lecturer') return [body[way]];
  const agenda = (body['agenda'] ?? []) as readonly Body[];
  return agenda.filter(({ subject }) => subject === 'leader-lecture').map(({ lecturer }) => lecturer);
}

async function bodiesOf(
  tx: Transaction,
  org: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Body>> {
  const rows = await tx.query<{ record: string; body: Body }>(
    'bodies-of-records',
    'SELECT record_id AS record, body FROM record WHERE org_code = $1 AND record_id = ANY ($2::uuid[])',
    [org, ids],
  );
  return new Map(rows.map(({ record, body }) => [record, body]));
}

/** The ledger of the first-responsible persons (第一责任人履职) over a span, from the records behind the figures. */
export function firstResponsible(
  store: Store,
  register: Register,
  viewer: Insider,
  org: string,
  span: Span,
): Promise<FirstLedger[]> {
  return store.read(oneOrganisation(org), async (tx) => {
    const backing = new Map<string, readonly Backing[]>();
    for (const { figure } of FIRST_DUTIES)
      backing.set(figure, await backingOf(tx, register, org, figure, span, viewer));
    const ids = [...new Set([...backing.values()].flat().map(({ record }) => record))];
    const bodies = await bodiesOf(tx, org, ids);
    return (Object.keys(FIRST) as First[]).map((leader) => ({
      leader,
      label: FIRST[leader],
      duties: FIRST_DUTIES.map(({ figure, label, way }) => ({
        figure,
        label,
        definition: register.figure(figure).figure.definition,
        records: (backing.get(figure) ?? [])
          .filter(({ record }) => leadersIn(way, bodies.get(record) ?? {}).includes(leader))
          .map(({ record, kind, title, occurredOn }) => ({ record, kind, title, on: occurredOn })),
      })),
    }));
  });
}
