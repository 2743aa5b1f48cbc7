import { readPassages, readSharedExamples, type Passage } from './passage.ts';
import { scoreSentences } from './sentences.ts';
import { isExactly, judge, scoreOf, type Outcome, type Score } from './score.ts';

/** What `npm run checker:score` prints. `--misses` lists what went wrong in the tuned part, `--held-out` in the other. */
const options = new Set(process.argv.slice(2));

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function show(name: string, passages: readonly Passage[]): Outcome[] {
  const outcomes = passages.map(judge);
  const score = scoreOf(outcomes);
  console.log(
    `\n${name}: ${score.passages} passages, ${score.marked} figures, ${score.planted} planted errors`,
  );
  console.log(
    `  extraction   precision ${percent(score.precision)}  recall ${percent(score.recall)}  F1 ${percent(score.f1)}`,
  );
  console.log(`  exactness    value, interval and unit ${percent(score.exact)}`);
  console.log(
    `  findings     found ${percent(score.found)}  false alarms ${score.alarms} (in clean passages ${score.cleanAlarms})  questions ${score.questions}`,
  );
  showTypes(score);
  return outcomes;
}

function showTypes({ byType }: Score): void {
  for (const [type, { planted, found, asked, alarms }] of [...byType].toSorted()) {
    console.log(
      `    ${type.padEnd(22)} ${String(found).padStart(3)} of ${String(planted).padStart(3)} found, ${asked} only asked, ${alarms} false alarms`,
    );
  }
}

function listMisses(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) {
    const lines = missesOf(outcome);
    if (lines.length > 0)
      console.log([`\n${outcome.passage.id}  ${outcome.passage.text}`, ...lines].join('\n  '));
  }
}

function missesOf({ passage, hits, missed, extra, asked, overlooked, alarms }: Outcome): string[] {
  const around = (start: number, end: number): string =>
    `${passage.text.slice(Math.max(0, start - 8), start)}[${passage.text.slice(start, end)}]${passage.text.slice(end, end + 6)}`;
  return [
    ...missed.map(({ start, end }) => `not read: ${around(start, end)}`),
    ...extra.map(({ start, end }) => `not marked: ${around(start, end)}`),
    ...hits
      .filter((hit) => !isExactly(hit))
      .map(
        ({ marked: m, read: r }) =>
          `read otherwise: ${m.text} as ${r.value} [${r.low}, ${r.high}] ${r.unit}, marked ${m.value} [${m.low}, ${m.high}] ${m.unit}`,
      ),
    ...asked.map(({ type, explain }) => `only asked: ${type} ${explain}`),
    ...overlooked.map(({ type, explain }) => `overlooked: ${type} ${explain}`),
    ...alarms.map(({ type, grade, message }) => `false alarm: ${type} ${grade} ${message}`),
  ];
}

const tuned = show('Tuned', readPassages('tuned'));
const heldOut = show('Held out', readPassages('held-out'));
const unseen = readPassages('unseen');
if (unseen.length > 0) show('Unseen', unseen);
const { wrong, found, right, alarms } = scoreSentences();
console.log(
  `\nShort texts: ${found} of ${wrong} errors found, ${alarms.length} false alarms in ${right} without one`,
);
const shared = readSharedExamples();
if (shared.length > 0) show('Shared examples', shared);
if (options.has('--misses')) listMisses(tuned);
if (options.has('--held-out')) listMisses(heldOut);
