import { LAST } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { LISTENERS, MEDIATORS, OPEN, type DisputeSteps } from './dispute-fields.ts';
import { AT_SETTLING } from './dispute-law.ts';

const KNOWN = ['where', 'involved', 'danger', 'risk', 'narrative', 'photo', 'voice'] as const;
const WHO = ['parties', 'amount', 'nature', 'screening', 'group', 'earlier', 'mediator'] as const;

const REGISTER = {
  label: '人民调解受理登记表',
  data: ['title', 'type', 'channel', 'way', 'parties', 'involved', 'narrative', 'reportedOn'],
} as const;

const APPLICATION = {
  label: '人民调解申请书',
  data: ['parties', 'title', 'narrative', 'reportedOn'],
} as const;

/** Through whom a matter usually comes in, by who enters it. */
const OWN_CHANNEL = {
  channel: [{ byPost: { 'household-group-leader': 'group', 'village-cadre': 'village' } }, LAST],
} as const;

/** How a dispute gets in: found or brought, told by a leader in three taps, or talked out on the spot. */
export const INTAKE = {
  report: {
    label: '登记纠纷',
    by: [...LISTENERS],
    basis: cite('RT', '17'),
    from: 'start',
    to: 'reported',
    day: 'reportedOn',
    asks: ['title', 'type', 'channel'],
    may: [...KNOWN, ...WHO, 'way', 'entrustedBy', 'level', 'consent'],
    usual: OWN_CHANNEL,
    papers: { application: APPLICATION, register: REGISTER },
  },
  tell: {
    label: '联户长上报',
    by: ['household-group-leader', 'village-cadre'],
    basis: cite('RT', '17'),
    from: 'start',
    to: 'reported',
    day: 'reportedOn',
    asks: ['title'],
    may: [...KNOWN, 'group'],
    takes: { channel: { says: () => 'group' }, way: { says: () => 'active' } },
  },
  settleAtOnce: {
    label: '简易登记',
    by: [...LISTENERS],
    basis: [cite('RT', '27'), cite('RT', '28')],
    from: 'start',
    to: 'settled',
    day: 'settledOn',
    sameDay: ['reportedOn', 'mediatedOn', 'closedOn'],
    asks: ['title', 'type', 'channel', 'agreement'],
    may: [...KNOWN, ...WHO, 'guardian', 'performance'],
    usual: { ...OWN_CHANNEL, agreement: { is: 'oral' } },
    takes: {
      effectiveOn: {
        says: ({ agreement, settledOn }) => (agreement === 'oral' ? String(settledOn) : undefined),
      },
    },
    rules: AT_SETTLING,
    papers: {
      register: REGISTER,
      oral: {
        label: '口头协议登记表',
        data: ['parties', 'title', 'narrative', 'agreement', 'settledOn'],
      },
    },
  },
  accept: {
    label: '补充受理情况',
    by: [...MEDIATORS],
    basis: [cite('RT', '17'), cite('RT', '27')],
    from: ['reported', 'mediating'],
    may: [...KNOWN, ...WHO, 'type', 'way', 'entrustedBy', 'level', 'consent', 'guardian'],
    papers: { application: APPLICATION, register: REGISTER },
  },
  callPolice: {
    label: '报告公安机关',
    by: [...LISTENERS],
    basis: [cite('RT', '25'), cite('FB', '14')],
    from: [...OPEN],
    day: 'policeOn',
    may: ['danger', 'narrative'],
    records: true,
  },
} as const satisfies DisputeSteps;
