import type { Finding, FindingType, Grade, Reading, Span } from './types.ts';

/** Number as people write it: no dust, no exponent. */
export function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}

export function spanOf(reading: Reading): Span {
  const { start, end, text } = reading.figure;
  return { start, end, text };
}

export function finding(
  type: FindingType,
  grade: Grade,
  readings: readonly Reading[],
  message: string,
): Finding {
  return { type, grade, spans: readings.map(spanOf), message };
}

/** 12+3+4, or 30余+5 when a part is rough. */
export function sumText(parts: readonly Reading[]): string {
  return parts
    .map((part) => (exactValue(part) === null ? part.figure.text : plain(exactValue(part) ?? 0)))
    .join('+');
}

export function exactValue(reading: Reading): number | null {
  return reading.figure.approx === null ? reading.figure.value : null;
}

/** Short label of a figure for a message. */
export function nameOf(reading: Reading): string {
  return reading.figure.noun === '' ? '该项' : reading.figure.noun;
}
