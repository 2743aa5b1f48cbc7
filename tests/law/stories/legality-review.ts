import type { Stories, ToldAct } from '../story.ts';

function submit(type: string, on: string): ToldAct {
  return { step: 'submit', on, values: { title: '样稿', type, office: '村镇建设服务中心' } };
}

function opine(on: string, values: object = {}): ToldAct {
  return { step: 'opine', on, values: { opinion: 'lawful', suggestions: 0, ...values } };
}

const heard = { counselHeardOn: '2026-04-15' };

export const stories: Stories = {
  kind: 'legality-review',
  stories: [
    {
      rule: 'JC-11',
      situation: '重大行政决策没有听取法律顾问、公职律师意见就出具审查意见',
      given: [submit('decision', '2026-04-10')],
      act: opine('2026-04-21'),
      outcome: 'reminded',
    },
    {
      rule: 'JC-11',
      situation: '听取意见后出具',
      given: [submit('decision', '2026-04-10')],
      act: opine('2026-04-21', heard),
      outcome: 'kept',
    },
    {
      rule: 'JC-10',
      situation: '决策送审第四个工作日就出具意见，不足七个工作日',
      given: [submit('decision', '2026-04-10')],
      act: opine('2026-04-16', heard),
      outcome: 'flawed',
    },
    {
      rule: 'GF-09.minimum',
      situation: '规范性文件收齐材料次日就出具意见',
      given: [submit('document', '2026-09-23')],
      act: opine('2026-09-24'),
      outcome: 'flawed',
    },
    {
      rule: 'GF-09',
      situation: '规范性文件9月23日收齐材料，最长十五个工作日',
      act: submit('document', '2026-09-23'),
      outcome: { due: '2026-10-21' },
    },
    {
      rule: 'GF-16.contract',
      situation: '合同送审，没有登记本省规定，按通常的五个工作日',
      act: submit('contract', '2026-04-30'),
      outcome: { due: '2026-05-11' },
    },
    {
      rule: 'GF-16.contract',
      situation: '登记了本省规定三个工作日',
      others: {
        own: {
          kind: 'local-rule',
          acts: [
            {
              step: 'adopt',
              on: '2026-05-12',
              values: { rule: 'GF-16.contract', value: 3, document: '样省司法厅规范第九条' },
            },
          ],
        },
      },
      act: submit('contract', '2026-05-18'),
      outcome: { due: '2026-05-21' },
    },
    {
      rule: 'GF-16',
      situation: '三条意见只采纳两条，没有写理由',
      given: [submit('other', '2026-04-10'), opine('2026-04-20', { opinion: 'amend', suggestions: 3 })],
      act: { step: 'answer', on: '2026-04-22', values: { adopted: 2 } },
      outcome: 'reminded',
    },
    {
      rule: 'GF-16',
      situation: '写明未采纳的理由',
      given: [submit('other', '2026-04-10'), opine('2026-04-20', { opinion: 'amend', suggestions: 3 })],
      act: { step: 'answer', on: '2026-04-22', values: { adopted: 2, reasons: '第三条按上级批复执行' } },
      outcome: 'kept',
    },
  ],
};
