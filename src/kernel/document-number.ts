import { parseText, type Field, type OpenPrivacy, type Parsed } from './field.ts';

/** An official number (发文字号) in its parts: 石府发〔2026〕3号. */
export interface DocumentNumber {
  /** The characters of the issuing office (机关代字). */
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

/** What people write instead of 〔〕. */
const LOOSE = /^(.*?)\s*[[(（【〔﹝［]\s*(\d{4})\s*年?\s*[\])）】〕﹞］]\s*(第?)\s*0*(\d{1,6})\s*号?$/u;
const STRICT = /^([^\s\d[\]()（）【】〔〕]{1,20})〔(\d{4})〕([1-9]\d{0,5})号$/u;
const SERIES = /^[^\s\d[\]()（）【】〔〕第号]{1,20}$/u;

/** The number as it is printed: no 第, no padding zero, the year in the brackets U+3014 and U+3015 (GB/T 9704—2012). */
export function documentNumberText({ series, year, number }: DocumentNumber): string {
  return `${series}〔${year}〕${number}号`;
}

/** Reads a number that is written as the standard wants it. */
export function readDocumentNumber(text: string): DocumentNumber | undefined {
  const match = STRICT.exec(text);
  return match ? { series: match[1]!, year: Number(match[2]), number: Number(match[3]) } : undefined;
}

/** True for the characters of a series: no bracket, no digit, no 第. */
export function isSeries(text: string): boolean {
  return SERIES.test(text);
}

/** As any text is read; '' for what is none. */
function lineOf(input: unknown): string {
  const read = parseText(60)(input);
  return 'value' in read ? read.value : '';
}

function parse(input: unknown): Parsed<string> {
  const written = lineOf(input);
  if (readDocumentNumber(written)) return { value: written };
  const loose = LOOSE.exec(written);
  const meant = loose && {
    series: loose[1]!.replace(/字$/, ''),
    year: Number(loose[2]),
    number: Number(loose[4]),
  };
  if (!meant || meant.number < 1 || !isSeries(meant.series)) {
    return { problem: '应是机关代字、年份和序号，如“石府发〔2026〕3号”' };
  }
  const right = documentNumberText(meant);
  return { problem: `应写成“${right}”：年份用六角括号“〔〕”，序号不加“第”、不补零` };
}

/** An official number of the office's own series (发文字号); which are used is kept, so that none is given twice. */
export function documentNumber<const P extends OpenPrivacy = 'internal'>(
  label: string,
  options: { readonly privacy?: P; readonly help?: string } = {},
): Field<string, NoInfer<P>> {
  const { privacy = 'internal' as P, help } = options;
  return {
    type: 'text',
    label,
    privacy,
    code: true,
    numbered: true,
    parse,
    ...(help === undefined ? {} : { help }),
  };
}

/** The characters of a series of numbers (机关代字): 石府发. */
export function seriesCode(
  label: string,
  options: { readonly help?: string } = {},
): Field<string, 'internal'> {
  return {
    type: 'text',
    label,
    privacy: 'internal',
    code: true,
    parse(input) {
      const written = lineOf(input);
      return isSeries(written)
        ? { value: written }
        : { problem: '只写机关代字，如“石府发”，不写年份、序号和括号' };
    },
    ...options,
  };
}
