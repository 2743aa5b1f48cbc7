import { describe, expect, it } from 'vitest';
import { count, dayField, list, manyOf, oneOf, people, person, text } from './field.ts';

const channel = oneOf('渠道', { village: '村调委会', station: '工作站' });

describe('a choice', () => {
  it('is given by its code or by its label, and kept as the code', () => {
    expect(channel.parse('station')).toEqual({ value: 'station' });
    expect(channel.parse('工作站')).toEqual({ value: 'station' });
    expect(channel.parse('法院')).toEqual({ problem: '应从这些里选一个：村调委会、工作站' });
    expect(channel.parse('toString')).toHaveProperty('problem');
    const topics = manyOf('内容', { law: '宪法', fire: '防火' });
    expect(topics.parse(['防火', 'law', 'law'])).toEqual({ value: ['law', 'fire'] });
    expect(topics.parse(['防火', '别的'])).toHaveProperty('problem');
    expect(topics.parse('law')).toHaveProperty('problem');
  });
});

describe('a list', () => {
  const agenda = list('议题', { subject: channel, topic: text('内容') }, { needs: ['subject'] });

  it('has items whose needed fields are there, and no others', () => {
    expect(agenda.parse([{ subject: 'village' }])).toEqual({ value: [{ subject: 'village' }] });
    expect(agenda.parse([{ topic: '防火' }])).toEqual({ problem: '每一项都要填“渠道”' });
    expect(agenda.parse([{ subject: 'village', nothing: 1 }])).toHaveProperty('problem');
    expect(agenda.parse([])).toEqual({ problem: '至少填一项' });
  });
});

describe('plain values', () => {
  it.each([
    [text('事由', { max: 3 }), '一二三四', '不能超过3个字'],
    [text('事由'), '坏\u0000字', '应填文字，不能有乱码'],
    [count('人数', '人', { min: 1 }), 0, '不能小于1'],
    [count('人数', '人'), 2.5, '应填整数'],
    [dayField('日期'), '2024-02-30', '应填真实存在的日期，如2024-03-05'],
    [person('姓名'), { phone: '1' }, '应填姓名'],
    [person('姓名'), { name: '某', secret: 'x' }, '只能填姓名、电话、证件号、住址'],
    [people('当事人'), [], '至少填一人'],
  ])('say in Chinese what is wrong', (field, input, problem) => {
    expect(field.parse(input)).toEqual({ problem });
  });
});
