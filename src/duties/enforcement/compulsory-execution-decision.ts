import { addDays, type Day, type Situation } from '../../kernel/index.ts';
import { cite, judgeTerm, rule } from '../../law/index.ts';
import { isDemolition, type ExecutionFields, type ExecutionSteps } from './compulsory-execution-fields.ts';
import { isNight, isOtherDayOff, isPublicHoliday } from './execution-times.ts';

type Here = Situation<ExecutionFields>;

/** Nothing was demanded, its time is not over, or what the party said is not weighed; goods on the run allow haste. */
function isUndemanded({ values: { demandServedOn, demandDays = 0, opinion, hiding }, actOn }: Here): boolean {
  if (demandServedOn === undefined || demandServedOn > actOn) return true;
  const waits = hiding !== 'yes' && addDays(demandServedOn, demandDays) >= actOn;
  return waits || opinion === 'open';
}

function isUnserved({ values: { servedOn, served }, actOn }: Here): boolean {
  return servedOn === undefined || servedOn > actOn || served === 'spoken';
}

/** Demolished only after the announced days are over, and the ways of remedy with them. */
function isTooSoonToDemolish({ values, actOn }: Here): boolean {
  const { announcedOn, selfUntil, remedy, remedyEndsOn } = values;
  const isOver = (day: Day | undefined): boolean => day !== undefined && day < actOn;
  const announced = announcedOn !== undefined && isOver(selfUntil);
  return !announced || !(remedy === 'upheld' || (remedy === 'none' && isOver(remedyEndsOn)));
}

/** A demolition that is the township's: in the area of a village's plan, after the term to correct. */
function isNotItsDemolition({ values: { planArea, baseUntil }, actOn }: Here): boolean {
  return planArea !== 'village' || baseUntil === undefined || baseUntil >= actOn;
}

/** The decision to execute, its service, the execution (决定、送达、实施). */
export const CARRYING_OUT = {
  decide: {
    label: '作出强制执行决定',
    by: ['township-head'],
    basis: cite('QZ', '37'),
    shows: ['party'],
    from: ['opened', 'demanded'],
    to: 'decided',
    day: 'decidedOn',
    asks: ['basis', 'opinion', 'utilities'],
    may: ['hiding', 'planArea', 'baseUntil', 'remedy', 'remedyEndsOn'],
    rules: [
      {
        rule: rule('QZ-09'),
        breached: ({ values }) => values.powerSource !== 'law',
        remedy: '法律没有写明由本机关强制执行的，请登记“申请法院强制执行”。',
      },
      {
        rule: rule('ZQ-01'),
        breached: (here) => isDemolition(here) && isNotItsDemolition(here),
        remedy:
          '乡、村庄规划区内，责令限期改正期满不改的，乡镇才可以拆除；建制镇规划区内的报县级城乡规划部门。',
      },
      {
        rule: rule('QZ-10'),
        breached: isUndemanded,
        remedy: '请先送达催告书，等催告期满，复核当事人的意见后再决定。',
      },
      {
        rule: rule('QZ-12'),
        breached: ({ values }) => values.utilities === 'home',
        remedy: '不得对居民生活停水、停电、停热、停气，没有例外；请改用其他方式。',
      },
      {
        rule: rule('QZ-14'),
        breached: ({ values: { obligation, surchargeFrom }, actOn }) =>
          obligation === 'money' &&
          (surchargeFrom === undefined || judgeTerm('QZ-14', surchargeFrom, actOn) === 'breached'),
        remedy: '加处罚款、滞纳金满三十日，经催告仍不履行的，才可以强制执行。',
      },
    ],
    papers: {
      decision: {
        label: '强制执行决定书',
        series: '强执决',
        data: ['party', 'baseNumber', 'obligation', 'basis', 'utilities', 'decidedOn'],
      },
    },
  },
  serve: {
    label: '送达执行决定书',
    by: ['enforcement-officer'],
    basis: cite('QZ', '38'),
    from: ['decided'],
    to: 'served',
    day: 'servedOn',
    asks: ['served'],
  },
  execute: {
    label: '实施强制执行',
    by: ['enforcement-officer', 'township-head', 'area-lead'],
    basis: [cite('QZ', '37'), cite('QZ', '43'), cite('QZ', '44')],
    // After a pause it goes on from here; without a decision that was served the law stops it.
    from: ['demanded', 'decided', 'served'],
    to: 'executed',
    day: 'executedOn',
    asks: ['timing', 'urgent', 'footage'],
    may: ['startedAt', 'urgentFor', 'places', 'area', 'note', 'remedy', 'remedyEndsOn'],
    rules: [
      {
        rule: rule('QZ-11'),
        breached: isUnserved,
        remedy: '请先把强制执行决定书直接送达当事人；拒收或者无法直接送达的，依民事诉讼法送达。',
      },
      {
        rule: rule('QZ-12'),
        breached: ({ values: { timing, startedAt, urgent }, actOn }) =>
          urgent !== 'yes' && (isNight(timing, startedAt) || isPublicHoliday(actOn)),
        remedy: '请改在工作日白天；情况紧急的写明为什么紧急。',
      },
      {
        rule: rule('QZ-12.weekend'),
        breached: ({ values, actOn }) => values.urgent !== 'yes' && isOtherDayOff(actOn),
        remedy: '请改在工作日。',
      },
      {
        rule: rule('QZ-13'),
        breached: (here) => isDemolition(here) && isTooSoonToDemolish(here),
        remedy: '请先公告限期自行拆除；等公告期满，复议、起诉期限届满或者案件已结，再强制拆除。',
      },
      {
        rule: rule('ZF-06'),
        breached: ({ values }) => values.footage !== 'full',
        remedy: '请全程录像；有中断的，写明时间和原因。',
      },
    ],
  },
} satisfies ExecutionSteps;
