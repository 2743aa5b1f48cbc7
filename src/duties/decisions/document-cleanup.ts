import { dayField, defineKind, list, oneOf, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { CLEANUP_RESULTS } from './cleanup-results.ts';

const fields = {
  name: text('清理名称', { privacy: 'public', max: 80, help: '如“2026年行政规范性文件清理”' }),
  reason: text('为什么清理', { max: 120, help: '如上级部署、法律修改、有效期届满' }),
  documents: list(
    '清理的文件',
    {
      title: text('文件名称', { privacy: 'public', max: 120 }),
      number: text('发文字号', { privacy: 'public', max: 40, code: true }),
      result: oneOf('清理结果', CLEANUP_RESULTS, { privacy: 'public' }),
    },
    { privacy: 'public', needs: ['title', 'result'], help: '没有现行有效文件的，不填' },
  ),
  cleanedOn: dayField('清理日', { privacy: 'public' }),
  secrecyOn: dayField('公开前保密审查日'),
  address: text('公布位置', { privacy: 'public', max: 200 }),
  publishedOn: dayField('公布日', { privacy: 'public' }),
};
type Cleanup = Matter<typeof fields>;

const countOf = ({ values }: Cleanup): number => (values.documents ?? []).length;
const changes = ({ values }: Cleanup): boolean =>
  (values.documents ?? []).some(({ result }) => result !== 'kept');

/**
 * One clean-up of the normative documents (规范性文件清理) with its day and every document that it looked at. Each clean-up is a
 * record of its own, so that the next one never moves the count of an earlier year.
 */
export const documentCleanup = defineKind({
  code: 'document-cleanup',
  label: '规范性文件清理',
  room: 'decisions',
  version: 1,
  title: 'name',
  fields,
  states: { cleaned: '已清理，待公布', published: '已公布' },
  steps: {
    clean: {
      label: '登记清理',
      by: ['judicial-office', 'area-lead'],
      basis: cite('N37', '*'),
      from: 'start',
      to: 'cleaned',
      day: 'cleanedOn',
      asks: ['name'],
      may: ['reason', 'documents'],
    },
    publish: {
      label: '公布清理结果',
      by: ['judicial-office'],
      basis: [cite('N37', '*'), cite('GK', '20(1)'), cite('GK', '26')],
      from: ['cleaned'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      may: ['secrecyOn'],
      rules: [
        {
          rule: rule('GK-05'),
          breached: ({ values: { secrecyOn, publishedOn } }) =>
            secrecyOn === undefined || (publishedOn !== undefined && secrecyOn > publishedOn),
          remedy: '公布前请由专人做保密审查，并登记日期。',
        },
      ],
      papers: {
        list: { label: '规范性文件清理结果目录', data: ['name', 'documents', 'cleanedOn', 'publishedOn'] },
      },
    },
  },
  terms: [{ rule: 'GF-15', from: 'cleanedOn', metBy: 'publishedOn', where: changes }],
  figures: {
    'document-cleanups': {
      label: '开展规范性文件清理',
      unit: '次',
      definition: '清理日在统计期内的行政规范性文件清理，一次清理计一次，不论涉及几件。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'cleanedOn',
      counter: false,
    },
    'normative-documents.cleaned': {
      label: '清理规范性文件',
      unit: '件',
      definition:
        '清理日在统计期内各次清理所列的行政规范性文件件数之和；一次清理里一件计一件，以后再清理的计在以后，不动以前的数。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'cleanedOn',
      counter: false,
      amount: countOf,
    },
  },
  disclosure: { in: ['published'], fields: ['name', 'documents', 'cleanedOn', 'address', 'publishedOn'] },
  examples: [
    [
      {
        step: 'clean',
        on: '2024-11-11',
        values: {
          name: '2024年行政规范性文件清理',
          reason: '县司法局部署',
          documents: [
            { title: '集镇摊位管理办法', number: '演示府发〔2021〕1号', result: 'repeal' },
            { title: '河道保洁管理办法', number: '演示府发〔2022〕2号', result: 'kept' },
          ],
          cleanedOn: '2024-11-11',
        },
      },
      {
        step: 'publish',
        on: '2024-11-20',
        values: { secrecyOn: '2024-11-18', address: '县政府网站乡镇专栏', publishedOn: '2024-11-20' },
      },
    ],
  ],
});
