import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { generate } from 'otplib';
import { dayAt, type ExampleAct, type FieldSet, type Kind } from '../../src/kernel/index.ts';
import { REGISTER } from '../../src/duties/index.ts';
import { setDemoPassword } from '../../src/people/credential.ts';
import { ORGANISATION } from '../../src/records/row.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { takerOf } from '../examples.ts';
import { enter, markedValues } from '../site-township.ts';
import { VILLAGES } from '../township.ts';
import { countyKey, letterBody } from './letters.ts';
import type { Asked, Office, Route } from './office.ts';

/** How a route is used rightly: by whom, with what. A step's posts come from its kind. */
export interface Recipe {
  readonly account: string;
  /** Only with a second factor. */
  readonly strong?: true;
  /** An account of the same office that may not. */
  readonly lower?: string;
  ask(cookie: string | undefined): Promise<LightMyRequestResponse>;
}

type Act = ExampleAct<FieldSet, string>;

/** The example that holds a step, and at which place. */
function exampleOf(kind: Kind, step: string): { readonly example: readonly Act[]; readonly index: number } {
  for (const example of kind.examples) {
    const index = example.findIndex((act) => act.step === step);
    if (index >= 0) return { example, index };
  }
  throw new Error(`${kind.code} has no example with step ${step}`);
}

/** An account that holds a post which may not take the step; test accounts are named for their post. */
function without(kind: Kind, posts: readonly string[]): string {
  const others = [
    'window-clerk',
    'household-group-leader',
    'counsel',
    'emergency-officer',
    'village-cadre',
    'auditor',
  ];
  const found = others.find((post) => !posts.includes(post));
  if (!found) throw new Error(`${kind.code}: everybody may`);
  return found;
}

async function stepRecipe(office: Office, route: Route, kind: Kind, name: string): Promise<Recipe> {
  const step = kind.steps[name]!;
  const { example, index } = exampleOf(kind, name);
  const act = example[index]!;
  const values = await markedValues(office, kind, act);
  const village = index === 0 && act.village ? { village: VILLAGES[0]! } : {};
  const record = index === 0 ? undefined : await enter(office, kind, index, example);
  const body = { values, on: act.on, source: 'late', ...village };
  const account = takerOf(kind, name);
  return {
    account,
    lower: without(kind, step.by),
    ask: (cookie) =>
      office.ask(cookie, 'POST', addressOf(route, { id: record ?? '' }), {
        body,
        ...(record === undefined ? {} : { headers: { 'if-match': `"${index}"` } }),
      }),
  };
}

/** The address of a route below the organisation, its holes filled. */
function addressOf({ url }: Route, holes: Readonly<Record<string, string>>): string {
  return url
    .replace('/:org', '')
    .replaceAll(/:(\w+)/g, (_all, name: string) => holes[name] ?? `missing-${name}`);
}

async function mendingRecipe(office: Office, route: Route, kind: Kind, name: string): Promise<Recipe> {
  const [first] = kind.examples[0]!;
  const step = kind.steps[first!.step]!;
  // Whoever may begin such a matter in any way may mend it.
  const starters = Object.values(kind.steps).flatMap(({ from, by }) => (from === 'start' ? by : []));
  const record = await enter(office, kind, 1);
  const [field] = step.asks ?? [];
  const values = await markedValues(office, kind, first!);
  const bodies: Readonly<Record<string, object>> = {
    correct: { values: { [field ?? step.day!]: values[field ?? step.day!] }, reason: '核对' },
    void: { reason: '重复登记' },
    assign: { handlers: ['judicial-office'], reason: '交接' },
  };
  return {
    account: step.by[0]!,
    lower: without(kind, [...starters, ...(name === 'assign' ? ['system-administrator' as const] : [])]),
    ask: (cookie) =>
      office.ask(cookie, 'POST', addressOf(route, { id: record }), {
        body: bodies[name]!,
        headers: { 'if-match': '"1"' },
      }),
  };
}

/** A record with its version, its entries and the personal fields that it holds a value of. */
interface Kept {
  readonly record: string;
  readonly version: number;
  readonly entries: readonly number[];
  readonly fields: readonly string[];
}

async function keptOf(office: Office, record: string): Promise<Kept> {
  const [row] = await office.store.read(oneOrganisation(office.org), (tx) =>
    tx.query<Omit<Kept, 'record'>>(
      'kept-of',
      `SELECT r.version,
         ARRAY(SELECT e.seq::int FROM entry e WHERE e.org_code = $1 AND e.record_id = $2 ORDER BY e.seq) AS entries,
         ARRAY(SELECT DISTINCT v.field FROM personal_value v WHERE v.org_code = $1 AND v.record_id = $2) AS fields
       FROM record r WHERE r.org_code = $1 AND r.record_id = $2`,
      [office.org, record],
    ),
  );
  return { record, ...row! };
}

/** A record of the kind that holds personal values of a sort: not every example gives some, and a last act may destroy them. */
async function withPeople(
  office: Office,
  kind: Kind,
  fits: (field: string) => boolean = () => true,
): Promise<Kept> {
  for (const acts of [Infinity, 1]) {
    for (const example of kind.examples) {
      const kept = await keptOf(office, await enter(office, kind, acts, example));
      if (kept.fields.some(fits)) return kept;
    }
  }
  throw new Error(`no example of ${kind.code} holds a personal value`);
}

const SEALED = '涉案未成年人';
const CLEARED = new WeakSet<Office>();

/** Somebody must be cleared for a class before a record is sealed to it. */
async function clearSomebody(office: Office): Promise<void> {
  if (CLEARED.has(office)) return;
  CLEARED.add(office);
  const [held] = await office.store.read(oneOrganisation(office.org), (tx) =>
    tx.query<{ id: string; version: number }>(
      'appointment-of-area-lead',
      `SELECT p.record_id AS id, r.version FROM post_holding p
       JOIN record r ON r.org_code = p.org_code AND r.record_id = p.record_id
       WHERE p.org_code = $1 AND p.account = 'area-lead'`,
      [office.org],
    ),
  );
  await office.act({
    kind: 'appointment',
    step: 'rescope',
    record: held!.id,
    expectedVersion: held!.version,
    occurredOn: dayAt(office.clock()),
    values: { clearances: [{ name: SEALED }] },
  });
}

const PROTECTORS = ['judicial-office', 'area-lead', 'party-secretary', 'township-head'];

/** What is said of how a record is kept, and by whom. */
async function keepingRecipe(office: Office, route: Route, kind: Kind, name: string): Promise<Recipe> {
  const kept = await (['restrict', 'erase', 'release'].includes(name)
    ? withPeople(office, kind)
    : keptOf(office, await enter(office, kind)));
  const said = async (act: string, account: string, body: object, version: number) =>
    office.ask(await office.signInAs(account), 'POST', `/kinds/${kind.code}/records/${kept.record}/${act}`, {
      body,
      headers: { 'if-match': `"${version}"` },
    });
  const withheld = { fields: kept.fields, ground: 'other', reason: '当事人申请' };
  const proposed = { entries: kept.entries.slice(0, 1), reason: '误录不该写入的内容' };
  if (name === 'seal') await clearSomebody(office);
  if (name === 'release') await said('restrict', 'judicial-office', withheld, kept.version);
  if (name === 'purge') await said('propose-purge', 'judicial-office', proposed, kept.version);
  const bodies: Readonly<Record<string, object>> = {
    restrict: withheld,
    erase: withheld,
    release: { fields: kept.fields, reason: '限制错了' },
    seal: { class: SEALED, reason: '涉及未成年人' },
    'propose-purge': proposed,
    purge: { reason: '同意清除' },
  };
  const version = kept.version + (name === 'release' || name === 'purge' ? 1 : 0);
  return {
    account: name === 'purge' ? 'area-lead' : 'judicial-office',
    lower: without(kind, PROTECTORS),
    ask: (cookie) =>
      office.ask(cookie, 'POST', addressOf(route, { id: kept.record }), {
        body: bodies[name]!,
        headers: { 'if-match': `"${version}"` },
      }),
  };
}

async function recordOf(office: Office, kind: Kind): Promise<string> {
  if (kind.code !== ORGANISATION) return enter(office, kind);
  const [genesis] = await office.store.read(oneOrganisation(office.org), (tx) =>
    tx.query<{ id: string }>(
      'genesis',
      'SELECT record_id AS id FROM record WHERE org_code = $1 AND kind = $2',
      [office.org, ORGANISATION],
    ),
  );
  return genesis!.id;
}

async function kindRecipe(office: Office, route: Route, kind: Kind): Promise<Recipe> {
  const step = /\/steps\/([^/]+)$/.exec(route.url)?.[1];
  if (step !== undefined) return stepRecipe(office, route, kind, step);
  const mending = /\/:id\/(correct|void|assign)$/.exec(route.url)?.[1];
  if (mending !== undefined) return mendingRecipe(office, route, kind, mending);
  const keeping = /\/:id\/(restrict|erase|release|seal|propose-purge|purge)$/.exec(route.url)?.[1];
  if (keeping !== undefined) return keepingRecipe(office, route, kind, keeping);
  if (route.url.endsWith('/personal-export')) return exportRecipe(office, route, kind);
  const id = route.url.includes(':id') ? await recordOf(office, kind) : '';
  return {
    account: kind.audience ?? 'judicial-office',
    // What is for one post alone, and was not the mediator's own doing.
    ...(kind.audience && id !== '' ? { lower: 'mediator' } : {}),
    ask: (cookie) => office.ask(cookie, 'GET', addressOf(route, { id })),
  };
}

/** Personal values of a record, taken along as a table. */
async function exportRecipe(office: Office, route: Route, kind: Kind): Promise<Recipe> {
  const exportable = (name: string): boolean =>
    kind.fields[name]!.type !== 'file' && kind.fields[name]!.privacy !== 'secret';
  const { record, fields } = await withPeople(office, kind, exportable);
  const open = fields.filter(exportable);
  const body = { records: [record], fields: open, reason: '汛期前印制叫应名单' };
  return {
    account: 'judicial-office',
    strong: true,
    lower: 'window-clerk',
    ask: (cookie) => office.ask(cookie, 'POST', addressOf(route, {}), { body }),
  };
}

/** A matter with a file, and who handles it. */
async function contractWithDraft(office: Office): Promise<string> {
  const draft = await office.files.put(office.org, '合同文本.txt', Buffer.from('合同文本'));
  const drafted = await office.start({
    kind: 'contract',
    step: 'draft',
    occurredOn: '2024-03-05',
    actor: { account: 'judicial-office', post: 'judicial-office' },
    values: { title: '办公楼修缮合同', type: 'civil', draft },
  });
  return drafted.record;
}

type Special = (office: Office) => Promise<{
  readonly account: string;
  readonly strong?: true;
  readonly lower?: string;
  readonly holes?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly more?: Asked;
}>;

const reader: Special = async () => ({ account: 'judicial-office' });
const ledger: Special = async () => ({ account: 'judicial-office', lower: 'mediator' });
const figures: Special = async () => ({
  account: 'judicial-office',
  query: '?year=2024',
  holes: { code: 'disputes.screened' },
});

const audit: Special = async () => ({ account: 'audit-administrator', lower: 'judicial-office' });

/** A matter of which counsel, whom it does not name, knows nothing. */
const matter: Special = async (office) => ({
  account: 'judicial-office',
  lower: 'counsel',
  holes: { id: await enter(office, REGISTER.kind('dispute'), 1) },
});

const PASSWORD = '一溪流水绕过孤村人家';

const administrator =
  (account: string): Special =>
  async () => ({
    account: 'system-administrator',
    strong: true,
    lower: 'judicial-office',
    holes: { account },
  });

/** The account has begun to set up its app. */
async function enrolled(office: Office, account: string): Promise<{ secret: string; cookie: string }> {
  await setDemoPassword(office.parts.signIn, office.org, account, PASSWORD);
  const cookie = await office.signInAs(account);
  const made = await office.ask(cookie, 'POST', '/factor', { top: true, body: { password: PASSWORD } });
  return { secret: made.json<{ secret: string }>().secret, cookie };
}

function codeOf(office: Office, secret: string): Promise<string> {
  return generate({ secret, epoch: Math.floor(office.clock().getTime() / 1000) });
}

async function inUse(office: Office, account: string): Promise<void> {
  const { secret, cookie } = await enrolled(office, account);
  const body = { code: await codeOf(office, secret) };
  await office.ask(cookie, 'POST', '/factor/confirm', { top: true, body });
}

const WEBHOOK = { label: '县级平台', address: 'https://example.cn/fadu' };

/** A webhook that is there already. */
async function webhookOf(office: Office, body: object = WEBHOOK): Promise<string> {
  const cookie = await office.signInAs('system-administrator', true);
  const made = await office.ask(cookie, 'POST', '/webhooks', { body });
  return made.json<{ id: string }>().id;
}

const administersWebhook =
  (more: Asked = {}): Special =>
  async (office) => ({
    account: 'system-administrator',
    strong: true,
    lower: 'judicial-office',
    holes: { id: await webhookOf(office) },
    more,
  });

/** Routes that do not follow from a kind. A route that is not here makes the test fail: it would go untested. */
/** Speaks of the whole office, so not to whoever sees only the matters that name him. */
const ofWholeOffice: Special = async () => ({
  account: 'judicial-office',
  lower: 'counsel',
  holes: { year: '2024' },
});

const SPECIAL: Readonly<Record<string, Special>> = {
  'GET /session': reader,
  'GET /sessions': reader,
  'DELETE /sessions/:session': async (office) => {
    await office.signInAs('judicial-office');
    const sessions = await office.ask(await office.signInAs('judicial-office'), 'GET', '/sessions', {
      top: true,
    });
    const other = sessions
      .json<{ sessions: { session: string; own: boolean }[] }>()
      .sessions.find(({ own }) => !own);
    return { account: 'judicial-office', lower: 'mediator', holes: { session: other!.session } };
  },
  'GET /factor': reader,
  'POST /factor': async (office) => {
    await setDemoPassword(office.parts.signIn, office.org, 'judicial-office', PASSWORD);
    return { account: 'judicial-office', more: { body: { password: PASSWORD } } };
  },
  'POST /factor/confirm': async (office) => {
    const { secret } = await enrolled(office, 'emergency-officer');
    return { account: 'emergency-officer', more: { body: { code: await codeOf(office, secret) } } };
  },
  'POST /factor/recovery-codes': async (office) => {
    await inUse(office, 'legality-reviewer');
    return { account: 'legality-reviewer', more: { body: { password: PASSWORD } } };
  },
  'POST /factor/remove': async (office) => {
    await inUse(office, 'party-secretary');
    return { account: 'party-secretary', more: { body: { password: PASSWORD } } };
  },
  'PUT /pin': async (office) => {
    await setDemoPassword(office.parts.signIn, office.org, 'judicial-office', PASSWORD);
    return { account: 'judicial-office', more: { body: { password: PASSWORD, pin: '395174' } } };
  },
  'DELETE /pin': async (office) => {
    await setDemoPassword(office.parts.signIn, office.org, 'area-lead', PASSWORD);
    const body = { password: PASSWORD, pin: '395174' };
    await office.ask(await office.signInAs('area-lead'), 'PUT', '/pin', { top: true, body });
    return { account: 'area-lead' };
  },
  'GET /tokens': reader,
  'POST /tokens': async () => ({
    account: 'judicial-office',
    more: { body: { label: '数据交换', scopes: ['read'], days: 30 } },
  }),
  'DELETE /tokens/:id': async (office) => {
    const cookie = await office.signInAs('judicial-office');
    const body = { label: '旧系统', scopes: ['read'], days: 1 };
    const made = await office.ask(cookie, 'POST', '/tokens', { top: true, body });
    return { account: 'judicial-office', lower: 'mediator', holes: { id: made.json<{ id: string }>().id } };
  },
  'POST /:org/accounts/:account/password-reset': administrator('counsel'),
  'POST /:org/accounts/:account/identity-code': administrator('counsel'),
  'POST /:org/accounts/:account/sign-out': administrator('counsel'),
  'POST /:org/accounts/:account/closing': administrator('counsel'),
  'POST /:org/accounts/:account/unlock': async () => ({
    account: 'judicial-office',
    lower: 'mediator',
    holes: { account: 'counsel' },
  }),
  'POST /:org/accounts/:account/factor-reset': async (office) => {
    await inUse(office, 'township-head');
    return administrator('township-head')(office);
  },
  'GET /:org/webhooks': administersWebhook(),
  'POST /:org/webhooks': administersWebhook({ body: { ...WEBHOOK, kinds: ['dispute'] } }),
  'PATCH /:org/webhooks/:id': administersWebhook({ body: { label: '市级平台', kinds: null, paused: true } }),
  'POST /:org/webhooks/:id/secret': administersWebhook(),
  'DELETE /:org/webhooks/:id': administersWebhook(),
  'POST /:org/webhooks/:id/test': administersWebhook(),
  'GET /:org/webhooks/:id/deliveries': administersWebhook(),
  'POST /:org/webhooks/:id/deliveries/:delivery/redelivery': async (office) => {
    const id = await webhookOf(office);
    const cookie = await office.signInAs('system-administrator', true);
    const queued = await office.ask(cookie, 'POST', `/webhooks/${id}/test`);
    const { delivery } = queued.json<{ delivery: string }>();
    return {
      account: 'system-administrator',
      strong: true,
      lower: 'judicial-office',
      holes: { id, delivery },
    };
  },
  'POST /:org/letters': async (office) => ({
    account: 'judicial-office',
    more: { body: await letterBody(office, await countyKey(office)) },
  }),
  'GET /:org/sign-ins': reader,
  'GET /session/draft-key': reader,
  'GET /session/townships': reader,
  'GET /:org/me': reader,
  'GET /:org/colleagues': reader,
  'GET /:org/kinds': reader,
  'GET /:org/kinds/:kind/steps/:step/usual': async () => ({
    account: 'judicial-office',
    holes: { kind: 'dispute', step: 'report' },
  }),
  'GET /:org/kinds/:kind': async () => ({ account: 'judicial-office', holes: { kind: 'dispute' } }),
  'GET /:org/records': reader,
  'GET /:org/due': reader,
  'GET /:org/stock': reader,
  'GET /:org/acts': audit,
  'GET /:org/acts.csv': audit,
  'GET /:org/warnings': ledger,
  'GET /:org/sample': async () => ({
    account: 'audit-administrator',
    // Would see what was not drawn for him.
    lower: 'auditor',
    query: '?year=2024&size=20',
  }),
  'GET /:org/samples': async () => ({ account: 'auditor', lower: 'judicial-office' }),
  'POST /:org/samples': async () => ({
    account: 'auditor',
    lower: 'judicial-office',
    more: { body: { year: 2024, size: 1 } },
  }),
  'GET /:org/records/:id/history': matter,
  'GET /:org/records/:id/why': matter,
  'GET /:org/records/:id/figures': matter,
  'GET /:org/records/:id/next': matter,
  'POST /:org/records/:id/reveal': async (office) => ({
    account: 'judicial-office',
    strong: true,
    lower: 'window-clerk',
    holes: { id: await enter(office, REGISTER.kind('dispute'), 1) },
    more: { body: { fields: ['parties'], reason: '核对当事人联系方式，回访用' } },
  }),
  'POST /:org/exam-rosters': async () => ({
    account: 'judicial-office',
    lower: 'window-clerk',
    more: { body: { platform: 'law-online', dueOn: '2024-03-29', table: '姓名,成绩\n隔离样,' } },
  }),
  'POST /:org/files': async () => ({
    account: 'judicial-office',
    lower: 'auditor',
    query: '?name=a.txt',
    more: { headers: { 'content-type': 'application/octet-stream' } },
  }),
  'GET /:org/records/:id/files/:field': async (office) => ({
    account: 'judicial-office',
    // Knows of the matter, but does not handle it.
    lower: 'window-clerk',
    holes: { id: await contractWithDraft(office), field: 'draft' },
  }),
  'GET /:org/figures': figures,
  'GET /:org/figures/months': figures,
  'GET /:org/figures/:code/records': figures,
  'GET /:org/report/:year': async () => ({ account: 'judicial-office', holes: { year: '2024' } }),
  'GET /:org/statutory-calendar/:year': ofWholeOffice,
  'GET /:org/first-responsible/:year': ofWholeOffice,
  'GET /:org/shortcoming-offers/:year': ofWholeOffice,
  'GET /:org/emergency-pack': async () => ({ account: 'emergency-officer' }),
  'POST /:org/emergency-pack': async () => ({
    account: 'judicial-office',
    strong: true,
    lower: 'window-clerk',
    more: { body: { reason: '汛期值班备用，打印存应急包' } },
  }),
  'GET /:org/duty-months/:month': async () => ({
    account: 'emergency-officer',
    holes: { month: '2026-06' },
  }),
  'GET /:org/staffing': async () => ({ account: 'judicial-office', lower: 'counsel' }),
  'GET /:org/figures-given': async () => ({
    account: 'judicial-office',
    query: `?figure=${encodeURIComponent('排查矛盾纠纷')}`,
  }),
  'POST /:org/plan-tasks/:year': async () => ({
    account: 'judicial-office',
    lower: 'window-clerk',
    holes: { year: '2025' },
    more: { body: {} },
  }),
  'GET /:org/ledger/checkpoint': ledger,
  'GET /:org/ledger/verify': ledger,
};

async function specialRecipe(office: Office, route: Route): Promise<Recipe> {
  const special = SPECIAL[`${route.method} ${route.url}`];
  if (!special) throw new Error(`no recipe for ${route.method} ${route.url}: write one, or it goes untested`);
  const { holes = {}, query = '', more = {}, ...who } = await special(office);
  const top = route.url.startsWith('/:org') ? {} : ({ top: true } as const);
  const text = route.url === '/:org/files' ? { body: Buffer.from(`纯文本${randomUUID()}`) } : {};
  return {
    ...who,
    ask: (cookie) =>
      office.ask(cookie, route.method as 'GET', addressOf(route, holes) + query, {
        ...top,
        ...more,
        ...text,
      }),
  };
}

/** How to use a route rightly, with everything that it needs already there. */
export function recipeFor(office: Office, route: Route): Promise<Recipe> {
  const code = /^\/:org\/kinds\/([a-z-]+)\//.exec(route.url)?.[1];
  return code === undefined ? specialRecipe(office, route) : kindRecipe(office, route, REGISTER.kind(code));
}
