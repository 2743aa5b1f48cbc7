import type { Stories, Story, ToldAct } from '../story.ts';

const report = (values: object = {}): ToldAct => ({
  step: 'report',
  on: '2026-06-03',
  village: '石桥村',
  values: { title: '相邻排水纠纷', type: 'neighbour', channel: 'village', ...values },
});
const at =
  (step: string, on: string) =>
  (values: object = {}): ToldAct => ({ step, on, values: { ...values } });

const mediate = at('mediate', '2026-06-03');
const BOTH = { consent: 'both' };
const mediated = (values: object = {}): ToldAct[] => [report(values), mediate(BOTH)];
const settle = at('settle', '2026-06-04');
const written = (values: object = {}): ToldAct[] => [...mediated(values), settle({ agreement: 'written' })];
const oral = (values: object = {}): ToldAct[] => [...mediated(values), settle({ agreement: 'oral' })];
const end = at('end', '2026-06-05');
const police = at('callPolice', '2026-06-03')();
const sign = at('sign', '2026-06-05');
const ALL_SIGNED = { signed: ['parties', 'mediator', 'seal'] };
const confirm = (on: string, values: object = {}): ToldAct =>
  at('confirm', on)({ confirmationBy: 'both', ...values });
const archive = at('archive', '2026-06-30');
const ORAL_VOLUME = { volume: ['register', 'record', 'oral'] };

type Held = Omit<Story, 'rule'>;
const held = (rule: Story['rule'], ...stories: readonly Held[]): Story[] =>
  stories.map((story) => ({ rule, ...story }));

const CONSENT = held(
  'RT-01',
  {
    situation: '一方明确拒绝，仍开展调解',
    given: [report()],
    act: mediate({ consent: 'refused' }),
    outcome: 'stopped',
  },
  { situation: '双方愿意，开展调解', given: [report()], act: mediate(BOTH), outcome: 'kept' },
  {
    situation: '调解中有一方拒绝再调，仍再次调解',
    given: mediated(),
    act: at('continue', '2026-06-10')({ consent: 'refused' }),
    outcome: 'stopped',
  },
  {
    situation: '一方拒绝，终止调解并告知途径',
    given: [report()],
    act: end({ referral: 'court', consent: 'refused' }),
    outcome: 'kept',
  },
);

const DANGER: Story[] = [
  ...held(
    'RT-07',
    {
      situation: '涉嫌犯罪，没有报告公安机关就开展调解',
      given: [report({ danger: ['crime'] })],
      act: mediate(BOTH),
      outcome: 'stopped',
    },
    {
      situation: '调解中动起手来，没有报告公安机关就写协议',
      given: mediated(),
      act: settle({ agreement: 'written', danger: ['violence'] }),
      outcome: 'stopped',
    },
    {
      situation: '打架引起的纠纷当场调成，没有报告公安机关',
      act: {
        step: 'settleAtOnce',
        on: '2026-06-03',
        values: {
          title: '饮酒打架纠纷',
          type: 'damage',
          channel: 'village',
          agreement: 'oral',
          danger: ['violence'],
        },
      },
      outcome: 'stopped',
    },
    {
      situation: '已经报告公安机关，双方愿意调解赔偿',
      given: [report({ danger: ['violence'] }), police],
      act: mediate(BOTH),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-18',
    {
      situation: '未成年人疑似遭受家庭暴力，没有报警就终止调解',
      given: [report({ danger: ['violence', 'minor'] })],
      act: end({ referral: 'police' }),
      outcome: 'reminded',
    },
    {
      situation: '已经报警，终止调解交公安处理',
      given: [report({ danger: ['violence', 'minor'] }), police],
      act: end({ referral: 'police' }),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-18.guardian',
    {
      situation: '学生之间的赔偿纠纷，监护人没有参加',
      given: [report({ danger: ['minor'] })],
      act: mediate({ ...BOTH, guardian: 'absent' }),
      outcome: 'reminded',
    },
    {
      situation: '双方监护人到场',
      given: [report({ danger: ['minor'] })],
      act: mediate({ ...BOTH, guardian: 'present' }),
      outcome: 'kept',
    },
  ),
];

const CONDUCT: Story[] = [
  ...held(
    'RT-06',
    {
      situation: '邀请村民代表参加，有一方不同意',
      given: [report()],
      act: mediate({ ...BOTH, invited: 'objected' }),
      outcome: 'stopped',
    },
    {
      situation: '双方同意邀请村民代表参加',
      given: [report()],
      act: mediate({ ...BOTH, invited: 'agreed' }),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-08',
    {
      situation: '调解不成，没有告知途径就终止',
      given: mediated(),
      act: end({ referral: 'none' }),
      outcome: 'stopped',
    },
    { situation: '告知可以起诉', given: mediated(), act: end({ referral: 'court' }), outcome: 'kept' },
  ),
  ...held(
    'RT-21',
    {
      situation: '林地权属争议，告知直接起诉',
      given: mediated({ nature: 'ownership' }),
      act: end({ referral: 'court' }),
      outcome: 'stopped',
    },
    {
      situation: '林地权属争议，告知由人民政府处理',
      given: mediated({ nature: 'ownership' }),
      act: end({ referral: 'administrative' }),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-22',
    {
      situation: '可能引发群体性事件，没有移交就终止调解',
      given: mediated({ risk: 'public' }),
      act: end({ referral: 'administrative' }),
      outcome: 'stopped',
    },
    {
      situation: '已经移交乡镇人民政府、综治中心一起处理',
      given: [...mediated({ risk: 'public' }), at('handOver', '2026-06-04')({ handedTo: 'township' })],
      act: end({ referral: 'administrative' }),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-19',
    {
      situation: '承包地纠纷只达成口头协议',
      given: mediated({ nature: 'contracted' }),
      act: settle({ agreement: 'oral' }),
      outcome: 'stopped',
    },
    {
      situation: '承包地纠纷的协议书少调解组织印章',
      given: written({ nature: 'contracted' }),
      act: { ...sign({ signed: ['parties', 'mediator'] }), source: 'late', entered: '2026-06-08' },
      outcome: 'flawed',
    },
    {
      situation: '承包地纠纷制作调解协议书',
      given: mediated({ nature: 'contracted' }),
      act: settle({ agreement: 'written' }),
      outcome: 'kept',
    },
  ),
];

const EFFECT: Story[] = [
  ...held(
    'RT-11',
    {
      situation: '书面协议没有盖调委会印章',
      given: written(),
      act: sign({ signed: ['parties', 'mediator'] }),
      outcome: 'stopped',
    },
    { situation: '签名、印章齐全，协议生效', given: written(), act: sign(ALL_SIGNED), outcome: 'kept' },
    {
      situation: '协议缺章没有生效，就申请司法确认',
      given: written(),
      act: confirm('2026-06-10'),
      outcome: 'stopped',
    },
  ),
  ...held(
    'RT-14',
    {
      situation: '6月5日签章生效，三十日到7月5日，逢星期日顺延到6日',
      given: written(),
      act: sign(ALL_SIGNED),
      outcome: { due: '2026-07-06' },
    },
    {
      situation: '当事人说不需要司法确认',
      given: written(),
      act: sign({ ...ALL_SIGNED, confirmation: 'none' }),
      outcome: 'none',
    },
    {
      situation: '口头协议不提示司法确认',
      given: mediated(),
      act: settle({ agreement: 'oral' }),
      outcome: 'none',
    },
    {
      situation: '只有一方申请',
      given: [...written(), sign(ALL_SIGNED)],
      act: confirm('2026-06-20', { confirmationBy: 'one' }),
      outcome: 'stopped',
    },
    {
      situation: '生效三十多天以后才申请',
      given: [...written(), sign(ALL_SIGNED)],
      act: confirm('2026-07-07'),
      outcome: 'stopped',
    },
    {
      situation: '双方在三十日内共同申请',
      given: [...written(), sign(ALL_SIGNED)],
      act: confirm('2026-07-06'),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-16',
    {
      situation: '宅基地确权的协议申请司法确认',
      given: [...written({ nature: 'ownership' }), sign(ALL_SIGNED)],
      act: confirm('2026-06-20'),
      outcome: 'reminded',
    },
    {
      situation: '解除婚姻关系的协议申请司法确认',
      given: [...written({ nature: 'identity' }), sign(ALL_SIGNED)],
      act: confirm('2026-06-20'),
      outcome: 'reminded',
    },
    {
      situation: '赔偿协议申请司法确认',
      given: [...written({ nature: 'ordinary' }), sign(ALL_SIGNED)],
      act: confirm('2026-06-20'),
      outcome: 'kept',
    },
  ),
];

const visit = at('visit', '2026-06-20')();
const FILED: Story[] = [
  ...held(
    'RT-10',
    {
      situation: '卷里没有调解记录',
      given: [...oral(), visit],
      act: archive({ volume: ['register', 'oral'] }),
      outcome: 'stopped',
    },
    {
      situation: '书面协议的卷里没有协议书',
      given: [...written(), sign(ALL_SIGNED), visit],
      act: archive(ORAL_VOLUME),
      outcome: 'stopped',
    },
    {
      situation: '登记表、记录、口头协议登记表都在卷里',
      given: [...oral(), visit],
      act: archive(ORAL_VOLUME),
      outcome: 'kept',
    },
  ),
  ...held(
    'RT-12',
    {
      situation: '没有履行也没有回访就归档',
      given: oral(),
      act: archive(ORAL_VOLUME),
      outcome: 'stopped',
    },
    {
      situation: '当场履行的不必另行回访',
      given: [...mediated(), settle({ agreement: 'oral', performance: 'full' })],
      act: archive(ORAL_VOLUME),
      outcome: 'kept',
    },
  ),
];

export const stories: Stories = {
  kind: 'dispute',
  stories: [...CONSENT, ...DANGER, ...CONDUCT, ...EFFECT, ...FILED],
};
