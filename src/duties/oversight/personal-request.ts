import { dayField, defineKind, longText, oneOf, person, text } from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';

/** A person asks to see, copy, mend or erase what is kept about them (个人信息查阅复制更正删除请求). */
export const personalRequest = defineKind({
  code: 'personal-request',
  label: '个人信息查阅复制更正删除请求',
  room: 'oversight',
  version: 1,
  village: 'optional',
  retention: RETENTION.protection,
  title: 'wants',
  fields: {
    wants: oneOf('请求什么', {
      access: '查阅',
      copy: '复制',
      transfer: '转移到其他处理者',
      correct: '更正、补充',
      erase: '删除',
      explain: '解释说明处理规则',
    }),
    applicant: person('请求人'),
    as: oneOf('以什么身份', { self: '本人', guardian: '监护人', agent: '受托人', kin: '死者近亲属' }),
    content: longText('请求内容', { privacy: 'personal' }),
    receivedOn: dayField('收到日'),
    verifiedOn: dayField('核实身份日'),
    outcome: oneOf('处理结果', { granted: '同意', partly: '部分同意', refused: '拒绝' }),
    grounds: longText('拒绝或部分拒绝的理由', { max: 500, help: '写理由和依据，不写人名' }),
    channel: text('答复方式', { max: 60 }),
    repliedOn: dayField('答复日'),
    withdrawnOn: dayField('撤回日'),
  },
  states: { received: '待答复', replied: '已答复', withdrawn: '已撤回' },
  steps: {
    receive: {
      label: '登记请求',
      by: ['window-clerk', 'judicial-office', 'area-lead'],
      basis: [cite('GB', '45'), cite('GB', '50')],
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['wants', 'applicant', 'as'],
      may: ['content'],
    },
    verify: {
      label: '核实身份',
      by: ['window-clerk', 'judicial-office', 'area-lead'],
      basis: cite('GB', '50'),
      from: ['received'],
      to: 'received',
      day: 'verifiedOn',
    },
    reply: {
      label: '答复',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('GB', '45'), cite('GB', '46'), cite('GB', '47'), cite('GB', '50')],
      from: ['received'],
      to: 'replied',
      day: 'repliedOn',
      asks: ['outcome'],
      may: ['grounds', 'channel'],
      rules: [
        {
          rule: rule('SJA-08'),
          breached: ({ values }) => values.outcome !== 'granted' && values.grounds === undefined,
          remedy: '请写明拒绝或部分拒绝的理由，一并告诉请求人。',
        },
      ],
    },
    withdraw: {
      label: '撤回请求',
      by: ['window-clerk', 'judicial-office', 'area-lead'],
      basis: cite('GB', '50'),
      from: ['received'],
      to: 'withdrawn',
      day: 'withdrawnOn',
    },
  },
  terms: [{ rule: 'SJA-08', from: 'receivedOn', metBy: 'repliedOn' }],
  examples: [
    [
      {
        step: 'receive',
        on: '2024-05-06',
        village: '柳树村',
        values: {
          wants: 'erase',
          applicant: { name: '龙某某' },
          as: 'self',
          content: '请求删除调解登记里的手机号',
          receivedOn: '2024-05-06',
        },
      },
      { step: 'verify', on: '2024-05-06', values: { verifiedOn: '2024-05-06' } },
      {
        step: 'reply',
        on: '2024-05-15',
        values: {
          outcome: 'partly',
          grounds: '调解卷宗保存期限未满，已停止使用，期满删除',
          channel: '当面书面答复',
          repliedOn: '2024-05-15',
        },
      },
    ],
    [
      {
        step: 'receive',
        on: '2024-06-11',
        values: {
          wants: 'access',
          applicant: { name: '杨某某' },
          as: 'guardian',
          receivedOn: '2024-06-11',
        },
      },
      { step: 'withdraw', on: '2024-06-12', values: { withdrawnOn: '2024-06-12' } },
    ],
  ],
});
