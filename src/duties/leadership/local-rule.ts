import { count, dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite, LOCAL_RULES } from '../../law/index.ts';

/** A number that national law leaves to province or county (地方规定), as the office has it in writing. */
export const localRule = defineKind({
  code: 'local-rule',
  label: '地方规定',
  room: 'leadership',
  version: 1,
  title: 'document',
  fields: {
    rule: oneOf(
      '规定什么',
      Object.fromEntries(
        Object.entries(LOCAL_RULES).map(([id, { label, unit }]) => [id, `${label}（${unit}）`]),
      ),
    ),
    value: count('数', '', { min: 1, max: 100_000_000, help: '单位见所选事项' }),
    document: text('文件名称和文号', { code: true, help: '如“省政府令第180号第二十条”' }),
    since: dayField('施行日'),
    until: dayField('停用日', { help: '停用的当天起不再适用' }),
  },
  states: { inForce: '施行', ended: '已停用' },
  steps: {
    adopt: {
      label: '登记规定',
      by: ['judicial-office'],
      basis: cite('DF', '76(1)'),
      from: 'start',
      to: 'inForce',
      day: 'since',
      asks: ['rule', 'value', 'document'],
    },
    end: {
      label: '停用',
      by: ['judicial-office'],
      basis: cite('DF', '76(1)'),
      from: ['inForce'],
      to: 'ended',
      day: 'until',
    },
  },
  examples: [
    [
      {
        step: 'adopt',
        on: '2024-03-01',
        values: {
          rule: 'GF-11',
          value: 15,
          document: '样省规范性文件管理规定第二十条',
          since: '2024-03-01',
        },
      },
      { step: 'end', on: '2024-12-02', values: { until: '2024-12-02' } },
    ],
  ],
});
