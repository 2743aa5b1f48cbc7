/** Levels of administrative divisions (行政区划), from the top. A village (村、社区) is a partner, never an organisation. */
export const LEVELS = {
  province: '省级',
  city: '地市级',
  county: '县级',
  township: '乡级',
  village: '村级',
} as const;
export type Level = keyof typeof LEVELS;

/** How many digits of a code say where a division of a level lies. */
const DIGITS: readonly (readonly [level: Level, digits: number])[] = [
  ['province', 2],
  ['city', 4],
  ['county', 6],
  ['township', 9],
  ['village', 12],
];

/** A division code (区划代码) in its full form of 12 digits; shorter ones are filled with zeros. */
export function readDivisionCode(text: string): string | undefined {
  if (!/^\d{2,12}$/.test(text) || !DIGITS.some(([, digits]) => digits === text.length)) return undefined;
  const code = text.padEnd(12, '0');
  return code.startsWith('00') ? undefined : code;
}

/** The level of a full code: 520581000000 is a county, 520581203000 a township. */
export function levelOf(code: string): Level {
  const found = DIGITS.find(([, digits]) => /^0*$/.test(code.slice(digits)));
  return found?.[0] ?? 'village';
}

/** Codes of the divisions that one may lie in, the nearest first; not all of them need exist (省直管县、不设县的市). */
export function codesAbove(code: string): string[] {
  const above = DIGITS.map(([, digits]) => code.slice(0, digits).padEnd(12, '0'));
  return [...new Set(above)].filter((each) => each !== code).toReversed();
}
