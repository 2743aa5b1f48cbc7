import { expect, it } from 'vitest';
import { byVillage } from '../../console/screens/figures/by-village.ts';
import { dayAt } from '../../src/kernel/index.ts';

const VILLAGES = ['石桥村', '柳树村', '枫香村'];

function row(village: string | null, part: string, contribution: number) {
  const occurredOn = dayAt(new Date('2024-03-05T12:00:00+08:00'));
  return {
    record: `${village}${part}`,
    kind: 'dispute',
    title: '',
    village,
    occurredOn,
    version: 1,
    evidence: 'record',
    part,
    contribution,
  } as const;
}

it('tells a count village by village in their own order, those with none and the township too', () => {
  const rows = [row('柳树村', '', 2), row(null, '', 1), row('石桥村', '', 1), row('柳树村', '', 3)];
  expect(byVillage({ measure: 'flow', unit: '起' }, rows, VILLAGES)).toEqual([
    { place: '石桥村', text: '1起' },
    { place: '柳树村', text: '5起' },
    { place: '枫香村', text: '0起' },
    { place: '乡镇本级', text: '1起' },
  ]);
});

it('reckons a rate anew from its parts, and none where there is nothing to divide by', () => {
  const rows = [row('石桥村', 'n', 2), row('石桥村', 'd', 3), row('柳树村', 'd', 1)];
  expect(byVillage({ measure: 'ratio', unit: '%' }, rows, VILLAGES).map(({ text }) => text)).toEqual([
    '66.7%（2/3）',
    '0%（0/1）',
    '没有可算的',
  ]);
});

it('takes no distinct count apart, and says nothing where no record belongs to a village', () => {
  expect(byVillage({ measure: 'distinct', unit: '个' }, [row('石桥村', '', 1)], VILLAGES)).toEqual([]);
  expect(byVillage({ measure: 'flow', unit: '件' }, [row(null, '', 1)], VILLAGES)).toEqual([]);
});
