/**
 * The law room: statutes by edition, rules with their articles, the working-day calendar and the deadline engine. Pure:
 * no clock, no file, no Node built-in.
 */
export { chineseNumber, readArticle, type ArticleReference } from './article.ts';
export {
  dayTypeText,
  isWork,
  makeCalendar,
  readNotice,
  weekdayText,
  type Calendar,
  type DayType,
  type HolidayNotice,
  type RegionalDay,
} from './calendar.ts';
export {
  deadline,
  matterDeadline,
  PUBLISHED_CALENDAR,
  type Deadline,
  type DeadlineOptions,
  type MatterDeadline,
  type PathDay,
  type Suspension,
} from './deadline.ts';
export { ERASURE_GROUNDS, isErasureGround, type ErasureGround } from './erasure.ts';
export { isLocalRuleId, LOCAL_RULES, usualOn, type LocalRule, type LocalRuleId } from './local-rules.ts';
export { judgeTerm, type Kept } from './kept.ts';
export { remediesText, type RemedyFacts } from './remedies.ts';
export { RETENTION, USUAL_RETENTION } from './retention.ts';
export { getRule, isRuleId, rule, RULES, type RuleId } from './rules/index.ts';
export { blocksOn, type LawRule } from './rules/rule.ts';
export {
  cite,
  findEdition,
  isStatuteCode,
  STATUTES,
  type Edition,
  type Grade,
  type Statute,
  type StatuteCode,
} from './statutes.ts';
export { surcharge, type Surcharge } from './surcharge.ts';
export { getTerm, isReminder, isTermId, TERMS, type TermId } from './terms/index.ts';
export { BINDING_TEXT, BINDINGS, type Binding, type Role, type TermRule, type Unit } from './terms/term.ts';
export {
  fixedDates,
  OWN_DUTIES,
  OWN_KIND,
  YEARLY_DUTIES,
  yearlyDuties,
  type ByWhen,
  type DutyOfYear,
  type FixedDate,
  type Shown,
  type ShownByRecords,
  type YearlyDuty,
} from './yearly-duties.ts';
