// What the API answers, by the server’s own types. Beside them the console imports from `src` what seals a letter, alone.
export type {
  CalendarView,
  ColleagueView,
  OfficeView,
  SelfView,
  SpecialDay,
} from '../../src/api/office-routes.ts';
export type { FieldView, KindView, Named, RuleView, StepView, UsualHint } from '../../src/api/kind-routes.ts';
export type { UsualView } from '../../src/api/usual-routes.ts';
export type { DutyMonth, EmergencyPack } from '../../src/api/emergency-routes.ts';
export type { Section as PackSection } from '../../src/api/emergency-pack.ts';
export type { Problem } from '../../src/api/problem.ts';
export type { RecordHead, RecordView } from '../../src/api/record-view.ts';
export type { DueItem, DueList } from '../../src/records/due.ts';
export type { When } from '../../src/records/due-day.ts';
export type { NextMending, NextStep, RuleAhead } from '../../src/records/next-steps.ts';
export type { FlawInWords } from '../../src/records/flaw.ts';
export type { StockItemView, StockList, StockLotView, StorehouseView } from '../../src/records/stock-list.ts';
export type { HistoryEntry } from '../../src/records/history.ts';
export type { Why } from '../../src/records/why.ts';
export type { AlsoIn, CountedIn } from '../../src/figures/counted-in.ts';
export type { FigureValue } from '../../src/figures/value.ts';
export type { GivenBefore } from '../../src/figures/given.ts';
export type { FirstLedger } from '../../src/figures/first-responsible.ts';
export type { OfficeStaffing } from '../../src/figures/staffing.ts';
export type { Standing } from '../../src/figures/statutory.ts';
export type { StatutoryView, StatutoryDutyView } from '../../src/api/leadership-routes.ts';
export type { Offer } from '../../src/report/offers.ts';
export type { Person } from '../../src/kernel/field.ts';
export type { FixedDate } from '../../src/law/yearly-duties.ts';

/** A session as its own holder sees it; `stage` says what is still missing. */
export interface Session {
  readonly home: string;
  readonly account: string;
  readonly stage: 'change' | 'factor' | 'open';
  readonly strong: boolean;
}

/** What every act answers. */
export interface Acted {
  readonly record: string;
  readonly version: number;
  readonly seq: number;
  readonly flaws: readonly { readonly rule: string; readonly remedy?: string }[];
  readonly repeated: boolean;
}

/** A file that was uploaded and waits to be named in an act. */
export interface Uploaded {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A record behind a figure and what it adds. */
export interface Backing {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly village: string | null;
  readonly occurredOn: string;
  readonly part: string;
  readonly contribution: number;
}
