import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DutyMonth, EmergencyPack } from '../../src/api/emergency-routes.ts';
import { testOffice, type Office } from './office.ts';

const ON = '2026-06-01';
const REASON = '汛期印制应急包放值班室';
const PHONE = '13812345678';

let office: Office;
beforeAll(async () => {
  office = await testOffice();
  office.at(ON);
  const start = (kind: string, step: string, values: object, more: object = {}) =>
    office.start({ kind, step, occurredOn: ON, values: { ...values }, ...more });
  const team = {
    name: '乡救援队',
    type: 'general',
    insurance: 'insured',
    gear: 'equipped',
    base: '乡政府院内',
  };
  const { record } = await start('rescue-team', 'form', team);
  const member = { name: '张三丰', phone: PHONE };
  await start('rescue-member', 'join', { team: record, role: 'leader', member, skills: ['rope', 'medical'] });
  const duty = { leader: { name: '李四光', phone: PHONE }, staff: [{ name: '王五' }] };
  await start('duty-roster', 'arrange', { dutyOn: '2026-06-03', ...duty });
  await start('duty-roster', 'arrange', { dutyOn: '2026-06-04', ...duty }, { drill: true });
  await start('duty-roster', 'arrange', { dutyOn: '2026-07-01', ...duty });
  await start(
    'shelter',
    'open',
    { name: '石桥村小学', place: '村小学', capacity: 120, route: '沿机耕道，不走河边' },
    { village: '石桥村' },
  );
  const plan = { title: '防汛预案', hazard: 'flood', heard: ['offices'] };
  await start('emergency-plan', 'issue', plan);
  const slope = { title: '三组边坡开裂', type: 'geology', grade: 'imminent' };
  await start('hazard', 'find', slope, { village: '石桥村' });
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const packFor = async (account: string, query = '') =>
  (await office.ask(await office.signInAs(account), 'GET', `/emergency-pack${query}`)).json<EmergencyPack>();
const section = (pack: EmergencyPack, code: string) => pack.sections.find((each) => each.code === code)!;

describe('the emergency pack (应急包)', () => {
  it('says of which day it is and when it is older than a month, and holds what is needed without power', async () => {
    const pack = await packFor('emergency-officer');
    expect(pack).toMatchObject({ madeOn: ON, staleFrom: '2026-07-01', month: '2026-06' });
    expect(section(pack, 'shelters').rows).toEqual([
      ['石桥村', '石桥村小学', '村小学', '120', '沿机耕道，不走河边', '', ''],
    ]);
    expect(section(pack, 'teams').rows).toEqual([['乡镇', '乡救援队', '综合', '乡政府院内', '1', '']]);
    expect(section(pack, 'plans').rows).toEqual([['乡镇', '防汛预案', '防汛抗旱', ON]]);
    expect(section(pack, 'dangers').rows[0]).toContain('三组边坡开裂');
  });

  it('whoever handles the members and the roster sees their telephones; a drill and another month are not in it', async () => {
    const pack = await packFor('emergency-officer');
    expect(section(pack, 'call-list')).toMatchObject({
      masked: false,
      rows: [['乡镇', '乡救援队', '队长', '张三丰', PHONE, '急救、绳索、攀爬']],
    });
    expect(section(pack, 'duty').rows).toEqual([['乡镇', '2026-06-03', '全天', '李四光', PHONE, '王五', '']]);
    const july = await packFor('emergency-officer', '?month=2026-07');
    expect(section(july, 'duty').rows.map(([, on]) => on)).toEqual(['2026-07-01']);
  });

  it('who has nothing to do with it sees masked members; the office sees who is on duty, telephones masked', async () => {
    const pack = await packFor('window-clerk');
    expect(JSON.stringify(pack)).not.toContain(PHONE);
    expect(section(pack, 'call-list')).toMatchObject({ masked: true });
    expect(section(pack, 'call-list').rows[0]).toContain('张**');
    expect(section(pack, 'duty').rows[0]).toEqual(
      expect.arrayContaining(['李四光', '138****5678', '王五']) as string[],
    );
  });

  it('a village sees only its own', async () => {
    const cadre = await office.signInAs('village-cadre');
    const pack = (await office.ask(cadre, 'GET', '/emergency-pack')).json<EmergencyPack>();
    expect(JSON.stringify(pack)).not.toContain(PHONE);
  });

  it('every telephone is given only to who answers for them, strongly signed in, and is noted first', async () => {
    const ask = async (account: string, strong: boolean, body: object = { reason: REASON }) =>
      office.ask(await office.signInAs(account, strong), 'POST', '/emergency-pack', { body });
    expect((await ask('window-clerk', true)).statusCode).toBe(403);
    expect((await ask('judicial-office', false)).statusCode).toBe(403);
    expect((await ask('judicial-office', true, { reason: '看看' })).statusCode).toBe(409);
    const given = (await ask('judicial-office', true)).json<EmergencyPack>();
    expect(section(given, 'call-list')).toMatchObject({ masked: false });
    expect(section(given, 'call-list').rows[0]).toContain(PHONE);
    const audit = await office.signInAs('audit-administrator');
    const noted = await office.ask(audit, 'GET', '/kinds/personal-reveal/records?state=exported');
    const about = noted
      .json<{ records: { values: { about: string; reason: string } }[] }>()
      .records.map(({ values }) => values);
    expect(about.map(({ about }) => about).toSorted()).toEqual(['值班表', '救援队员']);
    for (const { reason } of about) expect(reason).toBe(REASON);
    expect(JSON.stringify(noted.json())).not.toContain(PHONE);
  });

  it('the roster of a month comes shift by shift, each as its own page shows it', async () => {
    const cookie = await office.signInAs('window-clerk');
    const { shifts } = (await office.ask(cookie, 'GET', '/duty-months/2026-06')).json<DutyMonth>();
    expect(shifts).toMatchObject([
      { values: { dutyOn: '2026-06-03' }, personal: { leader: { name: '李四光', phone: '138****5678' } } },
    ]);
    expect((await office.ask(cookie, 'GET', '/duty-months/2026-13')).statusCode).toBe(400);
  });
});
