import { dayField, defineKind, list, longText, POSTS, text, type Post } from '../../kernel/index.ts';
import { cite, RETENTION } from '../../law/index.ts';

/** Who answers for personal data may take several records' along; nobody else. */
const EXPORTING = ['judicial-office', 'area-lead', 'party-secretary', 'township-head'] as const;

/** Whoever is cleared opens sealed records; auditors are never. */
const OPENING = (Object.keys(POSTS) as Post[]).filter((post) => post !== 'auditor');

/**
 * Somebody looked at personal data of a matter that they do not handle, or took it along as a table; somebody who is cleared opened a sealed
 * record (个人信息查看登记). It names the fields, never what stands in them, and is written before anything is shown.
 */
export const personalReveal = defineKind({
  code: 'personal-reveal',
  label: '个人信息查看登记',
  room: 'oversight',
  version: 1,
  retention: RETENTION.protection,
  audience: 'audit-administrator',
  log: true,
  village: 'optional',
  title: 'about',
  fields: {
    about: text('哪一种事项'),
    matter: text('记录编号', { max: 36, code: true }),
    matters: list(
      '导出了哪些记录',
      { matter: text('记录编号', { max: 36, code: true }) },
      { needs: ['matter'] },
    ),
    columns: list(
      '看了哪些栏',
      { field: text('栏目代码', { max: 60 }), label: text('栏目') },
      { needs: ['field', 'label'] },
    ),
    reason: longText('为什么要看', { max: 300, help: '写明用途，不写人名' }),
    revealedOn: dayField('查看日'),
    exportedOn: dayField('导出日'),
    openedOn: dayField('打开日'),
  },
  states: { revealed: '已查看', exported: '已导出', opened: '已打开限定知悉的记录' },
  steps: {
    reveal: {
      label: '查看',
      by: [...EXPORTING, 'county-supervisor', 'auditor'],
      basis: [cite('GB', '51(4)'), cite('GB', '34')],
      from: 'start',
      to: 'revealed',
      day: 'revealedOn',
      asks: ['about', 'matter', 'columns', 'reason'],
    },
    export: {
      label: '导出',
      by: EXPORTING,
      basis: [cite('GB', '51(4)'), cite('GB', '34')],
      from: 'start',
      to: 'exported',
      day: 'exportedOn',
      asks: ['about', 'matters', 'columns', 'reason'],
    },
    open: {
      label: '打开限定知悉的记录',
      by: OPENING,
      basis: [cite('GB', '51(4)'), cite('GB', '34')],
      from: 'start',
      to: 'opened',
      day: 'openedOn',
      asks: ['about', 'matter'],
    },
  },
  examples: [
    [
      {
        step: 'reveal',
        on: '2024-08-20',
        values: {
          about: '矛盾纠纷',
          matter: '1d0a7c52-6a0e-4f6e-9a43-0a2f6c1b7f10',
          columns: [{ field: 'parties', label: '当事人' }],
          reason: '县局回访，要核对当事人电话',
          revealedOn: '2024-08-20',
        },
      },
    ],
    [
      {
        step: 'export',
        on: '2024-09-10',
        values: {
          about: '救援队员',
          matters: [{ matter: '1d0a7c52-6a0e-4f6e-9a43-0a2f6c1b7f10' }],
          columns: [{ field: 'phone', label: '电话' }],
          reason: '汛期前印制叫应名单',
          exportedOn: '2024-09-10',
        },
      },
    ],
    [
      {
        step: 'open',
        on: '2024-09-12',
        values: {
          about: '限定知悉的记录',
          matter: '1d0a7c52-6a0e-4f6e-9a43-0a2f6c1b7f10',
          openedOn: '2024-09-12',
        },
      },
    ],
  ],
});
