import { check } from '../src/checker/index.ts';
import { show } from './surroundings.ts';

/** A passage of our own with sums, ratios and ranges, repeated to the sizes below. */
const PASSAGE =
  '全年排查矛盾纠纷120起,化解114起,化解率95%。其中邻里纠纷60起、婚姻家庭纠纷34起、土地纠纷26起。' +
  '开展法治宣传活动三十余场次,发放资料2.4万余份,受教育群众近3000人次。现有行政执法人员14人,其中持证12人。\n';

export function textOf(characters: number): string {
  return PASSAGE.repeat(Math.ceil(characters / PASSAGE.length)).slice(0, characters);
}

export function benchChecker(report?: string): void {
  console.log('\nChecker');
  const source =
    report === undefined
      ? textOf
      : (size: number) => report.repeat(Math.ceil(size / report.length)).slice(0, size);
  for (const size of [62_500, 125_000, 250_000, 500_000, 1_000_000]) {
    const text = source(size);
    const runs = [0, 1, 2].map(() => {
      const started = performance.now();
      check(text);
      return (size / (performance.now() - started)) * 1000;
    });
    show(`${size} characters`, runs, 'characters/s');
    const bytes = Buffer.byteLength(text) / 1e6;
    show(
      `${bytes.toFixed(1)} MB of text`,
      runs.map((perSecond) => (bytes / size) * perSecond * 60),
      'MB/min',
    );
  }
}
