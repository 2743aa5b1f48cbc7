import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setDemoPassword } from '../../src/people/credential.ts';
import { ORGANISATION } from '../../src/records/row.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
let mediator: string;
let clerk: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2024-03-05');
  mediator = await office.signInAs('mediator');
  clerk = await office.signInAs('judicial-office');
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const PARTIES = [{ name: '张三丰', phone: '13800001234' }];
const VALUES = { title: '田埂界线', type: 'land', channel: 'group', parties: PARTIES };

async function report(values: object = VALUES, village = '柳树村'): Promise<string> {
  const made = await office.ask(mediator, 'POST', '/kinds/dispute/steps/report', {
    body: { values, village },
  });
  expect(made.statusCode, made.body).toBe(201);
  return made.json<{ record: string }>().record;
}

describe('acting over HTTP', () => {
  it('starts a matter, reads it, takes a step, and says where it stands', async () => {
    const id = await report();
    const read = await office.ask(mediator, 'GET', `/kinds/dispute/records/${id}`);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.json()).toMatchObject({
      state: { code: 'reported', label: '已受理' },
      village: '柳树村',
      handlers: ['mediator'],
      masked: false,
      personal: { parties: PARTIES },
    });
    const again = await office.ask(mediator, 'POST', `/kinds/dispute/records/${id}/void`, {
      body: { reason: '重复登记' },
      headers: { 'if-match': '"1"' },
    });
    expect(again.json()).toMatchObject({ version: 2, repeated: false });
    expect((await office.ask(mediator, 'GET', `/kinds/dispute/records/${id}`)).json()).toMatchObject({
      voided: true,
    });
  });

  it('does a repeated request once and gives the first answer; the key is a person’s own', async () => {
    const key = { 'idempotency-key': '同一次提交-0001' };
    const ask = (cookie: string, body: object) =>
      office.ask(cookie, 'POST', '/kinds/dispute/steps/report', {
        body,
        headers: { 'idempotency-key': encodeURIComponent(key['idempotency-key']) },
      });
    const first = await ask(mediator, { values: VALUES });
    const second = await ask(mediator, { values: VALUES });
    expect(second.json()).toEqual({ ...first.json<object>(), repeated: true });
    const other = await ask(mediator, { values: { ...VALUES, title: '另一件事' } });
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency-conflict' });
    const clerks = await ask(clerk, { values: VALUES });
    expect(clerks.json<{ record: string }>().record).not.toBe(first.json<{ record: string }>().record);
  });

  it('refuses a write without key or version, and says so', async () => {
    const id = await report();
    const headers = { 'idempotency-key': '' };
    const keyless = await office.ask(mediator, 'POST', '/kinds/dispute/steps/report', {
      body: { values: VALUES },
      headers,
    });
    expect(keyless.json()).toMatchObject({ status: 400, code: 'bad-input', field: 'idempotency-key' });
    const blind = await office.ask(mediator, 'POST', `/kinds/dispute/records/${id}/void`, {
      body: { reason: '错' },
    });
    expect(blind.json()).toMatchObject({ status: 400, code: 'bad-input', field: 'if-match' });
  });

  it('tells the second editor who changed what', async () => {
    const id = await report();
    const correct = (cookie: string) =>
      office.ask(cookie, 'POST', `/kinds/dispute/records/${id}/correct`, {
        body: { values: { involved: 4 }, reason: '核对人数' },
        headers: { 'if-match': '"1"' },
      });
    expect((await correct(mediator)).statusCode).toBe(200);
    const late = await correct(clerk);
    expect(late.headers['content-type']).toContain('application/problem+json');
    expect(late.json()).toMatchObject({ status: 412, code: 'version-conflict' });
    expect(late.json<{ detail: string }>().detail).toContain('mediator（人民调解员）办了“更正”（涉及人数）');
  });

  it('answers a refusal as RFC 9457 with sentence, field and next step', async () => {
    const lacking = await office.ask(mediator, 'POST', '/kinds/dispute/steps/report', {
      body: { values: { type: 'land', channel: 'group' } },
    });
    expect(lacking.json()).toMatchObject({
      type: 'urn:fadu:refusal:missing-value',
      status: 422,
      field: 'title',
      detail: expect.stringContaining('事由'),
    });
    const unknown = await office.ask(mediator, 'POST', '/kinds/dispute/steps/report', {
      body: { values: VALUES, colour: 1 },
    });
    expect(unknown.json()).toMatchObject({ status: 400, field: 'colour' });
    const broken = await office.app.inject({
      method: 'POST',
      url: `/api/v1/${office.org}/kinds/dispute/steps/report`,
      headers: { cookie: mediator, 'content-type': 'application/json', 'idempotency-key': 'broken-json' },
      payload: '{"values":',
    });
    expect(broken.json()).toMatchObject({ status: 400, code: 'bad-input' });
  });
});

describe('what is seen', () => {
  it('shows a stranger to the matter only masks, and no value of a file or name elsewhere', async () => {
    const id = await report();
    const read = await office.ask(clerk, 'GET', `/kinds/dispute/records/${id}`);
    expect(read.json()).toMatchObject({
      masked: true,
      personal: { parties: [{ name: '张**', phone: '138****1234' }] },
    });
    expect(read.body).not.toContain('张三丰');
    const list = await office.ask(clerk, 'GET', '/kinds/dispute/records?size=200');
    expect(list.body).not.toContain('张三丰');
    expect(list.body).not.toContain('personal');
  });

  it('shows the one who is to decide about whom and on what facts, and nobody else, and no longer than that', async () => {
    const [party, facts] = ['王重阳', '在集镇主街搭建彩钢棚，有现场照片。'];
    const officer = await office.start({
      kind: 'enforcement-officer',
      step: 'certify',
      occurredOn: '2024-01-10',
      values: { officer: { name: '某某' }, certificate: '演示证甲' },
    });
    const values = {
      cause: '擅自搭建',
      firstOfficer: officer.record,
      party: [{ name: party, phone: '13800001234' }],
      facts,
    };
    const { record } = await office.start({
      kind: 'penalty-case',
      step: 'file',
      occurredOn: '2024-02-05',
      values,
    });
    const as = async (post: Parameters<Office['signInAs']>[0]) =>
      office.ask(await office.signInAs(post, true), 'GET', `/kinds/penalty-case/records/${record}`);
    for (const post of ['township-head', 'legality-reviewer'] as const) {
      expect((await as(post)).json()).toMatchObject({
        masked: true,
        shown: expect.arrayContaining(['party', 'facts']),
        personal: { party: [{ name: party, phone: '138****1234' }], facts },
      });
    }
    for (const post of ['judicial-office', 'window-clerk', 'county-supervisor'] as const) {
      const { body } = await as(post);
      expect(body).not.toContain(party);
      expect(body).not.toContain(facts);
    }
    await office.act({
      kind: 'penalty-case',
      step: 'decide',
      record,
      expectedVersion: 1,
      occurredOn: '2024-03-05',
      values: { result: 'none', spared: 'minor' },
    });
    expect((await as('township-head')).body).not.toContain(party);
  });

  it('gives them out against a reason that stands in the ledger, to who signed in with a second factor', async () => {
    const id = await report();
    const body = { fields: ['parties'], reason: '回访时要核对当事人的联系方式' };
    const weak = await office.ask(clerk, 'POST', `/records/${id}/reveal`, { body });
    expect(weak.json()).toMatchObject({ status: 403 });
    const strong = await office.signInAs('judicial-office', true);
    const shown = await office.ask(strong, 'POST', `/records/${id}/reveal`, { body });
    expect(shown.json()).toMatchObject({ values: { parties: PARTIES } });
    const { note } = shown.json<{ note: { record: string } }>();
    const noted = await office.ask(strong, 'GET', `/kinds/personal-reveal/records/${note.record}`);
    expect(noted.body).toContain(body.reason);
    expect(noted.body).not.toContain('张三丰');
  });

  it('lists by filters, page by page, and refuses what the kind does not know', async () => {
    await report({ ...VALUES, type: 'family' }, '石桥村');
    await report({ ...VALUES, type: 'family' }, '石桥村');
    const first = await office.ask(
      clerk,
      'GET',
      '/kinds/dispute/records?field.type=family&village=石桥村&size=1&total=true',
    );
    expect(first.json()).toMatchObject({
      total: { count: 2, more: false },
      records: [{ village: '石桥村' }],
    });
    const { next, records } = first.json<{ next: string; records: { id: string }[] }>();
    const second = await office.ask(
      clerk,
      'GET',
      `/kinds/dispute/records?field.type=family&village=石桥村&size=1&cursor=${encodeURIComponent(next)}`,
    );
    expect(second.json<{ records: { id: string }[] }>().records[0]!.id).not.toBe(records[0]!.id);
    expect((await office.ask(clerk, 'GET', '/kinds/dispute/records?state=nowhere')).json()).toMatchObject({
      status: 422,
    });
    expect((await office.ask(clerk, 'GET', '/kinds/dispute/records?field.parties=x')).json()).toMatchObject({
      status: 400,
    });
  });

  it('finds Chinese text by any part of it, never by a person’s name', async () => {
    const id = await report({ ...VALUES, title: '青杠坡林地界线' });
    const find = async (q: string) =>
      (await office.ask(clerk, 'GET', `/records?q=${encodeURIComponent(q)}`)).json<{
        records: { id: string }[];
      }>().records;
    expect((await find('杠坡林')).map((each) => each.id)).toEqual([id]);
    expect((await find('青杠 界线')).map((each) => each.id)).toEqual([id]);
    expect(await find('张三丰')).toEqual([]);
  });

  it('hides what is another’s: an organisation, a kind’s record under another kind', async () => {
    const id = await report();
    expect((await office.ask(clerk, 'GET', `/kinds/gathering/records/${id}`)).statusCode).toBe(404);
    const foreign = await office.ask(clerk, 'GET', '/520581997000/kinds', { top: true });
    const missing = await office.ask(clerk, 'GET', '/000000000000/kinds', { top: true });
    expect([foreign.statusCode, missing.statusCode]).toEqual([404, 404]);
  });
});

describe('signing in', () => {
  it('opens a session by password, keeps it in a cookie of this site alone, and ends it', async () => {
    await setDemoPassword(office.parts.signIn, office.org, 'counsel', '青山绿水共为邻');
    const body = { org: office.org, account: 'counsel', password: '青山绿水共为邻' };
    const wrong = await office.ask(undefined, 'POST', '/session', {
      top: true,
      body: { ...body, password: '不对的密码' },
    });
    expect(wrong.json()).toMatchObject({ status: 401, code: 'sign-in-failed' });
    const right = await office.ask(undefined, 'POST', '/session', { top: true, body });
    expect(right.json()).toMatchObject({ account: 'counsel', stage: 'open' });
    const [set = ''] = [right.headers['set-cookie']].flat();
    expect(set).toMatch(/^fadu=\d{12}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = set.split(';')[0]!;
    const me = await office.ask(cookie, 'GET', '/session', { top: true });
    expect(me.json()).toMatchObject({ account: 'counsel', posts: [{ code: 'counsel', label: '法律顾问' }] });
    expect((await office.ask(cookie, 'DELETE', '/session', { top: true })).statusCode).toBe(204);
    expect((await office.ask(cookie, 'GET', '/session', { top: true })).json()).toMatchObject({
      status: 401,
      code: 'not-signed-in',
    });
  });

  it('takes no write that another site made the browser send', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const asked = await office.ask(mediator, 'POST', '/kinds/dispute/steps/report', {
        body: { values: VALUES },
        headers,
      });
      expect(asked.json()).toMatchObject({ status: 403, code: 'not-permitted' });
    }
    const own = await office.ask(mediator, 'POST', '/kinds/dispute/steps/report', {
      body: { values: VALUES },
      headers: { origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' },
    });
    expect(own.statusCode).toBe(201);
  });

  it('lets the administrator reset a password, and nobody else', async () => {
    const weak = await office.signInAs('system-administrator');
    const admin = await office.signInAs('system-administrator', true);
    const reset = (cookie: string) => office.ask(cookie, 'POST', '/accounts/counsel/password-reset');
    expect((await reset(clerk)).json()).toMatchObject({ status: 403 });
    expect((await reset(weak)).json<{ detail: string }>().detail).toContain('动态口令');
    const { code } = (await reset(admin)).json<{ code: string }>();
    const body = { org: office.org, account: 'counsel', password: code };
    const opened = await office.ask(undefined, 'POST', '/session', { top: true, body });
    expect(opened.json()).toMatchObject({ stage: 'change' });
    const [set = ''] = [opened.headers['set-cookie']].flat();
    const cookie = set.split(';')[0]!;
    expect((await office.ask(cookie, 'GET', '/kinds')).statusCode).toBe(401);
    const changed = await office.ask(cookie, 'POST', '/session/password', {
      top: true,
      body: { password: '一溪流水绕过孤村人家' },
    });
    expect(changed.json()).toMatchObject({ stage: 'open' });
  });
});

describe('a shared PC', () => {
  it('lets people who signed in there today take turns by PIN, and nobody from another machine', async () => {
    const password = '两岸青山相对出来了';
    for (const account of ['window-clerk', 'emergency-officer'])
      await setDemoPassword(office.parts.signIn, office.org, account, password);
    const jar = new Map<string, string>();
    const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await office.ask(cookie, method, url, { top: true, ...(body ? { body } : {}) });
      for (const { name, value } of answer.cookies) jar.set(name, value);
      return answer;
    };
    const { org } = office;
    await ask('POST', '/session', { org, account: 'window-clerk', password });
    expect((await ask('PUT', '/pin', { password, pin: '395174' })).statusCode).toBe(204);
    await ask('POST', '/session', { org, account: 'emergency-officer', password });
    expect((await ask('GET', `/session/colleagues?org=${org}`)).json()).toEqual({
      colleagues: [{ account: 'window-clerk', blocked: false }],
    });
    const switched = await ask('POST', '/session/switch', { org, account: 'window-clerk', pin: '395174' });
    expect(switched.json()).toMatchObject({ account: 'window-clerk', stage: 'open', strong: false });
    expect((await ask('GET', '/session')).json()).toMatchObject({ account: 'window-clerk' });
    jar.delete('fadu-machine');
    const elsewhere = await ask('POST', '/session/switch', { org, account: 'window-clerk', pin: '395174' });
    expect(elsewhere.statusCode).toBe(403);
  });
});

describe('an API token', () => {
  it('may do what it was made for, never more, and nothing about signing in', async () => {
    const make = async (scopes: string[]) => {
      const made = await office.ask(clerk, 'POST', '/tokens', {
        top: true,
        body: { label: '数据交换', scopes, days: 30 },
      });
      return { authorization: `Bearer ${made.json<{ token: string }>().token}` };
    };
    const headers = await make(['read']);
    const read = await office.ask(undefined, 'GET', '/records?size=1', { headers });
    expect(read.statusCode).toBe(200);
    const body = { values: { title: '行政复议法要点', channel: 'wechat' } };
    const write = await office.ask(undefined, 'POST', '/kinds/learning-push/steps/push', { body, headers });
    expect(write.json()).toMatchObject({ status: 403, code: 'not-permitted' });
    const writing = await make(['read', 'write']);
    const pushed = await office.ask(undefined, 'POST', '/kinds/learning-push/steps/push', {
      body,
      headers: writing,
    });
    expect(pushed.statusCode, pushed.body).toBe(201);
    const own = await office.ask(undefined, 'GET', '/tokens', { top: true, headers: writing });
    expect(own.json()).toMatchObject({ status: 403 });
    const wrong = { authorization: `Bearer fadu_${office.org}_${'x'.repeat(43)}` };
    expect((await office.ask(undefined, 'GET', '/records', { headers: wrong })).statusCode).toBe(401);
  });
});

describe('files', () => {
  it('takes a file by its content, gives it to who handles the matter, to nobody else', async () => {
    const minutes = Buffer.from('会议记录：张三丰发言');
    const upload = (cookie: string, content: Buffer, name = '会议记录.txt') =>
      office.app.inject({
        method: 'POST',
        url: `/api/v1/${office.org}/files?name=${encodeURIComponent(name)}`,
        headers: { cookie, 'content-type': 'application/octet-stream' },
        payload: content,
      });
    const stored = await upload(clerk, minutes);
    expect(stored.statusCode).toBe(201);
    const script = await upload(clerk, Buffer.from('<svg onload="x">'), '图.png');
    expect(script.json()).toMatchObject({ code: 'bad-file' });
    expect((await upload(clerk, Buffer.from('MZ\0\0program'), '表.xlsx')).json()).toMatchObject({
      code: 'bad-file',
    });
    const values = {
      title: '干部职工大会',
      forum: 'staff-assembly',
      agenda: [{ subject: 'civil-code', topic: '民法典相邻关系' }],
      minutes: stored.json<object>(),
    };
    const held = await office.ask(clerk, 'POST', '/kinds/gathering/steps/hold', { body: { values } });
    expect(held.statusCode, held.body).toBe(201);
    const { record } = held.json<{ record: string }>();
    const get = (cookie: string) => office.ask(cookie, 'GET', `/records/${record}/files/minutes`);
    expect((await get(await office.signInAs('window-clerk'))).statusCode).toBe(403);
    // A mediator knows only of what is assigned.
    expect((await get(mediator)).statusCode).toBe(404);
  });
});

describe('figures, report, ledger', () => {
  it('gives the year’s figures, the records behind one, the report and a checkpoint', async () => {
    await report();
    const figures = (await office.ask(clerk, 'GET', '/figures?year=2024')).json<{
      figures: { code: string; value: number }[];
    }>();
    const screened = figures.figures.find(({ code }) => code === 'disputes.screened')!;
    const behind = await office.ask(clerk, 'GET', '/figures/disputes.screened/records?year=2024');
    expect(behind.json<{ records: object[] }>().records).toHaveLength(screened.value);
    const monthly = (await office.ask(clerk, 'GET', '/figures/months?year=2024')).json<{
      figures: { code: string; months: number[] }[];
    }>();
    const { months } = monthly.figures.find(({ code }) => code === 'disputes.screened')!;
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, each) => sum + each)).toBe(screened.value);
    expect((await office.ask(clerk, 'GET', '/figures/months?year=2023')).json()).toMatchObject({
      figures: expect.arrayContaining([
        expect.objectContaining({ code: 'disputes.screened', months: Array(12).fill(0) }),
      ]),
    });
    const text = await office.ask(clerk, 'GET', '/report/2024?format=md');
    expect(text.headers['content-type']).toContain('text/markdown');
    expect((await office.ask(mediator, 'GET', '/ledger/checkpoint')).statusCode).toBe(403);
    expect((await office.ask(clerk, 'GET', '/ledger/checkpoint')).json<{ note: string }>().note).toContain(
      office.org,
    );
    expect((await office.ask(clerk, 'GET', '/ledger/verify')).json()).toMatchObject({ org: office.org });
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with every step of every kind, and a page in Chinese', async () => {
    const api = (await office.ask(undefined, 'GET', '/openapi.json', { top: true })).json<{
      openapi: string;
      paths: Record<string, object>;
    }>();
    expect(api.openapi).toBe('3.1.0');
    const kinds = office.register.kinds.filter(({ code }) => code !== ORGANISATION);
    const steps = kinds.flatMap(({ code, steps: all }) =>
      Object.entries(all).map(([name, step]) =>
        step.from === 'start' ? `/kinds/${code}/steps/${name}` : `/kinds/${code}/records/{id}/steps/${name}`,
      ),
    );
    const paths = Object.keys(api.paths);
    expect(steps.filter((step) => !paths.some((path) => path.endsWith(step)))).toEqual([]);
    const page = await office.ask(undefined, 'GET', '/', { top: true });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('登记纠纷');
  });
});
