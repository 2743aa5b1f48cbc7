import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { citationText, type Citation } from '../../src/kernel/index.ts';
import { getRule, getTerm, isRuleId } from '../../src/law/index.ts';
import { openTelling, tell, tellWithout, type Telling } from './tell.ts';
import { outcomeText, showsRule, type Story } from './story.ts';
import { ALL_STORIES } from './stories/all.ts';

function basisOf({ rule }: Story): Citation {
  return isRuleId(rule) ? getRule(rule).basis : getTerm(rule).basis;
}

function titleOf(story: Story): string {
  return `${story.rule} ${story.situation} → ${outcomeText(story.outcome)}（${citationText(basisOf(story))}）`;
}

describe.each(ALL_STORIES)('$kind', (stories) => {
  let telling: Telling;
  beforeAll(async () => {
    telling = await openTelling(stories);
  });
  afterAll(() => telling.town.close());

  it.each(stories.stories.map((story) => [titleOf(story), story] as const))('%s', async (_title, story) => {
    await tell(telling, story);
    if (showsRule(story)) await tellWithout(telling, story);
  });

  it('每条会拦截或者提醒的规则，另有一个可以办的案例', () => {
    const kept = new Set(stories.stories.filter(({ outcome }) => outcome === 'kept').map(({ rule }) => rule));
    const held = stories.stories.filter(({ outcome }) => outcome === 'stopped' || outcome === 'reminded');
    expect(held.map(({ rule }) => rule).filter((rule) => !kept.has(rule))).toEqual([]);
  });

  it('每条规则和期限都有案例', () => {
    const kind = REGISTER.kind(stories.kind);
    const coded = [
      ...Object.values(kind.steps).flatMap((step) => (step.rules ?? []).map(({ rule }) => rule.id)),
      ...(kind.terms ?? []).map(({ rule }) => rule),
    ];
    const shown = new Set<string>(stories.stories.filter(showsRule).map(({ rule }) => rule));
    expect([...new Set(coded)].filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
