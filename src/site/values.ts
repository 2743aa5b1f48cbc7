import type { FigureValue } from '../figures/figures.ts';
import { dayInChinese, isDay, type Field } from '../kernel/index.ts';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `2026年5月9日 14:05`, Beijing time whatever the machine's. */
export function timeInChinese(instant: Date): string {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  const on = local.slice(0, 10);
  return `${isDay(on) ? dayInChinese(on) : on} ${local.slice(11, 16)}`;
}

/** `2024年1月1日至2024年12月31日` or `截至2024年12月31日` */
export function periodText(figure: Pick<FigureValue, 'period' | 'asOf'>): string {
  if (figure.asOf) return `截至${dayInChinese(figure.asOf)}`;
  return figure.period
    ? `${dayInChinese(figure.period.from)}至${dayInChinese(figure.period.to)}`
    : '没有统计期间';
}

/** `82项`, `97.5%`; a ratio without a denominator has no value. */
export function valueWithUnit({
  value,
  unit,
  measure,
}: Pick<FigureValue, 'value' | 'unit' | 'measure'>): string {
  if (value === null) return '无（没有分母）';
  return `${value}${measure === 'ratio' ? '%' : unit}`;
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`;
}

/** A value of an open field in words; nothing for types that a public page does not print (files, persons, links). */
export function valueText(field: Field, value: unknown): string | undefined {
  switch (field.type) {
    case 'day':
      return isDay(value) ? dayInChinese(value) : undefined;
    case 'one-of':
      return field.options?.[String(value)];
    case 'many-of':
      return Array.isArray(value)
        ? value.map((code) => field.options?.[String(code)] ?? '').join('、')
        : undefined;
    case 'money':
      return typeof value === 'number' ? yuan(value) : undefined;
    case 'number':
      return typeof value === 'number' ? `${value}${field.unit ?? ''}` : undefined;
    case 'list':
      return Array.isArray(value) ? value.map((item) => itemText(field, item)).join('、') : undefined;
    case 'text':
    case 'long-text':
    case 'place':
    case 'time':
      return typeof value === 'string' ? value : undefined;
    case 'person':
    case 'file':
    case 'link':
      return undefined;
  }
}

/** One item of a list. Its fields carry their own marks: an internal one inside a public list stays inside. */
function itemText(list: Field, item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  const given = new Map(Object.entries(item));
  return Object.entries(list.items ?? {})
    .filter(([name, field]) => field.privacy === 'public' && given.has(name))
    .map(([name, field]) => valueText(field, given.get(name)) ?? '')
    .join(' ');
}
