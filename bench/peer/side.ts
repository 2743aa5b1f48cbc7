/** What both are asked to do. */
export const OPERATIONS = {
  create: 'create one',
  read: 'read one',
  list: 'list 50 of 100,000 by kind, state, village',
  search: 'search Chinese by substring, 50 a page',
  months: 'a year by month',
} as const;
export type Operation = keyof typeof OPERATIONS;

/** One request. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One of those that are measured, running and holding the records. */
export interface Side {
  readonly name: string;
  readonly address: string;
  /** Process of its server. */
  readonly pid: number;
  /** Of every request: who asks. */
  readonly headers: Readonly<Record<string, string>>;
  /** The n-th request of each operation. */
  readonly ask: Readonly<Record<Operation, (n: number) => Asked>>;
  /** What of an answer must be the same on every side. */
  readonly essence: Readonly<Record<Exclude<Operation, 'create'>, (answer: unknown) => unknown>>;
  stop(): Promise<void>;
}

/** What the n-th request of an operation is about, the same on every side. */
export interface Subjects {
  readonly ids: readonly string[];
  readonly villages: readonly string[];
}

export const STATES = ['reported', 'settled'] as const;
export const YEARS = [2020, 2021, 2022, 2023, 2024];
/** Frequent, some, few and none; two characters and more. */
export const TERMS = ['纠纷', '老寨', '赡养老人', '张姓与王', '老寨张姓与王', '派出所'];
export const PAGE = 50;

/** A dispute that is entered during the bench. */
export function newDispute(n: number, villages: readonly string[]) {
  const village = at(villages, n);
  return {
    village,
    title: `${village}学堂边第${n}号引水沟渠纠纷`,
    type: 'land',
    channel: 'village',
    involved: 3,
  };
}

export function at<T>(from: readonly T[], n: number): T {
  return from[n % from.length]!;
}
