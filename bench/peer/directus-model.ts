import type { Client } from 'pg';
import type { Store } from '../../src/store/connection.ts';
import { oneOrganisation } from '../../src/store/connection.ts';

/** The columns of a record as Fadu's API shows them, with the open values of a dispute, as one would model them. */
const COLUMNS = {
  organisation: 'string',
  kind: 'string',
  version: 'integer',
  state: 'string',
  title: 'string',
  village: 'string',
  unit: 'string',
  occurred_on: 'date',
  precision: 'string',
  recorded_on: 'date',
  source: 'string',
  evidence: 'string',
  home: 'string',
  upper_number: 'string',
  handlers: 'json',
  drill: 'boolean',
  voided: 'boolean',
  sealed: 'boolean',
  flaws: 'integer',
  type: 'string',
  channel: 'string',
  reported_on: 'date',
  settled_on: 'date',
  involved: 'integer',
} as const;

const VALUES = ['type', 'channel', 'reported_on', 'settled_on', 'involved'];

/** What a list shows of each record: as much as Fadu's. */
export const ENVELOPE = ['id', ...Object.keys(COLUMNS)].filter(
  (name) => name !== 'organisation' && !VALUES.includes(name),
);
/** What a single record shows. */
export const WHOLE = [...ENVELOPE, ...VALUES];

export const PERSON = { email: 'clerk@example.com', password: 'a-password-of-the-bench' };

export type Administer = <T>(method: string, path: string, body?: object) => Promise<T>;

function field(name: string, type: string): object {
  const special = type === 'json' ? ['cast-json'] : type === 'boolean' ? ['cast-boolean'] : null;
  return { field: name, type, schema: {}, meta: { special } };
}

/** The collection, and a person whose policy lets her read and add what is her organisation's. */
export async function makeModel(administer: Administer, org: string): Promise<void> {
  await administer('POST', '/collections', {
    collection: 'records',
    schema: {},
    // What was done stays on record, as with Fadu: Directus keeps an activity and a revision of each act.
    meta: { accountability: 'all' },
    fields: [
      {
        field: 'id',
        type: 'uuid',
        schema: { is_primary_key: true, length: 36, has_auto_increment: false },
        meta: { special: ['uuid'] },
      },
      ...Object.entries(COLUMNS).map(([name, type]) => field(name, type)),
    ],
  });
  await administer('POST', '/fields/directus_users', field('organisation', 'string'));
  const role = await administer<{ id: string }>('POST', '/roles', { name: 'clerk' });
  const policy = await administer<{ id: string }>('POST', '/policies', {
    name: 'own organisation',
    admin_access: false,
    app_access: false,
  });
  await administer('POST', '/access', { role: role.id, policy: policy.id });
  const own = { organisation: { _eq: '$CURRENT_USER.organisation' } };
  await administer('POST', '/permissions', [
    { policy: policy.id, collection: 'records', action: 'read', fields: ['*'], permissions: own },
    {
      policy: policy.id,
      collection: 'records',
      action: 'create',
      fields: Object.keys(COLUMNS),
      permissions: {},
      validation: own,
      presets: { organisation: '$CURRENT_USER.organisation' },
    },
  ]);
  await administer('POST', '/users', { ...PERSON, role: role.id, organisation: org, status: 'active' });
}

const INDEXES = [
  'CREATE INDEX records_by_day ON records (organisation, occurred_on, id)',
  'CREATE INDEX records_by_kind ON records (organisation, kind, occurred_on, id)',
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  'CREATE INDEX records_by_title ON records USING gin (title gin_trgm_ops)',
];

/** Fadu's records into Directus' table, with the indexes that Fadu has, and trigrams where Fadu has its grams. */
export async function copyRecords(store: Store, directus: Client, org: string): Promise<void> {
  const BATCH = 10_000;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await store.read(oneOrganisation(org), (tx) =>
      tx.query<{ id: string }>(
        'records-to-copy',
        `SELECT r.record_id AS id, r.org_code AS organisation, r.kind, r.version, r.state, r.title, r.village, r.unit,
           r.occurred_on, r.occurred_precision AS precision, r.recorded_on, r.source, r.evidence, r.home, r.upper_number,
           to_jsonb(r.handlers) AS handlers, r.is_drill AS drill, r.voided_by IS NOT NULL AS voided,
           r.sealed IS NOT NULL AS sealed, r.flaws, r.body ->> 'type' AS type, r.body ->> 'channel' AS channel,
           r.body ->> 'reportedOn' AS reported_on, r.body ->> 'settledOn' AS settled_on, r.body -> 'involved' AS involved
         FROM record r WHERE r.org_code = $1 AND r.kind = 'dispute' AND r.record_id > $2
         ORDER BY r.record_id LIMIT $3`,
        [org, after, BATCH],
      ),
    );
    const last = rows.at(-1);
    if (!last) break;
    await directus.query(
      `INSERT INTO records (${WHOLE.join(', ')}, organisation)
      SELECT ${WHOLE.join(', ')}, organisation FROM json_populate_recordset(NULL::records, $1)`,
      [JSON.stringify(rows)],
    );
    after = last.id;
  }
  for (const index of INDEXES) await directus.query(index);
  await directus.query('VACUUM (ANALYZE)');
}
