import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExampleRunner } from '../../tests/example-runner.ts';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { basesOf, isPersonal } from '../kernel/index.ts';
import { isTermId } from '../law/index.ts';
import { ORGANISATION } from '../records/row.ts';
import { oneOrganisation } from '../store/connection.ts';
import { KINDS } from './index.ts';

let town: TestTownship;
let runner: ExampleRunner;
beforeAll(async () => {
  town = await testTownship();
  runner = new ExampleRunner(town);
});
afterAll(() => town.close());

describe.each(KINDS.map((kind) => [kind.code, kind] as const))('%s', (_code, kind) => {
  it('has examples that the ordinary write path accepts without a flaw', async () => {
    const shown = kind.examples.flatMap((example) => example.map(({ step }) => step));
    expect(Object.keys(kind.steps).filter((step) => !shown.includes(step))).toEqual([]);
    // The organisation is made by founding alone: the township of this test has just shown that.
    if (kind.code === ORGANISATION) return;
    for (const example of kind.examples) {
      const record = await runner.run(kind, example);
      const [row] = await town.store.transaction(oneOrganisation(ORG), (tx) =>
        tx.query<{ state: string; title: string }>(
          'row',
          'SELECT state, title FROM record WHERE org_code = $1 AND record_id = $2',
          [ORG, record],
        ),
      );
      // A step without a state of its own leaves the matter where it stands.
      expect(row?.state).toBe(example.flatMap(({ step }) => kind.steps[step]?.to ?? []).at(-1));
      expect(row?.title).not.toBe('');
    }
  });

  it('rests every step on an article and every term on a rule of the law room', () => {
    for (const step of Object.values(kind.steps)) {
      expect(basesOf(step).length).toBeGreaterThan(0);
      for (const basis of basesOf(step)) expect(basis.article).toMatch(/^第|^全文/);
    }
    for (const term of kind.terms ?? []) expect(isTermId(term.rule), term.rule).toBe(true);
  });

  it('can be started, and every state can be reached', () => {
    const steps = Object.values(kind.steps);
    expect(steps.some((step) => step.from === 'start')).toBe(true);
    expect(new Set(steps.flatMap((step) => step.to ?? []))).toEqual(new Set(Object.keys(kind.states)));
  });

  it('shows the public only open fields, and says everything in Chinese', () => {
    for (const name of kind.disclosure?.fields ?? []) expect(kind.fields[name]?.privacy).toBe('public');
    const labels = [
      kind.label,
      ...Object.values(kind.states),
      ...Object.values(kind.fields).flatMap((field) => [field.label, ...Object.values(field.options ?? {})]),
      ...Object.values(kind.steps).map((step) => step.label),
      ...Object.values(kind.figures ?? {}).flatMap((figure) => [figure.label, figure.definition]),
    ];
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
  });

  it('keeps narratives and persons out of the open body', () => {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.type === 'person' || field.type === 'file') expect(isPersonal(field), name).toBe(true);
    }
  });

  it('shows whoever is to take a step only personal fields, none that is secret, and no file', () => {
    for (const name of Object.values(kind.steps).flatMap(({ shows = [] }) => shows)) {
      const field = kind.fields[name]!;
      expect(isPersonal(field) && field.privacy !== 'secret' && field.type !== 'file', name).toBe(true);
    }
  });
});
