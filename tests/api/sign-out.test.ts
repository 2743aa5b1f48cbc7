import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await testOffice();
  office.at('2024-03-05');
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

it('ends every session of one person by the administrator, and nobody else’s', async () => {
  const theirs = [await office.signInAs('counsel'), await office.signInAs('counsel')];
  const colleague = await office.signInAs('mediator');
  const statusOf = async (cookie: string) =>
    (await office.ask(cookie, 'GET', '/session', { top: true })).statusCode;
  for (const cookie of [...theirs, colleague]) expect(await statusOf(cookie)).toBe(200);

  const administrator = await office.signInAs('system-administrator', true);
  const ended = await office.ask(administrator, 'POST', '/accounts/counsel/sign-out');
  expect(ended.statusCode, ended.body).toBe(204);
  for (const cookie of theirs) expect(await statusOf(cookie)).toBe(401);
  for (const cookie of [colleague, administrator]) expect(await statusOf(cookie)).toBe(200);

  const seen = await office.ask(await office.signInAs('audit-administrator'), 'GET', '/sign-ins');
  expect(seen.json<{ events: unknown[] }>().events).toContainEqual(
    expect.objectContaining({
      account: 'counsel',
      what: { code: 'session-revoked', label: '收回登录' },
      doneBy: 'system-administrator',
    }),
  );
});
