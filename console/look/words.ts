import type { FieldView } from '../api/shapes.ts';

const WEEKDAYS = '日一二三四五六';

/** Today in the office's time zone, `2026-05-09`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** Days after (or, negative, before) a civil day. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function weekdayOf(day: string): string {
  return `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`;
}

/** `2026年5月9日（周六）`; a month or a year alone where no more is known. */
export function dayText(day: string, precision = 'day'): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  if (precision === 'year') return `${year}年`;
  if (precision === 'month') return `${year}年${month}月`;
  return `${year}年${month}月${date}日（${weekdayOf(day.slice(0, 10))}）`;
}

/** `5月9日（周六）`, with the year where it is not this one. */
export function shortDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const ahead = String(year) === today().slice(0, 4) ? '' : `${year}年`;
  return `${ahead}${month}月${date}日（${weekdayOf(day.slice(0, 10))}）`;
}

/** An instant in the office's time: `2026年5月9日 15:04`. */
export function timeText(at: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).formatToParts(new Date(at));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}年${of('month')}月${of('day')}日 ${of('hour').padStart(2, '0')}:${of('minute')}`;
}

/** 1234567 → 1,234,567 */
export function numberText(value: number): string {
  return value.toLocaleString('zh-CN');
}

/** Fen → yuan with two decimals. */
export function yuanText(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes}字节`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)}KB` : `${(bytes / 1024 ** 2).toFixed(1)}MB`;
}

/** A value in words for one line: a list's cell, a changed field, a title. Links stay ids here. */
export function valueText(field: FieldView, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  switch (field.type) {
    case 'day':
      return dayText(String(value));
    case 'number':
      return `${numberText(Number(value))}${field.unit ?? ''}`;
    case 'money':
      return `${yuanText(Number(value))}元`;
    case 'one-of':
      return labelOf(field, String(value));
    case 'many-of':
      return (value as string[]).map((code) => labelOf(field, code)).join('、');
    case 'person':
      return (Array.isArray(value) ? value : [value])
        .map((each: { name?: string }) => each.name ?? '')
        .join('、');
    case 'file':
      return (value as { name?: string }).name ?? '';
    case 'list':
      return (value as Readonly<Record<string, unknown>>[]).map((item) => itemText(field, item)).join('；');
    default:
      return String(value);
  }
}

function itemText(field: FieldView, item: Readonly<Record<string, unknown>>): string {
  const items = field.items ?? [];
  return items
    .flatMap((each) => (item[each.name] === undefined ? [] : [valueText(each, item[each.name])]))
    .join('，');
}

function labelOf(field: FieldView, code: string): string {
  return field.options?.find((option) => option.code === code)?.label ?? code;
}
