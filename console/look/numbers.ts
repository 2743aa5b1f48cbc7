import type { FieldView } from '../api/shapes.ts';

/** What is typed in a number's place, as a number: full-width digits, separators, spaces and 万 are understood. */
function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,，\s]/g, '');
  const [, digits, many] = /^(\d+(?:\.\d+)?)(万)?$/.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  // 1.2万 is 12000 and not 12000.000000000002.
  return many ? Math.round(Number(digits) * 1e6) / 100 : Number(digits);
}

type Numeric = Pick<FieldView, 'type' | 'label'>;

/** A number or an amount (in fen) out of what was typed; undefined where it is none: nothing is rounded or guessed. */
export function readNumeric({ type }: Numeric, text: string): number | undefined {
  const number = readNumber(text);
  if (number === undefined) return undefined;
  const fen = Math.round(number * 100);
  if (type === 'money') return Math.abs(fen - number * 100) < 1e-6 ? fen : undefined;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** What a number's place should hold. */
export function numericHint({ type, label }: Numeric): string {
  return type === 'money'
    ? `“${label}”请填以元为单位的数，最多两位小数，如 1200 或 1200.50`
    : `“${label}”请填整数，如 12`;
}
