import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UsualView } from '../../src/api/usual-routes.ts';
import { REGISTER } from '../../src/duties/index.ts';
import { dayAt } from '../../src/kernel/index.ts';
import { enter } from '../site-township.ts';
import { VILLAGES } from '../township.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
let clerk: string;
let officer: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2026-03-05');
  clerk = await office.signInAs('judicial-office');
  officer = await office.signInAs('enforcement-officer');
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

async function usual(cookie: string, step: string, query = ''): Promise<UsualView> {
  const answer = await office.ask(cookie, 'GET', `/kinds/${step}/usual${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<UsualView>();
}

async function start(cookie: string, step: string, body: object): Promise<string> {
  const made = await office.ask(cookie, 'POST', `/kinds/${step}`, { body });
  expect(made.statusCode, made.body).toBe(201);
  return made.json<{ record: string }>().record;
}

/** Somebody new who holds a post. */
async function appoint(account: string, post: object): Promise<string> {
  const occurredOn = dayAt(office.clock());
  const opened = { account, holder: { name: '某某某' } };
  await office.start({ kind: 'account', step: 'open', occurredOn, values: opened });
  const values = { account, since: occurredOn, ...post };
  await office.start({ kind: 'appointment', step: 'appoint', occurredOn, values });
  return office.signInAs(account);
}

/** A leader of household groups in one village. */
function leader(): Promise<string> {
  return appoint('leader-of-one', { post: 'household-group-leader', villages: [{ name: VILLAGES[1] }] });
}

describe('usual values (沿用) over HTTP', () => {
  it('come from the day, the post and its village', async () => {
    expect(await usual(await leader(), 'dispute/steps/report')).toEqual({
      values: [
        { name: 'reportedOn', value: '2026-03-05', from: '今天' },
        { name: 'channel', value: 'group', from: '本人岗位' },
      ],
      village: VILLAGES[1],
    });
    expect(await usual(clerk, 'dispute/steps/report')).toEqual({
      values: [{ name: 'reportedOn', value: '2026-03-05', from: '今天' }],
    });
  });

  it('come from the account’s own last matter, not from anybody else’s, a voided or an old one', async () => {
    const values = { title: '田埂界线', type: 'land', channel: 'station', parties: [{ name: '张三丰' }] };
    const id = await start(clerk, 'dispute/steps/report', { values });
    const channelOf = async (cookie: string) =>
      (await usual(cookie, 'dispute/steps/report')).values.find(({ name }) => name === 'channel');
    expect(await channelOf(clerk)).toEqual({ name: 'channel', value: 'station', from: '本人上一次登记的' });
    expect(await channelOf(await office.signInAs('mediator'))).toBeUndefined();
    const headers = { 'if-match': '"1"' };
    await office.ask(clerk, 'POST', `/kinds/dispute/records/${id}/void`, {
      body: { reason: '重复登记' },
      headers,
    });
    expect(await channelOf(clerk)).toBeUndefined();
    await start(clerk, 'dispute/steps/report', { values: { ...values, channel: 'centre' } });
    expect((await channelOf(clerk))?.value).toBe('centre');
    office.at('2027-03-08');
    const later = await office.signInAs('judicial-office');
    expect(await channelOf(later)).toBeUndefined();
    clerk = later;
    officer = await office.signInAs('enforcement-officer');
  });

  it('come from a linked record once it is named, and a link only to what is still there', async () => {
    const kind = REGISTER.kind('incoming-document');
    const id = await enter(office, kind, 1);
    office.at('2027-03-08');
    const title = (await office.ask(clerk, 'GET', `/kinds/incoming-document/records/${id}`)).json<{
      values: { title: string };
    }>().values.title;
    expect((await usual(clerk, 'upper-task/steps/receive')).values).toHaveLength(1);
    const named = await usual(clerk, 'upper-task/steps/receive', `?link=document:${id}`);
    expect(named.values).toContainEqual({ name: 'title', value: title, from: '“来文”里的' });
    const nowhere = await usual(
      clerk,
      'upper-task/steps/receive',
      '?link=document:00000000-0000-4000-8000-000000000000',
    );
    expect(nowhere.values).toHaveLength(1);
    const wrong = await office.ask(clerk, 'GET', '/kinds/upper-task/steps/receive/usual?link=document:1');
    expect(wrong.statusCode).toBe(400);
  });

  it('name the officer of the last case, as long as that record stands', async () => {
    const certify = (certificate: string) =>
      start(clerk, 'enforcement-officer/steps/certify', {
        values: { officer: { name: '某某' }, certificate },
      });
    const [first, second] = [await certify('演示证甲'), await certify('演示证乙')];
    await start(officer, 'penalty-case/steps/file', {
      values: { cause: '占道经营', firstOfficer: first, secondOfficer: second },
    });
    const officers = async (): Promise<unknown[]> =>
      (await usual(officer, 'penalty-case/steps/file')).values
        .filter(({ name }) => name.endsWith('Officer'))
        .map(({ value }) => value);
    expect(await officers()).toEqual([first, second]);
    await office.ask(clerk, 'POST', `/kinds/enforcement-officer/records/${second}/void`, {
      body: { reason: '登记错了' },
      headers: { 'if-match': '"1"' },
    });
    expect(await officers()).toEqual([first]);
  });

  it('hold what is personal in a linked record only for whoever handles it', async () => {
    const party = [{ name: '张三丰', phone: '13800001234' }];
    const first = await start(clerk, 'enforcement-officer/steps/certify', {
      values: { officer: { name: '某某' }, certificate: '演示证丙' },
    });
    const id = await start(officer, 'penalty-case/steps/file', {
      values: { cause: '占道经营', firstOfficer: first, party },
    });
    const asked = async (cookie: string) =>
      (await usual(cookie, 'coercive-measure/steps/propose', `?link=case:${id}`)).values;
    expect(await asked(officer)).toContainEqual({ name: 'party', value: party, from: '“所属处罚案件”里的' });
    const colleague = await asked(await appoint('colleague', { post: 'enforcement-officer' }));
    expect(colleague).toContainEqual(expect.objectContaining({ name: 'cause', value: '占道经营' }));
    expect(JSON.stringify(colleague)).not.toMatch(/party|张|138/);
  });

  it('answer 404 for what there is not', async () => {
    expect((await office.ask(clerk, 'GET', '/kinds/dispute/steps/nothing/usual')).statusCode).toBe(404);
    expect((await office.ask(clerk, 'GET', '/kinds/nothing/steps/report/usual')).statusCode).toBe(404);
  });

  it('are never put in by the server: an act says everything itself', async () => {
    const body = { values: { title: '田埂界线', type: 'land' } };
    const made = await office.ask(clerk, 'POST', '/kinds/dispute/steps/report', { body });
    expect(made.json()).toMatchObject({ status: 422, field: 'channel' });
  });
});
