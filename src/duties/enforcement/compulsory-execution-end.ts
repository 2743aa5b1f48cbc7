import { cite, judgeTerm, rule } from '../../law/index.ts';
import { type ExecutionSteps } from './compulsory-execution-fields.ts';

/** Pauses, agreements, and the end without an execution (中止、协议、终结). */
export const PAUSES_AND_END = {
  suspend: {
    label: '中止执行',
    by: ['township-head', 'area-lead'],
    basis: cite('QZ', '39'),
    shows: ['party'],
    from: ['demanded', 'decided', 'served'],
    to: 'suspended',
    day: 'suspendedOn',
    asks: ['suspendFor'],
  },
  agree: {
    label: '订立执行协议',
    by: ['township-head', 'area-lead'],
    basis: cite('QZ', '42'),
    shows: ['party'],
    from: ['demanded', 'decided', 'served'],
    to: 'agreed',
    day: 'agreedOn',
    asks: ['harmless'],
    may: ['agreement'],
    rules: [
      {
        rule: rule('QZ-20'),
        breached: ({ values }) => values.harmless === 'no',
        remedy: '请改协议，不得损害公共利益和他人合法权益。',
      },
    ],
  },
  resume: {
    label: '恢复执行',
    by: ['township-head', 'area-lead'],
    basis: [cite('QZ', '39'), cite('QZ', '42')],
    shows: ['party', 'agreement'],
    from: ['suspended', 'agreed'],
    to: 'demanded',
    day: 'resumedOn',
  },
  end: {
    label: '终结执行',
    by: ['township-head', 'area-lead', 'enforcement-officer'],
    basis: [cite('QZ', '39'), cite('QZ', '40')],
    from: ['opened', 'demanded', 'decided', 'served', 'suspended', 'agreed'],
    to: 'ended',
    day: 'endedOn',
    asks: ['endFor'],
    may: ['places', 'area', 'note'],
    rules: [
      {
        rule: rule('QZ-20'),
        breached: ({ values: { endFor, suspendedOn, suspendFor }, actOn }) =>
          endFor === 'threeYears' &&
          (suspendFor !== 'unable' ||
            suspendedOn === undefined ||
            judgeTerm('QZ-20', suspendedOn, actOn) === 'breached'),
        remedy:
          '中止满三年、当事人确无能力履行又没有明显社会危害的，才不再执行；没有满的请恢复执行或者继续等待。',
      },
    ],
  },
} satisfies ExecutionSteps;
