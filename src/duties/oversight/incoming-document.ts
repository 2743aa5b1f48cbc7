import { count, day, dayField, defineKind, file, list, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK, LEADERS, UNITS } from './desk.ts';

/** A document that came in (收文登记), and to whom it went round (传阅). Classified ones are never entered here. */
export const incomingDocument = defineKind({
  code: 'incoming-document',
  label: '收文登记',
  room: 'oversight',
  version: 1,
  title: 'title',
  fields: {
    from: text('来文单位', { max: 60 }),
    title: text('文件标题', { max: 160 }),
    number: text('来文字号', { max: 60, code: true, help: '照来文写，如“样府发〔2026〕8号”' }),
    secrecy: oneOf(
      '密级',
      { none: '非密' },
      { help: '有密级标志的文件不得登记在本系统，请按保密规定在涉密台账登记' },
    ),
    due: dayField('要求办结日', { future: true }),
    urgency: oneOf('缓急', { ordinary: '平件', urgent: '加急', immediate: '特急' }),
    copies: count('份数', '份', { min: 1, max: 1000 }),
    receivedOn: dayField('收文日'),
    scan: file('扫描件'),
    proposal: longText('拟办意见', { max: 1000 }),
    unit: text('承办单位', { max: 60 }),
    circulatedOn: dayField('送阅日'),
    readers: list(
      '传阅',
      {
        to: text('送给谁', { max: 40, help: '写岗位或者单位，如“乡长”“应急管理站”' }),
        read: dayField('阅后日'),
      },
      { needs: ['to'] },
    ),
    instruction: longText('领导批示', { max: 1000 }),
    result: longText('办理结果', { max: 1000 }),
    finishedOn: dayField('办结日'),
  },
  states: { received: '已收文', circulating: '传阅、办理中', finished: '已办结' },
  steps: {
    receive: {
      label: '收文',
      by: [...DESK, 'window-clerk'],
      basis: cite('GWC', '*'),
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['from', 'title', 'secrecy'],
      may: ['number', 'urgency', 'copies', 'due', 'unit', 'proposal', 'scan'],
    },
    circulate: {
      label: '送阅、登记阅后',
      by: [...DESK, 'window-clerk'],
      basis: cite('GWC', '*'),
      from: ['received', 'circulating'],
      to: 'circulating',
      day: 'circulatedOn',
      asks: ['readers'],
      may: ['instruction', 'unit', 'due'],
    },
    finish: {
      label: '办结',
      by: [...UNITS, ...LEADERS],
      basis: cite('GWC', '*'),
      from: ['received', 'circulating'],
      to: 'finished',
      day: 'finishedOn',
      may: ['result'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'receivedOn', by: 'due', metBy: 'finishedOn' }],
  figures: {
    'documents.received': {
      label: '收文',
      unit: '件',
      definition: '收文日在统计期内登记的非密来文；同一文件收到几份也只计一件。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-04-02',
        values: {
          from: '县人民政府办公室',
          title: '关于做好清明期间森林防火工作的通知',
          number: '样府办发电〔2024〕9号',
          secrecy: 'none',
          urgency: 'urgent',
          receivedOn: '2024-04-02',
          due: '2024-04-08',
        },
      },
      {
        step: 'circulate',
        on: '2024-04-02',
        values: { readers: [{ to: '乡长' }, { to: '应急管理站' }], circulatedOn: '2024-04-02' },
      },
      {
        step: 'circulate',
        on: '2024-04-03',
        values: {
          readers: [
            { to: '乡长', read: day('2024-04-02') },
            { to: '应急管理站', read: day('2024-04-03') },
          ],
          instruction: '请应急管理站落实值守。',
          circulatedOn: '2024-04-03',
        },
      },
      { step: 'finish', on: '2024-04-07', values: { result: '已安排值守并报送', finishedOn: '2024-04-07' } },
    ],
  ],
});
