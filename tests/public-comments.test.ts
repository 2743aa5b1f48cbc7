import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRecord } from '../src/records/listing.ts';
import { REGISTER } from '../src/duties/index.ts';
import { isPersonal } from '../src/kernel/index.ts';
import { buildSite } from '../src/site/site.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import { crawl } from './crawl.ts';
import { ORG, siteTownship, type SiteTownship } from './site-township.ts';

/** What one person said, and who it was: nowhere but in the office. */
const SAID = {
  name: '欧阳隐名',
  phone: '13900007777',
  content: '取水口下面就是隔壁欧阳家的养殖场，发大水就倒灌。',
  topic: '取水点宜避开养殖场',
  reason: '水头不够，不能再上移。',
} as const;
const SUMMARY = '收到意见七条，采纳五条；水价由县级核定，没有采纳。';

let town: SiteTownship;
let site: FastifyInstance;
let decision: string;
let version = 0;
let comment: string;

async function take(step: string, on: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  town.at(on);
  const act = { kind: 'decision', step, occurredOn: on, values, reasons: { 'JC-02': '县里新安排的项目' } };
  const acted =
    version === 0
      ? await town.start(act)
      : await town.act({ ...act, record: decision, expectedVersion: version });
  ({ record: decision, version } = acted);
}

function receive(over: object = {}) {
  const { topic, content, name, phone } = SAID;
  const values = { decision, topic, channel: 'visit', content, commenter: { name, phone } };
  return town.start({ kind: 'public-comment', step: 'receive', occurredOn: '2024-03-18', values, ...over });
}

async function codeOf(record: string): Promise<unknown> {
  const found = await town.store.read(oneOrganisation(ORG), (tx) =>
    findRecord(tx, REGISTER, { as: 'operator' }, ORG, record),
  );
  return found?.values?.['queryCode'];
}

async function pageOf(record: string): Promise<{ readonly status: number; readonly body: string }> {
  const { statusCode, body } = await site.inject({ url: `/${ORG}/records/${record}` });
  return { status: statusCode, body };
}

beforeAll(async () => {
  town = await siteTownship();
  site = buildSite(town.parts, { fault: () => undefined });
  await take('start', '2024-03-04', { title: '石桥片区供水工程', office: '村镇中心', startedBy: '办公会' });
});
afterAll(async () => {
  await site.close();
  await town.close();
});

describe('what the public reads of a decision', () => {
  it('begins with the published draft', async () => {
    expect((await pageOf(decision)).status).toBe(404);
    await take('publishDraft', '2024-03-11', {
      draftSummary: '新建取水点一处。',
      commentWhere: '乡政务公开栏',
      commentHow: ['visit', 'phone'],
      commentUntil: '2024-04-10',
      draftCheckedOn: '2024-03-10',
    });
    const { status, body } = await pageOf(decision);
    expect(status).toBe(200);
    for (const shown of ['石桥片区供水工程', '新建取水点一处。', '2024年4月10日'])
      expect(body).toContain(shown);
  });

  it('is the reviewed summary of what people said, and never a word or a name of theirs', async () => {
    town.at('2024-03-18');
    comment = (await receive()).record;
    town.at('2024-04-11');
    const common = { kind: 'public-comment', record: comment, occurredOn: '2024-04-11' };
    const studied = { result: 'declined', adopted: 0, reason: SAID.reason };
    await town.act({ ...common, step: 'study', expectedVersion: 1, values: studied });
    await town.act({ ...common, step: 'answer', expectedVersion: 2, values: { answeredBy: 'code' } });
    await take('study', '2024-04-11', { studyNotes: SAID.content });
    await take('feedback', '2024-04-16', {
      feedback: SUMMARY,
      feedbackReview: ['secrecy', 'privacy', 'own'],
      feedbackReviewer: SAID.name,
      feedbackReviewedOn: '2024-04-15',
    });
    expect((await pageOf(decision)).body).toContain(SUMMARY);
    expect((await pageOf(comment)).status).toBe(404);
    const never = [...Object.values(SAID), String(await codeOf(comment))];
    expect(never.at(-1)).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/);
    // Figures of the year that has ended open to their records: among them those of the comments.
    town.at('2025-03-03');
    const pages = await crawl(site, `/${ORG}`);
    const opened = [...pages.keys()].filter((url) => url.includes('public-comments.received'));
    expect(opened.length).toBeGreaterThan(0);
    for (const [url, { body }] of pages) for (const words of never) expect(body, url).not.toContain(words);
  });

  it('holds no field of the comments, and of the decision none that is not for the public', () => {
    expect(REGISTER.kind('public-comment').disclosure).toBeUndefined();
    const { fields, disclosure } = REGISTER.kind('decision');
    for (const name of disclosure!.fields) expect(fields[name]!.privacy, name).toBe('public');
    const own = ['studyNotes', 'hearingNotes', 'experts', 'feedbackReviewer', 'majorityReason'];
    expect(own.filter((name) => disclosure!.fields.includes(name))).toEqual([]);
    const { content, commenter } = REGISTER.kind('public-comment').fields;
    expect([content, commenter].every((field) => isPersonal(field!))).toBe(true);
  });
});

describe('the query code of a comment', () => {
  it('is the machine’s: another for each, the same for the same request, and nobody gives one', async () => {
    town.at('2024-03-18');
    const idempotencyKey = randomUUID();
    const first = await receive({ idempotencyKey });
    const again = await receive({ idempotencyKey });
    expect(again).toMatchObject({ record: first.record, repeated: true });
    expect(await codeOf(first.record)).not.toBe(await codeOf(comment));
    const own = { decision, topic: SAID.topic, channel: 'visit', queryCode: 'AAAA-AAAA-AAAA' };
    await expect(receive({ values: own })).rejects.toMatchObject({ detail: { field: 'queryCode' } });
  });
});
