import { describe, expect, it } from 'vitest';
import { documentNumber, documentNumberText, readDocumentNumber, seriesCode } from './document-number.ts';

const { parse } = documentNumber('发文字号');

describe('an official number', () => {
  it('is read as it is printed, and printed as it is read', () => {
    const text = '石府办函〔2026〕118号';
    expect(readDocumentNumber(text)).toEqual({ series: '石府办函', year: 2026, number: 118 });
    expect(documentNumberText(readDocumentNumber(text)!)).toBe(text);
    expect(parse(` ${text} `)).toEqual({ value: text });
  });

  it.each([
    ['石府发[2026]3号', '石府发〔2026〕3号'],
    ['石府发【2026】3号', '石府发〔2026〕3号'],
    ['石府发（2026）3号', '石府发〔2026〕3号'],
    ['石府发(2026) 第3号', '石府发〔2026〕3号'],
    ['石府发字〔2026〕第003号', '石府发〔2026〕3号'],
    ['石府发〔2026年〕3', '石府发〔2026〕3号'],
    ['石府发 〔2026〕 3 号', '石府发〔2026〕3号'],
  ])('%s is refused with the right one', (wrong, right) => {
    expect(parse(wrong)).toEqual({ problem: expect.stringContaining(`“${right}”`) });
  });

  it.each([
    '',
    '\ud800〔2026〕3号',
    '石\0发〔2026〕3号',
    '3号',
    '石府发3号',
    '〔2026〕3号',
    '石府发〔2026〕0号',
    '石府发〔26〕3号',
    7,
    null,
  ])('%s is none', (input) => {
    expect(parse(input)).toEqual({ problem: expect.stringContaining('机关代字、年份和序号') });
  });
});

describe('a series', () => {
  it('is its characters alone', () => {
    const { parse: read } = seriesCode('机关代字');
    expect(read(' 石府发 ')).toEqual({ value: '石府发' });
    for (const wrong of ['石府发〔2026〕', '石府发3号', '', '石府发第', '\ud800', '石\0发']) {
      expect(read(wrong), wrong).toEqual({ problem: expect.stringContaining('只写机关代字') });
    }
  });
});
