import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, VILLAGES, type TestTownship } from '../../tests/township.ts';
import { day, type Post } from '../kernel/index.ts';
import { readEntry, type Entry } from '../ledger/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { SYSTEM } from './acting.ts';
import { replay } from './replay.ts';
import { addAccount } from './opening.ts';
import type { Acted } from './records.ts';
import { getHolding, staffOf } from './staff-list.ts';
import { verifyOrganisation } from './verify.ts';

const TODAY = day('2024-03-05');
const COUNTY = '520581000000';

let county: TestTownship;
let town: TestTownship;
beforeAll(async () => {
  county = await testTownship({ org: COUNTY });
  town = await testTownship({ beside: county });
  for (const each of [county, town]) each.at(TODAY);
});
afterAll(async () => {
  await town.close();
  await county.close();
});

function open(account: string): Promise<Acted> {
  const values = { account, holder: { name: '李某某' } };
  return town.start({ kind: 'account', step: 'open', occurredOn: TODAY, values });
}

function appoint(account: string, post: Post, more: Record<string, unknown> = {}): Promise<Acted> {
  const values = { account, post, since: TODAY, ...more };
  return town.start({ kind: 'appointment', step: 'appoint', occurredOn: TODAY, values });
}

function substitute(account: string, post: Post, absent: string, until = '2024-03-15'): Promise<Acted> {
  const values = { account, post, substituteFor: absent, since: TODAY, until };
  return town.start({ kind: 'appointment', step: 'substitute', occurredOn: TODAY, values });
}

async function lastEntry(): Promise<Entry> {
  const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ text: string }>(
      'last',
      'SELECT text FROM entry WHERE org_code = $1 ORDER BY seq DESC LIMIT 1',
      [ORG],
    ),
  );
  return readEntry(row!.text);
}

function push(account: string, post: Post): Promise<Acted> {
  return town.start({
    kind: 'learning-push',
    step: 'push',
    occurredOn: TODAY,
    actor: { account, post },
    values: { title: '行政复议法要点', channel: 'wechat', pushedOn: TODAY },
  });
}

describe('accounts and posts stand in the ledger', () => {
  it('with who gave them and when; the name stays out of it', async () => {
    await open('xiaoli');
    await appoint('xiaoli', 'judicial-office');
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      kind: 'appointment',
      step: 'appoint',
      actor: { account: 'system-administrator', post: 'system-administrator' },
      values: { account: 'xiaoli', post: 'judicial-office', since: TODAY },
    });
    expect((await push('xiaoli', 'judicial-office')).version).toBe(1);
    const shown = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ text: string }>('texts', 'SELECT text FROM entry WHERE org_code = $1', [ORG]),
    );
    expect(shown.some(({ text }) => text.includes('李某某'))).toBe(false);
    const members = await staffOf(town, ORG, TODAY);
    expect(members.find(({ account }) => account === 'xiaoli')?.name).toBe('李某某');
  });

  it('and are made again from it, with sign-in’s own rows left alone', async () => {
    const before = await staffOf(town, ORG, TODAY);
    await replay(town.store, town.register, ORG);
    expect(await staffOf(town, ORG, TODAY)).toEqual(before);
    await verifyOrganisation(ORG, { ...town, checkpoints: [] });
  });

  it('the machine’s own keyboard may give posts and do nothing else', async () => {
    const request = { org: ORG, occurredOn: TODAY, actor: SYSTEM };
    const values = { account: 'xiaoli', post: 'emergency-officer', since: TODAY };
    const given = { ...request, kind: 'appointment', step: 'appoint', values };
    await town.records.start({ ...given, idempotencyKey: randomUUID() });
    await expect(push('system', 'judicial-office')).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(push('system', 'system-administrator')).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('no other post may give them', async () => {
    const actor = { account: 'township-head', post: 'township-head' } as const;
    const values = { account: 'xiaoli', post: 'window-clerk', since: TODAY };
    await expect(
      town.start({ kind: 'appointment', step: 'appoint', occurredOn: TODAY, values, actor }),
    ).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('an account', () => {
  it('has one name for ever, which nobody else gets', async () => {
    const { record } = await open('weiyi');
    await expect(open('weiyi')).rejects.toMatchObject({ message: '账号“weiyi”已经有了。' });
    await expect(open('system')).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(open('a@520581000000')).rejects.toMatchObject({ code: 'invalid-value' });
    const mend = { org: ORG, kind: 'account', record, occurredOn: TODAY, reason: '写错' };
    const actor = { account: 'system-administrator', post: 'system-administrator' } as const;
    await expect(
      town.records.correct({
        ...mend,
        actor,
        expectedVersion: 1,
        idempotencyKey: randomUUID(),
        values: { account: 'erhao' },
      }),
    ).rejects.toMatchObject({ message: '账号的名字不能改。' });
  });

  it('that two open at once is opened once', async () => {
    const both = await Promise.allSettled([open('tongshi'), open('tongshi')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'invalid-value' });
    await verifyOrganisation(ORG, { ...town, checkpoints: [] });
  });

  it('that is closed acts no more and gets no post', async () => {
    const { record } = await open('tuixiu');
    await appoint('tuixiu', 'judicial-office');
    await town.act({ kind: 'account', step: 'close', record, expectedVersion: 1, occurredOn: TODAY });
    await expect(push('tuixiu', 'judicial-office')).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(appoint('tuixiu', 'window-clerk')).rejects.toMatchObject({ message: /已停用/ });
  });
});

describe('a post', () => {
  it('is given once at a time; to whom has no account not at all', async () => {
    await expect(appoint('window-clerk', 'window-clerk')).rejects.toMatchObject({ message: /已经担任/ });
    await expect(appoint('nobody', 'window-clerk')).rejects.toMatchObject({ message: '没有账号“nobody”。' });
    const backwards = { since: '2024-05-01', until: '2024-04-01' };
    await expect(appoint('xiaoli', 'window-clerk', backwards)).rejects.toMatchObject({ message: /早于/ });
  });

  it('for villages only holds there, in what is begun and in what goes on', async () => {
    await open('cunzhu');
    await appoint('cunzhu', 'village-cadre', { villages: [{ name: VILLAGES[0] }] });
    const report = (village?: string): Promise<Acted> =>
      town.start({
        kind: 'dispute',
        step: 'report',
        occurredOn: TODAY,
        actor: { account: 'cunzhu', post: 'village-cadre' },
        values: { title: '地界纠纷', type: 'land', channel: 'village', parties: [{ name: '某某' }] },
        ...(village ? { village } : {}),
      });
    expect((await report(VILLAGES[0])).version).toBe(1);
    await expect(report(VILLAGES[1])).rejects.toMatchObject({ message: `您只能办${VILLAGES[0]}的事。` });
    await expect(report()).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(
      appoint('xiaoli', 'village-cadre', { villages: [{ name: '没有的村' }] }),
    ).rejects.toMatchObject({ message: /没有“没有的村”这个村/ });
    await expect(
      appoint('xiaoli', 'township-head', { villages: [{ name: VILLAGES[0] }] }),
    ).rejects.toMatchObject({ message: /不分村/ });
  });

  it('is extended and given up; what it was stays in the history', async () => {
    await open('renqi');
    await appoint('renqi', 'judicial-office', { until: '2024-03-31' });
    const held = { account: 'renqi', post: 'judicial-office' } as const;
    const { record } = await getHolding(town.store, ORG, held, TODAY);
    const step = { kind: 'appointment', record, occurredOn: TODAY };
    await town.act({ ...step, step: 'extend', expectedVersion: 1, values: { until: '2024-12-31' } });
    expect(await getHolding(town.store, ORG, held, TODAY)).toMatchObject({ until: '2024-12-31' });
    await town.act({ ...step, step: 'relieve', expectedVersion: 2 });
    await expect(push('renqi', 'judicial-office')).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(getHolding(town.store, ORG, held, TODAY)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('who audits', () => {
  it('does so for a time', async () => {
    await open('shenji');
    await expect(appoint('shenji', 'auditor')).rejects.toMatchObject({
      message: '审计人员要写明任职到哪一天。',
    });
    await appoint('shenji', 'auditor', { until: '2024-06-30' });
  });

  it('holds nothing else meanwhile, whichever comes first', async () => {
    await expect(appoint('shenji', 'window-clerk')).rejects.toMatchObject({ message: /审计人员不能同时/ });
    await appoint('shenji', 'window-clerk', { since: '2024-07-01' });
    await expect(appoint('xiaoli', 'auditor', { until: '2024-06-30' })).rejects.toMatchObject({
      message: /审计人员不能同时/,
    });
    const both = { account: 'liang', name: '某某', posts: ['auditor', 'window-clerk'] as const };
    const { store, register, vault, clock } = town;
    await expect(
      addAccount({ store, register, vault }, ORG, { ...both, until: day('2024-12-31') }, clock),
    ).rejects.toMatchObject({ message: /审计人员不能同时/ });
    // All or nothing: the account was not opened either.
    expect((await staffOf(town, ORG, TODAY)).map(({ account }) => account)).not.toContain('liang');
  });
});

describe('a substitute', () => {
  it('acts in the post of who is absent, and the entry says for whom', async () => {
    await open('daiban');
    await appoint('daiban', 'emergency-officer');
    await expect(push('daiban', 'judicial-office')).rejects.toMatchObject({ code: 'not-permitted' });
    await substitute('daiban', 'judicial-office', 'judicial-office');
    await push('daiban', 'judicial-office');
    expect((await lastEntry()).actor).toEqual({
      account: 'daiban',
      post: 'judicial-office',
      substituteFor: 'judicial-office',
    });
  });

  it('is answered again when the same act is sent twice', async () => {
    const request = {
      kind: 'learning-push',
      step: 'push',
      occurredOn: TODAY,
      idempotencyKey: randomUUID(),
      actor: { account: 'daiban', post: 'judicial-office' },
      values: { title: '民法典要点', channel: 'wechat', pushedOn: TODAY },
    } as const;
    const first = await town.start(request);
    expect(await town.start(request)).toEqual({ ...first, repeated: true });
  });

  it('acts in the own name where the post is also the own', async () => {
    await substitute('xiaoli', 'judicial-office', 'judicial-office');
    await push('xiaoli', 'judicial-office');
    expect((await lastEntry()).actor).toEqual({ account: 'xiaoli', post: 'judicial-office' });
  });

  it('does so from the first day to the last', async () => {
    town.at('2024-03-16');
    const late = { kind: 'learning-push', step: 'push', occurredOn: '2024-03-16' };
    const actor = { account: 'daiban', post: 'judicial-office' } as const;
    const values = { title: '要点', channel: 'wechat', pushedOn: '2024-03-16' };
    await expect(town.start({ ...late, actor, values })).rejects.toMatchObject({ code: 'not-permitted' });
    town.at(TODAY);
  });

  it('stands for somebody who holds the post, not for himself and not for an auditor', async () => {
    await expect(substitute('daiban', 'township-head', 'counsel')).rejects.toMatchObject({
      message: /不担任“乡镇长”/,
    });
    await expect(substitute('counsel', 'counsel', 'counsel')).rejects.toMatchObject({
      message: '不能自己代理自己。',
    });
    await open('kongbai');
    await expect(substitute('kongbai', 'auditor', 'auditor')).rejects.toMatchObject({
      message: '审计人员不能由别人代理。',
    });
  });
});

describe('a person of another organisation', () => {
  it('carries a step in the township’s ledger under his own name and organisation', async () => {
    await appoint(`legality-reviewer@${COUNTY}`, 'judicial-office', { until: '2024-12-31' });
    await push(`legality-reviewer@${COUNTY}`, 'judicial-office');
    expect((await lastEntry()).actor.account).toBe(`legality-reviewer@${COUNTY}`);
  });

  it('must have an account there', async () => {
    await expect(appoint(`nobody@${COUNTY}`, 'counsel')).rejects.toMatchObject({
      message: `单位${COUNTY}没有账号“nobody”，或已停用。`,
    });
    await expect(appoint('x@520522000000', 'counsel')).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(appoint(`counsel@${ORG}`, 'counsel')).rejects.toMatchObject({ message: /不用写单位代码/ });
  });
});
