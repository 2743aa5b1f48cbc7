import type { Stories, ToldAct } from '../story.ts';

function use(on: string, values: Readonly<Record<string, unknown>>): ToldAct {
  return { step: 'use', on, values: { subject: '样稿', seal: 'government', copies: 2, ...values } };
}

const draft: ToldAct = {
  step: 'draft',
  on: '2026-03-16',
  values: { title: '样稿', series: '@series', secrecy: 'none' },
};
const series = {
  kind: 'document-series',
  acts: [{ step: 'open', on: '2026-01-05', values: { code: '样府发', purpose: '普发文件' } }],
};

export const stories: Stories = {
  kind: 'seal-use',
  stories: [
    {
      rule: 'GW-12.approval',
      situation: '合同没有人批准就盖章',
      act: use('2026-03-18', { type: 'contract' }),
      outcome: 'reminded',
    },
    {
      rule: 'GW-12.approval',
      situation: '只写了批准人，没有写哪天批准',
      act: use('2026-03-18', { type: 'contract', approver: 'township-head' }),
      outcome: 'reminded',
    },
    {
      rule: 'GW-12.approval',
      situation: '经乡长批准后盖章',
      act: use('2026-03-18', { type: 'contract', approver: 'township-head', approvedOn: '2026-03-17' }),
      outcome: 'kept',
    },
    {
      rule: 'GW-12.approval',
      situation: '公文还没有签发就盖章',
      others: { series, paper: { kind: 'outgoing-document', acts: [draft] } },
      act: use('2026-03-18', { type: 'document', document: '@paper' }),
      outcome: 'reminded',
    },
    {
      rule: 'GW-12.approval',
      situation: '公文已经签发，签发就是批准',
      others: {
        series,
        paper: {
          kind: 'outgoing-document',
          acts: [draft, { step: 'sign', on: '2026-03-17', values: { signer: 'township-head' } }],
        },
      },
      act: use('2026-03-18', { type: 'document', document: '@paper' }),
      outcome: 'kept',
    },
    {
      rule: 'GW-12.approval',
      situation: '一般证明由窗口按规定用印，不另要批准',
      act: use('2026-03-18', { type: 'certificate' }),
      outcome: 'kept',
    },
  ],
};
