import { linkedField } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { CLERKS, type ApplicationSteps } from './application-fields.ts';
import { AT_RECEIPT, BARRED, remediesOf, TOLD_ONCE, VOUCHER, WHERE_ELSE } from './application-law.ts';

/** From receipt to acceptance, or the refusal to accept (收件、补正、受理). */
export const RECEIPT = {
  receive: {
    label: '收件',
    by: CLERKS,
    basis: [cite('XK', '29'), cite('YS', '36')],
    from: 'start',
    to: 'received',
    day: 'receivedOn',
    asks: ['item', 'category', 'applicant'],
    may: ['power', 'earlier', 'relief', 'instance', 'agent', 'channel', 'materials', 'promised'],
    usual: { item: linkedField('power', 'name'), applicant: linkedField('earlier', 'applicant') },
    takes: {
      reviewDays: { setting: 'FWU-09', where: ({ relief }) => relief !== undefined && relief !== 'none' },
    },
    rules: AT_RECEIPT,
    papers: {
      receipt: { label: '收件回执', series: '收', data: ['item', 'applicant', 'materials', 'receivedOn'] },
    },
  },
  tellDeficit: {
    label: '一次性告知补正',
    by: CLERKS,
    basis: [cite('XK', '32①(4)'), cite('YS', '36')],
    from: ['received'],
    to: 'deficit',
    day: 'deficitOn',
    sameDay: ['answeredOn'],
    asks: ['missing'],
    may: ['completeBy'],
    papers: {
      notice: {
        label: '一次性告知书',
        series: '告知',
        data: ['applicant', 'item', 'receivedOn', 'materials', 'missing', 'completeBy', 'deficitOn'],
      },
    },
  },
  complete: {
    label: '收齐补正材料',
    by: CLERKS,
    basis: cite('XK', '32①(4)'),
    from: ['deficit'],
    to: 'completed',
    day: 'completedOn',
    may: ['materials'],
  },
  tellAgain: {
    label: '再次告知补正',
    by: CLERKS,
    basis: [cite('XK', '32①(4)'), cite('YS', '36')],
    from: ['completed'],
    to: 'deficit',
    day: 'againOn',
    asks: ['missing', 'againFor'],
    rules: TOLD_ONCE,
  },
  accept: {
    label: '受理',
    by: CLERKS,
    basis: [cite('XK', '32'), cite('YS', '36')],
    from: ['received'],
    to: 'accepted',
    day: 'acceptedOn',
    sameDay: ['answeredOn'],
    asks: ['voucher'],
    may: ['promised'],
    rules: [VOUCHER, BARRED],
    papers: {
      acceptance: { label: '受理通知书', series: '受', data: ['applicant', 'item', 'acceptedOn'] },
    },
  },
  acceptCompleted: {
    label: '补齐后受理',
    by: CLERKS,
    basis: [cite('XK', '32'), cite('YS', '36')],
    from: ['completed'],
    to: 'accepted',
    day: 'acceptedOn',
    asks: ['voucher'],
    may: ['promised'],
    rules: [VOUCHER, BARRED],
    papers: {
      acceptance: { label: '受理通知书', series: '受', data: ['applicant', 'item', 'acceptedOn'] },
    },
  },
  deny: {
    label: '不予受理',
    by: CLERKS,
    basis: cite('XK', '32'),
    from: ['received', 'completed'],
    to: 'denied',
    day: 'deniedOn',
    sameDay: ['answeredOn'],
    asks: ['denied', 'voucher'],
    may: ['elsewhere', 'reasons', 'remedies'],
    takes: { remediesTold: { says: remediesOf } },
    rules: [VOUCHER, WHERE_ELSE],
    papers: {
      denial: {
        label: '不予受理通知书',
        series: '不受',
        data: ['applicant', 'item', 'denied', 'elsewhere', 'remediesTold', 'deniedOn'],
      },
    },
  },
} satisfies ApplicationSteps;
