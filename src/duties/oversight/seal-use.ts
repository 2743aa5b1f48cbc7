import {
  count,
  dayField,
  defineKind,
  LAST,
  link,
  linkedField,
  oneOf,
  person,
  text,
  type Day,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { DESK } from './desk.ts';

/** Signed or approved on or before the day on which the seal was used. */
function isBefore(approved: unknown, used: Day): boolean {
  return typeof approved === 'string' && approved <= used;
}

/** A use of a seal (用印登记): on what, which, who approved it. */
export const sealUse = defineKind({
  code: 'seal-use',
  label: '用印登记',
  room: 'oversight',
  version: 1,
  title: 'subject',
  fields: {
    subject: text('用印材料', { max: 120, help: '写材料名称，不写当事人姓名' }),
    type: oneOf('材料类别', {
      document: '公文',
      contract: '合同、协议',
      certificate: '证明、介绍信',
      form: '报表、申请材料',
      enforcement: '执法文书',
      other: '其他',
    }),
    seal: oneOf('印章', {
      government: '乡镇人民政府印章',
      committee: '乡镇党委印章',
      office: '办公室印章',
      contract: '合同专用章',
      other: '其他印章',
    }),
    copies: count('份数', '份', { min: 1, max: 10_000 }),
    document: link('盖章的公文', 'outgoing-document', { help: '公文已经登记的，选它，签发就是批准' }),
    approver: oneOf('批准人', {
      'party-secretary': '党委书记',
      'township-head': '乡镇长',
      'area-lead': '分管领导',
    }),
    approvedOn: dayField('批准日'),
    applicant: person('经办人'),
    usedOn: dayField('用印日'),
  },
  states: { used: '已用印' },
  steps: {
    use: {
      label: '盖章',
      by: DESK,
      basis: cite('GWC', '*'),
      from: 'start',
      to: 'used',
      day: 'usedOn',
      asks: ['subject', 'type', 'seal', 'copies'],
      may: ['approver', 'approvedOn', 'document', 'applicant'],
      usual: { subject: linkedField('document', 'title'), seal: LAST },
      rules: [
        {
          rule: rule('GW-12.approval'),
          breached: ({ values: { type, approvedOn }, linked, actOn }) =>
            (type === 'document' || type === 'contract') &&
            !isBefore(approvedOn, actOn) &&
            !isBefore(linked.document?.values['signedOn'], actOn),
          remedy: '请先经负责人签发或者批准，登记批准人和批准日，再用印。',
        },
      ],
    },
  },
  examples: [
    [
      {
        step: 'use',
        on: '2024-05-09',
        values: {
          subject: '集镇保洁服务合同',
          type: 'contract',
          seal: 'contract',
          copies: 4,
          approver: 'township-head',
          approvedOn: '2024-05-08',
          usedOn: '2024-05-09',
        },
      },
    ],
  ],
});
