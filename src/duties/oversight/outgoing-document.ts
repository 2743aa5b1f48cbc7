import {
  count,
  dayField,
  defineKind,
  documentNumber,
  file,
  LAST,
  link,
  oneOf,
  text,
  UNIT,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK, LEADERS, UNITS } from './desk.ts';

/**
 * A document that the office sends out (发文登记). Its number is the next one of its series and year, given when it is
 * issued; a voided document keeps its number.
 */
export const outgoingDocument = defineKind({
  code: 'outgoing-document',
  label: '发文登记',
  room: 'oversight',
  version: 1,
  title: 'title',
  fields: {
    title: text('文件标题', { max: 160 }),
    series: link('发文代字', 'document-series'),
    number: documentNumber('发文字号', {
      help: '如“石府发〔2026〕3号”；印发时由系统按顺序编，补登的照规范写法填',
    }),
    unit: text('拟稿单位', { max: 60 }),
    to: text('主送', { max: 160 }),
    copied: text('抄送', { max: 160 }),
    secrecy: oneOf('密级', { none: '非密' }, { help: '涉密文件不得在本系统拟稿、登记' }),
    openness: oneOf('公开属性', { active: '主动公开', request: '依申请公开', none: '不予公开' }),
    draft: file('文稿'),
    draftedOn: dayField('拟稿日'),
    signer: oneOf('签发人', {
      'party-secretary': '党委书记',
      'township-head': '乡镇长',
      'area-lead': '分管领导',
    }),
    signedOn: dayField('签发日'),
    issuedOn: dayField('印发日'),
    copies: count('印发份数', '份', { min: 1, max: 100_000 }),
    final: file('印发件'),
  },
  states: { drafted: '待签发', signed: '待印发', issued: '已印发' },
  steps: {
    draft: {
      label: '拟稿',
      by: UNITS,
      basis: cite('GWC', '*'),
      from: 'start',
      to: 'drafted',
      day: 'draftedOn',
      asks: ['title', 'series', 'secrecy'],
      may: ['unit', 'to', 'copied', 'openness', 'draft'],
      usual: { series: LAST, unit: UNIT },
    },
    sign: {
      label: '签发',
      by: LEADERS,
      basis: cite('GWC', '*'),
      from: ['drafted'],
      to: 'signed',
      day: 'signedOn',
      asks: ['signer'],
      may: ['openness'],
      papers: {
        sheet: {
          label: '发文稿纸',
          data: ['title', 'unit', 'to', 'copied', 'openness', 'signer', 'signedOn'],
        },
      },
    },
    issue: {
      label: '编号印发',
      by: DESK,
      basis: [cite('GWC', '*'), cite('GW9704', '*')],
      from: ['signed'],
      to: 'issued',
      day: 'issuedOn',
      may: ['copies', 'final'],
      takes: { number: { seriesOf: 'series', field: 'code' } },
    },
    enter: {
      label: '补登已发公文',
      by: DESK,
      basis: cite('GWC', '*'),
      from: 'start',
      to: 'issued',
      day: 'issuedOn',
      asks: ['title', 'number', 'secrecy'],
      may: ['unit', 'to', 'copied', 'openness', 'signer', 'signedOn', 'copies', 'final'],
    },
  },
  figures: {
    'documents.issued': {
      label: '印发公文',
      unit: '件',
      definition: '印发日在统计期内登记的非密公文，按发文字号计；待签发、待印发的不计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'issuedOn',
    },
  },
  examples: [
    [
      {
        step: 'draft',
        on: '2024-05-06',
        values: {
          title: '关于印发防汛值班安排的通知',
          series: '00000000-0000-4000-8000-000000000001',
          secrecy: 'none',
          unit: '应急管理站',
          to: '各村民委员会',
          draftedOn: '2024-05-06',
        },
      },
      {
        step: 'sign',
        on: '2024-05-07',
        values: { signer: 'township-head', openness: 'active', signedOn: '2024-05-07' },
      },
      { step: 'issue', on: '2024-05-07', values: { copies: 15, issuedOn: '2024-05-07' } },
    ],
    [
      {
        step: 'enter',
        on: '2024-02-20',
        source: 'paper',
        values: {
          title: '关于春节后复工安全检查的通知',
          number: '柳府发〔2024〕2号',
          secrecy: 'none',
          issuedOn: '2024-02-20',
        },
      },
    ],
  ],
});
