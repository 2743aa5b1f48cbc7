import type { FieldView } from '../../api/shapes.ts';
import { numericHint, readNumeric } from '../../look/numbers.ts';
import { today } from '../../look/words.ts';
import type { Values } from '../form/values.ts';

/** A row of a spreadsheet as it was pasted, and what is wrong with it. */
export interface PastedRow {
  readonly line: number;
  readonly values: Values;
  readonly village?: string;
  readonly problems: readonly string[];
}

export interface Pasted {
  readonly rows: readonly PastedRow[];
  /** Headings that no field has. */
  readonly unknown: readonly string[];
}

/** Cells of a pasted table: tabs between, a quoted cell may hold line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)!.push(cell.trim());
      cell = '';
      if (letter === '\n') rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  rows.at(-1)!.push(cell.trim());
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** 2026-5-9, 2026/5/9, 2026.5.9, 2026年5月9日 → 2026-05-09; anything else stays as it is and is refused later. */
function dayOf(text: string): string {
  const [, year, month, day] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?$/.exec(text) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
}

/** Says what is wrong with a day, before the row is sent. */
function dayProblem(field: FieldView, day: string): { readonly problem: string } | undefined {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    return { problem: `“${field.label}”应是日期，如 2026-05-09；现在是“${day}”` };
  return !field.future && day > today()
    ? { problem: `“${field.label}”不能晚于今天，现在是“${day}”` }
    : undefined;
}

/** A cell as the field's value; a problem in words where it can't be one. */
function valueOf(field: FieldView, text: string): { readonly value: unknown } | { readonly problem: string } {
  switch (field.type) {
    case 'number':
    case 'money': {
      const value = readNumeric(field, text);
      return value === undefined ? { problem: `${numericHint(field)}；现在是“${text}”` } : { value };
    }
    case 'day':
      return dayProblem(field, dayOf(text)) ?? { value: dayOf(text) };
    case 'one-of': {
      const option = field.options?.find(({ code, label }) => label === text || code === text);
      return option
        ? { value: option.code }
        : {
            problem: `“${field.label}”没有“${text}”这个选项，应是：${field.options?.map(({ label }) => label).join('、')}`,
          };
    }
    case 'many-of': {
      const parts = text.split(/[、，,;；]/).map((each) => each.trim());
      const found = parts.map(
        (part) => field.options?.find(({ code, label }) => label === part || code === part)?.code,
      );
      const wrong = parts.find((_part, place) => found[place] === undefined);
      return wrong === undefined ? { value: found } : { problem: `“${field.label}”没有“${wrong}”这个选项` };
    }
    case 'person': {
      const people = text
        .split(/[、，,;；]/)
        .flatMap((name) => (name.trim() === '' ? [] : [{ name: name.trim() }]));
      return { value: field.several ? people : people[0] };
    }
    case 'file':
    case 'link':
    case 'list':
      return { problem: `“${field.label}”不能从表格粘贴，请登记后再补` };
    default:
      return { value: text };
  }
}

/** Fields that a row of a table can't hold. */
export function isPastable({ type }: FieldView): boolean {
  return type !== 'file' && type !== 'link' && type !== 'list';
}

/** Reads a pasted table: the first row names the fields by their label. */
export function readPasted(
  text: string,
  fields: readonly FieldView[],
  asks: readonly string[],
  villages: { readonly names: readonly string[]; readonly required: boolean } | undefined,
): Pasted {
  const [head = [], ...rows] = cellsOf(text);
  const columns = head.map((label) => fields.find((field) => field.label === label || field.name === label));
  const villageAt = villages ? head.indexOf('所在村') : -1;
  const unknown = head.filter((label, place) => label !== '' && !columns[place] && place !== villageAt);
  return {
    unknown,
    rows: rows.map((cells, place) => {
      const values: Record<string, unknown> = {};
      const problems: string[] = [];
      for (const [at, field] of columns.entries()) {
        const cell = cells[at] ?? '';
        if (!field || cell === '') continue;
        const read = valueOf(field, cell);
        if ('problem' in read) problems.push(read.problem);
        else values[field.name] = read.value;
      }
      const read = new Set(
        columns.flatMap((field, at) => (field && (cells[at] ?? '') !== '' ? [field.name] : [])),
      );
      for (const name of asks)
        if (values[name] === undefined && !read.has(name))
          problems.push(`缺“${fields.find((field) => field.name === name)?.label ?? name}”`);
      const village = villageAt < 0 ? '' : (cells[villageAt] ?? '');
      if (village !== '' && !villages?.names.includes(village)) problems.push(`没有“${village}”这个村`);
      if (village === '' && villages?.required) problems.push('缺“所在村”');
      return {
        line: place + 2,
        values,
        problems: [...new Set(problems)],
        ...(village === '' ? {} : { village }),
      };
    }),
  };
}
