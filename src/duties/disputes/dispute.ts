import { defineKind } from '../../kernel/index.ts';
import { RETENTION } from '../../law/index.ts';
import { AFTERWARDS } from './dispute-afterwards.ts';
import { DISPUTE_STATES, disputeFields } from './dispute-fields.ts';
import { DISPUTE_FIGURES } from './dispute-figures.ts';
import { INTAKE } from './dispute-intake.ts';
import { canBeConfirmed, isSensitive } from './dispute-law.ts';
import { MEDIATION } from './dispute-mediation.ts';

/**
 * A dispute (矛盾纠纷) in two forms: the simple register of an oral agreement, and the full volume from screening to the
 * return visit. Who the parties are and what happened is personal; where somebody was hurt, is a child or may have committed a
 * crime, the record is sealed. No party is scored and no list of persons can be made of it.
 */
export const dispute = defineKind({
  code: 'dispute',
  label: '矛盾纠纷',
  room: 'disputes',
  version: 1,
  village: 'optional',
  retention: RETENTION.mediation,
  seals: { class: '敏感纠纷', otherwise: 'judicial-office', where: isSensitive },
  title: 'title',
  fields: disputeFields,
  states: DISPUTE_STATES,
  steps: { ...INTAKE, ...MEDIATION, ...AFTERWARDS },
  terms: [
    {
      rule: 'RT-14',
      from: 'effectiveOn',
      metBy: 'confirmationOn',
      where: (one) =>
        one.values.agreement === 'written' && one.values.confirmation !== 'none' && canBeConfirmed(one),
    },
  ],
  figures: DISPUTE_FIGURES,
  examples: [
    [
      {
        step: 'report',
        on: '2024-03-05',
        village: '柳树村',
        values: {
          title: '宅基地边界纠纷',
          type: 'homestead',
          channel: 'village',
          reportedOn: '2024-03-05',
          parties: [{ name: '龙某某' }, { name: '杨某某', phone: '00000000000' }],
          narrative: '两户因院墙外移发生争执。',
          involved: 4,
        },
      },
      { step: 'mediate', on: '2024-03-07', values: { mediatedOn: '2024-03-07', consent: 'both' } },
      { step: 'settle', on: '2024-03-07', values: { settledOn: '2024-03-07', agreement: 'oral' } },
    ],
    [
      {
        step: 'settleAtOnce',
        on: '2024-04-02',
        village: '枫香村',
        values: { title: '放水先后纠纷', type: 'neighbour', channel: 'group', agreement: 'oral' },
      },
    ],
    [
      {
        step: 'report',
        on: '2024-05-11',
        village: '石桥村',
        values: { title: '土地流转租金纠纷', type: 'contract', channel: 'station', reportedOn: '2024-05-11' },
      },
      {
        step: 'end',
        on: '2024-05-20',
        values: { endedOn: '2024-05-20', referral: 'court', consent: 'refused' },
      },
    ],
    [
      {
        step: 'report',
        on: '2024-06-03',
        village: '柳树村',
        values: { title: '林地界址纠纷', type: 'land', channel: 'village', reportedOn: '2024-06-03' },
      },
      { step: 'mediate', on: '2024-06-05', values: { mediatedOn: '2024-06-05', consent: 'both' } },
      { step: 'continue', on: '2024-06-12', values: { lastMediatedOn: '2024-06-12', consent: 'both' } },
    ],
    [
      {
        step: 'tell',
        on: '2024-07-09',
        village: '柳树村',
        values: {
          title: '田水先后纠纷',
          involved: 3,
          photo: { name: '现场.jpg', size: 1, sha256: '0'.repeat(64) },
          reportedOn: '2024-07-09',
        },
      },
      {
        step: 'accept',
        on: '2024-07-09',
        values: { type: 'neighbour', level: 'simple', parties: [{ name: '石某某' }, { name: '陶某某' }] },
      },
      { step: 'mediate', on: '2024-07-10', values: { mediatedOn: '2024-07-10', consent: 'both' } },
      {
        step: 'settle',
        on: '2024-07-10',
        values: { settledOn: '2024-07-10', agreement: 'oral', performance: 'full' },
      },
      {
        step: 'archive',
        on: '2024-07-15',
        values: { archivedOn: '2024-07-15', volume: ['register', 'record', 'oral'] },
      },
    ],
    [
      {
        step: 'report',
        on: '2024-08-06',
        village: '枫香村',
        values: {
          title: '建房包工尾款纠纷',
          type: 'contract',
          channel: 'township',
          way: 'applied',
          level: 'ordinary',
          risk: 'none',
          nature: 'ordinary',
          reportedOn: '2024-08-06',
          parties: [{ name: '罗某某' }, { name: '安某某' }],
          amount: 2_600_000,
        },
      },
      {
        step: 'mediate',
        on: '2024-08-08',
        values: { mediatedOn: '2024-08-08', consent: 'both', invited: 'agreed', openness: 'private' },
      },
      {
        step: 'settle',
        on: '2024-08-08',
        values: {
          settledOn: '2024-08-08',
          agreement: 'written',
          content: '返修后分两次付清尾款。',
          confirmation: 'wanted',
        },
      },
      {
        step: 'sign',
        on: '2024-08-09',
        values: { signed: ['parties', 'mediator', 'seal'], signedOn: '2024-08-09' },
      },
      {
        step: 'confirm',
        on: '2024-08-20',
        values: { confirmationBy: 'both', court: '样县人民法院', confirmationOn: '2024-08-20' },
      },
      {
        step: 'rule',
        on: '2024-09-03',
        values: { ruling: 'confirmed', rulingNumber: '（2024）样0000民特12号', ruledOn: '2024-09-03' },
      },
      { step: 'visit', on: '2024-09-20', values: { visitedOn: '2024-09-20', visitNote: '第一期已付。' } },
      { step: 'perform', on: '2024-10-30', values: { performance: 'full', performedOn: '2024-10-30' } },
      { step: 'subsidise', on: '2024-12-10', values: { subsidy: 20_000, subsidyOn: '2024-12-10' } },
      {
        step: 'archive',
        on: '2024-12-11',
        values: {
          archivedOn: '2024-12-11',
          volume: ['application', 'register', 'record', 'agreement', 'visit', 'ruling'],
        },
      },
    ],
    [
      {
        step: 'report',
        on: '2024-09-12',
        village: '石桥村',
        values: {
          title: '饮酒后打架纠纷',
          type: 'damage',
          channel: 'village',
          danger: ['violence'],
          reportedOn: '2024-09-12',
        },
      },
      { step: 'callPolice', on: '2024-09-12', values: { policeOn: '2024-09-12' } },
      { step: 'handOver', on: '2024-09-12', values: { handedTo: 'police', handedOn: '2024-09-12' } },
      { step: 'end', on: '2024-09-12', values: { endedOn: '2024-09-12', referral: 'police' } },
    ],
  ],
});
