import {
  count,
  dayField,
  defineKind,
  LAST,
  link,
  list,
  oneOf,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  title: text('名称', { max: 60, help: '如“民政窗口3月办件量”' }),
  window: link('窗口', 'service-window'),
  span: oneOf('统计多长', { day: '一天', week: '一周', month: '一个月' }),
  countedOn: dayField('统计日', { help: '一周、一个月的，填最后一天' }),
  counts: list(
    '各事项办件量',
    {
      item: text('事项', { max: 80 }),
      received: count('收件', '件', { max: 1_000_000 }),
      completed: count('办结', '件', { max: 1_000_000 }),
      atOnce: count('即办', '件', { max: 1_000_000 }),
      online: count('网上办', '件', { max: 1_000_000 }),
      rated: count('评价', '件', { max: 1_000_000 }),
      good: count('好评', '件', { max: 1_000_000 }),
    },
    { needs: ['item'], help: '可以从平台导出的表格里复制粘贴' },
  ),
};
type WindowDay = Matter<typeof fields>;
type Column = 'received' | 'completed' | 'atOnce' | 'online' | 'rated' | 'good';

/** One column of all items together. */
const sum =
  (column: Column) =>
  ({ values }: WindowDay): number =>
    (values.counts ?? []).reduce((total, item) => total + (item[column] ?? 0), 0);

/** What came in of the items that say how much of it came online. */
const receivedWithChannel = ({ values }: WindowDay): number =>
  (values.counts ?? []).reduce(
    (total, item) => total + (item.online === undefined ? 0 : (item.received ?? 0)),
    0,
  );

const flow = { unit: '件', chapter: 'services', measure: 'flow', on: 'countedOn' } as const;

/**
 * What the windows did (窗口办件量), as the upper platform exports it: counts per item, nobody's name. The platform is the
 * home of each application; here it is counted once for each export.
 */
export const windowDay = defineKind({
  code: 'window-day',
  label: '窗口办件量',
  room: 'services',
  version: 1,
  home: { platform: '政务服务平台' },
  village: 'optional',
  title: 'title',
  fields,
  states: { counted: '已登记' },
  steps: {
    count: {
      label: '登记办件量',
      by: ['window-clerk', 'judicial-office'],
      basis: [cite('ZX', '6'), cite('YS', '36')],
      from: 'start',
      to: 'counted',
      day: 'countedOn',
      asks: ['title', 'span', 'counts'],
      may: ['window'],
      usual: { span: LAST, window: LAST },
    },
  },
  figures: {
    'window-cases.received': {
      ...flow,
      label: '政务服务窗口收件',
      definition: '统计日在统计期内的窗口收件量之和，按政务服务平台导出登记；在本系统办理的依申请办件另计。',
      amount: sum('received'),
    },
    'window-cases.completed': {
      ...flow,
      label: '政务服务窗口办件',
      definition: '统计日在统计期内的窗口办结量之和，按政务服务平台导出登记；在本系统办理的依申请办件另计。',
      amount: sum('completed'),
    },
    'window-cases.at-once': {
      ...flow,
      label: '即办件',
      definition: '统计日在统计期内当场办结的窗口办件量之和，按政务服务平台导出登记。',
      amount: sum('atOnce'),
      relations: [{ to: 'window-cases.completed', is: 'part-of' }],
    },
    'window-cases.completion-rate': {
      label: '窗口办结率',
      unit: '%',
      definition: '统计日在统计期内的窗口办件：办结量除以收件量。',
      chapter: 'services',
      measure: 'ratio',
      on: 'countedOn',
      numerator: sum('completed'),
      denominator: sum('received'),
    },
    'window-cases.online-rate': {
      label: '窗口网办率',
      unit: '%',
      definition:
        '统计日在统计期内、导出里有网上办件量的事项：网上办件量除以收件量；没有导出网上办件量的事项不计。',
      chapter: 'services',
      measure: 'ratio',
      on: 'countedOn',
      numerator: sum('online'),
      denominator: receivedWithChannel,
    },
    'window-cases.satisfaction': {
      label: '窗口好评率',
      unit: '%',
      definition: '统计日在统计期内的窗口办件：好评量除以评价量；没有评价的不计。',
      chapter: 'services',
      measure: 'ratio',
      on: 'countedOn',
      numerator: sum('good'),
      denominator: sum('rated'),
    },
  },
  examples: [
    [
      {
        step: 'count',
        on: '2024-03-29',
        source: 'platform',
        values: {
          title: '民政窗口3月办件量',
          window: '00000000-0000-4000-8000-000000000001',
          span: 'month',
          counts: [
            { item: '临时救助申请', received: 12, completed: 11, atOnce: 0, rated: 9, good: 9 },
            {
              item: '老年优待证办理',
              received: 26,
              completed: 26,
              atOnce: 26,
              online: 9,
              rated: 20,
              good: 19,
            },
          ],
          countedOn: '2024-03-29',
        },
      },
    ],
  ],
});
