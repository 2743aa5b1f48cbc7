import { dayField, defineKind, file, list, oneOf, text } from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';

/** The office's own schedule (保存期限表): how long the records of each kind are kept. */
export const retentionSchedule = defineKind({
  code: 'retention-schedule',
  label: '保存期限表',
  room: 'oversight',
  version: 1,
  retention: RETENTION.documents,
  title: 'title',
  fields: {
    title: text('名称', { max: 60 }),
    items: list(
      '各种事项的保存期限',
      {
        kind: text('事项种类', { max: 40, help: '写事项种类的名称或代码' }),
        keep: oneOf('保存期限', {
          y3: '3年',
          y5: '5年',
          y10: '10年',
          y15: '15年',
          y30: '30年',
          permanent: '永久',
        }),
      },
      { needs: ['kind', 'keep'], help: '没有写的，按默认期限；法律规定至少多久的，不能短于它。' },
    ),
    agreedOn: dayField('档案主管部门审核同意日'),
    document: file('期限表'),
    adoptedOn: dayField('施行日'),
    endedOn: dayField('停用日'),
  },
  states: { inForce: '施行', ended: '已停用' },
  steps: {
    adopt: {
      label: '施行',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: [cite('DA', '14'), cite('DAT', '19')],
      from: 'start',
      to: 'inForce',
      day: 'adoptedOn',
      asks: ['title', 'items'],
      may: ['agreedOn', 'document'],
      rules: [
        {
          rule: rule('SJA-20'),
          breached: ({ values: { agreedOn }, actOn }) => agreedOn === undefined || agreedOn > actOn,
          remedy: '请先把归档范围和保管期限表报同级档案主管部门审核，登记同意日，再施行。',
        },
      ],
    },
    end: {
      label: '停用',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: [cite('DA', '14'), cite('DAT', '19')],
      from: ['inForce'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  examples: [
    [
      {
        step: 'adopt',
        on: '2024-04-15',
        values: {
          title: '文书材料保存期限表（2024年）',
          items: [
            { kind: '矛盾纠纷', keep: 'y15' },
            { kind: '法律咨询', keep: 'y10' },
          ],
          agreedOn: '2024-04-08',
          adoptedOn: '2024-04-15',
        },
      },
      { step: 'end', on: '2024-12-23', values: { endedOn: '2024-12-23' } },
    ],
  ],
});
