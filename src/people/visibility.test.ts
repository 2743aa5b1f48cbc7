import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, withClient, type FreshDatabase } from '../../tests/database.ts';
import { REGISTER } from '../duties/index.ts';
import { Places } from '../store/places.ts';
import { knownRows, mayKnow, publicTitle, type Seen, type Viewer } from './visibility.ts';

const powerItem = REGISTER.kind('power-item');
const dispute = REGISTER.kind('dispute');

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';

function record(over: Partial<Seen> = {}): Seen {
  return {
    record_id: ID,
    state: 'listed',
    kind_version: 1,
    village: '柳树村',
    sealed: null,
    audience: 'office',
    handlers: ['starter'],
    is_drill: false,
    voided_by: null,
    ...over,
  };
}

const PUBLIC: Viewer = { as: 'public' };
const cadre = (over: object = {}): Viewer => ({
  as: 'office',
  account: 'a',
  posts: ['village-cadre'],
  ...over,
});

const auditor = (...drawn: string[]): Viewer => ({ as: 'auditor', drawn });

describe('the public', () => {
  it('may know of a disclosed record', () => {
    expect(mayKnow(PUBLIC, powerItem, record())).toBe(true);
  });

  it.each([
    ['of a kind without disclosure', dispute, {}],
    ['in a state that is not public', powerItem, { state: 'drafted' }],
    ['a drill', powerItem, { is_drill: true }],
    ['a voided record', powerItem, { voided_by: 3 }],
    ['a sealed record', powerItem, { sealed: 'county' }],
    ['a record for another audience', powerItem, { audience: 'leaders' }],
  ])('may not know of one %s', (_case, kind, over) => {
    expect(mayKnow(PUBLIC, kind, record(over))).toBe(false);
  });

  it('reads a title only where that field is disclosed', () => {
    expect(publicTitle(powerItem, '某事项')).toBe('某事项');
    expect(publicTitle(dispute, '某家纠纷')).toBe('矛盾纠纷');
  });
});

describe('the office', () => {
  it('sees its township; a village cadre only the village', () => {
    expect(mayKnow(cadre(), dispute, record())).toBe(true);
    expect(mayKnow(cadre({ villages: ['柳树村'] }), dispute, record())).toBe(true);
    expect(mayKnow(cadre({ villages: ['石桥村'] }), dispute, record())).toBe(false);
    expect(mayKnow(cadre({ villages: ['石桥村'] }), dispute, record({ village: null }))).toBe(false);
  });

  it('knows of a sealed record only with the clearance; the machine’s operator never', () => {
    expect(mayKnow(cadre(), dispute, record({ sealed: 'county' }))).toBe(false);
    expect(mayKnow(cadre({ clearances: ['county'] }), dispute, record({ sealed: 'county' }))).toBe(true);
    expect(mayKnow({ as: 'operator' }, dispute, record({ sealed: 'county' }))).toBe(false);
  });
});

describe('who is named on a matter', () => {
  it('counsel and mediators see only what names them', () => {
    const counsel: Viewer = { as: 'office', account: 'li', posts: ['counsel'], assignedOnly: true };
    expect(mayKnow(counsel, dispute, record())).toBe(false);
    expect(mayKnow(counsel, dispute, record({ handlers: ['starter', 'li'] }))).toBe(true);
    expect(mayKnow(counsel, dispute, record({ handlers: ['li'], sealed: 'county' }))).toBe(false);
  });

  it('what is meant for one post is known to its holders and to those who handle it', () => {
    const forLead = record({ audience: 'area-lead' });
    expect(mayKnow(cadre(), dispute, forLead)).toBe(false);
    expect(mayKnow(cadre({ posts: ['area-lead'] }), dispute, forLead)).toBe(true);
    expect(mayKnow(cadre({ account: 'starter' }), dispute, forLead)).toBe(true);
    expect(mayKnow({ as: 'county', posts: ['county-supervisor'] }, dispute, forLead)).toBe(false);
    expect(mayKnow(auditor(ID), dispute, forLead)).toBe(false);
  });
});

describe('the county and the auditor', () => {
  it('read the township; sealed matters the county with its clearance, the auditor never', () => {
    const county: Viewer = { as: 'county', posts: ['county-supervisor'] };
    expect(mayKnow(county, dispute, record())).toBe(true);
    expect(mayKnow(county, dispute, record({ sealed: 'county' }))).toBe(false);
    expect(mayKnow({ ...county, clearances: ['county'] }, dispute, record({ sealed: 'county' }))).toBe(true);
    expect(mayKnow(auditor(ID), dispute, record({ voided_by: 3 }))).toBe(true);
    expect(mayKnow(auditor(ID), dispute, record({ sealed: 'county' }))).toBe(false);
  });

  it('the auditor reads what was drawn for him and nothing else, not even what names him as handler', () => {
    expect(mayKnow(auditor(ID), dispute, record())).toBe(true);
    expect(mayKnow(auditor(OTHER_ID), dispute, record())).toBe(false);
    expect(mayKnow(auditor(), dispute, record({ handlers: ['auditor'] }))).toBe(false);
    expect(mayKnow(auditor(OTHER_ID), powerItem, record({ record_id: ID }))).toBe(false);
  });
});

const SEALED = ['county', 'court'];
const POSTS_TRIED = ['area-lead', 'counsel', 'county-supervisor'] as const;
const ACCOUNTS = ['starter', 'li', 'li@520581000000'];
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
/** Of the thirty to sixty records of a run. */
const DRAWN = [0, 3, 7, 11, 19, 23, 29].map(idOf);
const office = fc.record(
  {
    as: fc.constant('office' as const),
    account: fc.constantFrom(...ACCOUNTS),
    posts: some(POSTS_TRIED),
    villages: some(['柳树村', '石桥村', '']),
    clearances: some(SEALED),
    assignedOnly: fc.boolean(),
  },
  { requiredKeys: ['as', 'account', 'posts'] },
);
const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 6, arbitrary: office },
  {
    weight: 2,
    arbitrary: fc.record({
      as: fc.constant('county' as const),
      posts: some(POSTS_TRIED),
      clearances: some(SEALED),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom<Viewer>({ as: 'operator' }, { as: 'public' }) },
  { weight: 2, arbitrary: fc.record({ as: fc.constant('auditor' as const), drawn: some(DRAWN) }) },
);
const versions = REGISTER.versions.map((kind) => ({ kind: kind.code, kind_version: kind.version }));
const records = fc.constantFrom(...versions).chain((version) => {
  const states = Object.keys(REGISTER.kind(version.kind, version.kind_version).states);
  return fc.record({
    kind: fc.constant(version.kind),
    kind_version: fc.constant(version.kind_version),
    state: fc.constantFrom(...states),
    village: fc.option(fc.constantFrom('柳树村', '石桥村')),
    sealed: fc.option(fc.constantFrom(...SEALED), { freq: 1 }),
    audience: fc.constantFrom('office', 'office', ...POSTS_TRIED),
    handlers: some(ACCOUNTS),
    is_drill: fc.boolean(),
    voided_by: fc.option(fc.constant(7), { freq: 1 }),
  });
});

describe('the condition for the database', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('lets through just what the function does, for any record and viewer', { timeout: 60_000 }, async () => {
    let tried = { shown: 0, hidden: 0 };
    await withClient(database.app, (client) =>
      fc.assert(
        fc.asyncProperty(
          viewers,
          fc.array(records, { minLength: 30, maxLength: 60 }),
          async (viewer, rows) => {
            const places = new Places('520581999000');
            const condition = knownRows(viewer, REGISTER, places.place);
            const numbered = rows.map((row, index) => ({
              ...row,
              first_seq: index,
              record_id: idOf(index),
            }));
            const { rows: found } = await client.query<{ first_seq: string }>(
              `SELECT r.first_seq FROM jsonb_populate_recordset(NULL::public.record, ${places.place(JSON.stringify(numbered))}::jsonb) AS r
             WHERE $1::text IS NOT NULL AND ${condition} ORDER BY r.first_seq`,
              places.values,
            );
            const expected = numbered.filter((row) =>
              mayKnow(viewer, REGISTER.kind(row.kind, row.kind_version), row),
            );
            expect(found.map((row) => Number(row.first_seq))).toEqual(expected.map((row) => row.first_seq));
            tried = {
              shown: tried.shown + expected.length,
              hidden: tried.hidden + rows.length - expected.length,
            };
          },
        ),
        { numRuns: 150 },
      ),
    );
    expect(tried.shown).toBeGreaterThan(300);
    expect(tried.hidden).toBeGreaterThan(300);
  });
});
