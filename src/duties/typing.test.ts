import { describe, expect, it } from 'vitest';
import { countTyped, firstStep, wrongUsual, type Kind, type Post, type Typing } from '../kernel/index.ts';
import { KINDS, REGISTER } from './index.ts';

/** What an ordinary case asks of a person may not grow: `also` are fields that may be left out and ordinarily are not. */
interface Target {
  readonly what: string;
  readonly kind: string;
  /** Without it the one that a matter begins with. */
  readonly step?: string;
  readonly post?: Post;
  readonly also?: readonly string[];
  readonly most: number;
}

const TARGETS: readonly Target[] = [
  { what: '联户长报纠纷', kind: 'dispute', step: 'report', post: 'household-group-leader', most: 3 },
  { what: '简易登记', kind: 'dispute', step: 'settleAtOnce', also: ['parties', 'amount'], most: 5 },
  {
    what: '宣传活动',
    kind: 'publicity-activity',
    step: 'hold',
    also: ['place', 'people', 'leaflets'],
    most: 6,
  },
  { what: '会议活动', kind: 'gathering', step: 'hold', also: ['attendance', 'ledBy', 'place'], most: 6 },
  { what: '物资出入库', kind: 'stock-movement', most: 3 },
];
/** Of these there may be no register without. */
const NEVER_MISSING = ['dispute', 'publicity-activity', 'gathering'];
/** No kind begins with more to type, and with more to do in all: what law wants looked at one by one is tapped. */
const MOST_TYPED = 5;
const MOST_IN_ALL = 9;

function effort({ typed, tapped }: Typing): number {
  return typed + tapped;
}

function firstEfforts(): { readonly kind: Kind; readonly typing: Typing }[] {
  return KINDS.map((kind) => ({ kind, typing: countTyped(kind, firstStep(kind)) })).toSorted(
    (a, b) => effort(b.typing) - effort(a.typing) || b.typing.typed - a.typing.typed,
  );
}

describe('what has to be typed', () => {
  const known = TARGETS.filter(({ kind }) => KINDS.some(({ code }) => code === kind));

  it('has its targets for the kinds that there must be', () => {
    expect(known.map(({ kind }) => kind)).toEqual(expect.arrayContaining(NEVER_MISSING));
  });

  it.each(known.map((target) => [target.what, target] as const))('%s', (_what, target) => {
    const kind = REGISTER.kind(target.kind);
    const typing = countTyped(kind, target.step ?? firstStep(kind), target);
    // The taps are counted too: the promise is about fields, however they are filled.
    expect(effort(typing), JSON.stringify(typing)).toBeLessThanOrEqual(target.most);
  });

  it('stays within a bound where any matter begins', () => {
    const efforts = firstEfforts();
    const lines = efforts.slice(0, 10).map(({ kind, typing: { typed, tapped, usual } }) => {
      const name = `${kind.code} ${firstStep(kind)}`.padEnd(36);
      return `${name} typed ${typed}  tapped ${tapped}  usual ${usual}  ${kind.label}`;
    });
    console.log(`Most to do, of ${efforts.length} kinds:\n${lines.join('\n')}`);
    expect(Math.max(...efforts.map(({ typing }) => typing.typed))).toBeLessThanOrEqual(MOST_TYPED);
    expect(Math.max(...efforts.map(({ typing }) => effort(typing)))).toBeLessThanOrEqual(MOST_IN_ALL);
  });
});

describe('usual values', () => {
  it('are of fields that the step takes and of values that they may have, and make nothing personal open', () => {
    expect(KINDS.flatMap((kind) => wrongUsual(kind, (code) => REGISTER.kind(code)))).toEqual([]);
  });
});
