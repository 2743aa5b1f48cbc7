import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/figures/figures.ts';
import { REGISTER } from '../../src/duties/index.ts';
import { day, type FileReference } from '../../src/kernel/index.ts';
import { ORG } from '../township.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
let judicial: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2024-12-02');
  judicial = await office.signInAs('judicial-office');
  for (const name of ['文例舟', '安样柏', '熊拟霞', '项试岩', '项试岩'])
    await office.start({
      kind: 'staff',
      step: 'fill',
      occurredOn: '2024-02-01',
      source: 'late',
      values: { office: 'judicial-office', position: '干部', member: { name }, since: '2024-02-01' },
    });
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const DUE = { platform: 'law-online', dueOn: '2024-11-29' };

async function send(body: object, account = judicial) {
  const answer = await office.ask(account, 'POST', '/exam-rosters', { body: { ...DUE, ...body } });
  return { status: answer.statusCode, text: answer.body, done: answer.json<Record<string, unknown>>() };
}

async function rate(code: string): Promise<unknown> {
  const figures = await figuresOf(office.store, REGISTER, ORG, {
    from: day('2024-01-01'),
    to: day('2024-12-31'),
  });
  const { numerator, denominator, value } = figures.find((each) => each.code === code)!;
  return { numerator, denominator, value };
}

async function listed(): Promise<string> {
  return (await office.ask(judicial, 'GET', '/kinds/platform-result/records?size=50')).body;
}

const ROSTER = '法宣在线应考名册\n姓名,编号,部门\n文例舟,F1,司法所\n安样柏,F2,执法队\n外请样,F9,聘用\n';
const SCORES =
  '姓名\t编号\t成绩\t考试时间\n文例舟\tF1\t95.5\t2024-11-18 10:22\n安样柏\tF2\t缺考\t\n外请样\tF9\t59.9\t2024/11/20\n熊拟霞\tF3\t88\t2024年11月21日\n';

describe('导入平台学法成绩', () => {
  it('先核对，什么也不登记', async () => {
    const { status, done } = await send({ table: ROSTER, check: true });
    expect(status).toBe(200);
    expect(done).toMatchObject({ checked: true, people: 3, onRoll: 2, offRoll: [5], added: 3 });
    expect(done['ignored']).toEqual(['部门']);
    expect(JSON.parse(await listed())).toMatchObject({ records: [] });
  });

  it('名册先进，成绩后进，同一个人只有一条；再导一次什么也不变', async () => {
    expect((await send({ table: ROSTER })).done).toMatchObject({ added: 3, scored: 0, taken: 0 });
    const second = (await send({ table: SCORES })).done;
    expect(second).toMatchObject({ people: 4, taken: 3, onRoll: 3, added: 1, scored: 2, unchanged: 1 });
    expect((await send({ table: SCORES })).done).toMatchObject({ added: 0, scored: 0, unchanged: 4 });
    expect(JSON.parse(await listed()).records).toHaveLength(4);
  });

  it('参与率、合格率、优秀率都有分子分母；59.9分不算合格', async () => {
    expect(await rate('online-exam.participation-rate')).toEqual({
      numerator: 3,
      denominator: 4,
      value: 75,
    });
    expect(await rate('online-exam.pass-rate')).toMatchObject({ numerator: 2, denominator: 3 });
    expect(await rate('online-exam.excellent-rate')).toMatchObject({ numerator: 1, denominator: 3 });
    expect((await rate('online-learning.people')) as object).toMatchObject({ value: 3 });
  });

  it('名册里没有的人，姓名不进列表、不进回答', async () => {
    expect(await listed()).not.toContain('外请样');
    expect((await send({ table: SCORES })).text).not.toContain('外请样');
  });

  it('在岗名册里有两个同名的，不猜是谁', async () => {
    const { done } = await send({ dueOn: '2024-10-31', table: '姓名,成绩\n项试岩,\n', check: true });
    expect(done).toMatchObject({ onRoll: 0, offRoll: [2] });
  });

  it('有一行不对就一行也不登记，不说出姓名', async () => {
    const before = await listed();
    const table = '姓名,成绩,参考日\n熊拟霞,101,2024-11-18\n安样柏,90,2024-13-01\n安样柏,80,2024-11-18\n';
    const { status, text } = await send({ dueOn: '2024-06-28', table });
    expect(status).toBe(422);
    for (const words of ['第2行：成绩应是0到100的数', '第3行：参考日不是日期']) expect(text).toContain(words);
    expect(text).not.toContain('熊拟霞');
    expect(await listed()).toBe(before);
    expect((await send({ table: '部门,分数\n司法所,1' })).text).toContain('没有“姓名”这一栏');
    expect((await send({})).status).toBe(422);
  });

  it('没有参考日一栏的，要写按哪一天', async () => {
    const table = '姓名,成绩\n熊拟霞,92\n';
    const { text } = await send({ platform: 'study-nation', table });
    expect(text).toContain('没有参考日');
    const { done } = await send({ platform: 'study-nation', table, takenOn: '2024-11-20' });
    expect(done).toMatchObject({ added: 1, taken: 1 });
    expect(await rate('other-platforms.participation-rate')).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('上传的表格（.xlsx）也行，并附在成绩上', async () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = [
      ['姓名', '成绩', '参考日'],
      ['安样柏', '91', '2024-11-22'],
    ].map((row) => `<row>${row.map(cell).join('')}</row>`);
    const office1 = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = {
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office1}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': '<workbook><sheets><sheet r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${office1}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
    };
    const bytes = Buffer.from(
      zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
    );
    const file: FileReference = await office.files.put(ORG, '成绩.xlsx', bytes);
    const { done, text } = await send({ file });
    expect(done, text).toMatchObject({ people: 1, scored: 1 });
    expect(await rate('online-exam.participation-rate')).toMatchObject({ numerator: 4, denominator: 4 });
  });

  it('只有司法所能导入', async () => {
    const { status } = await send({ table: ROSTER }, await office.signInAs('window-clerk'));
    expect(status).toBe(403);
  });
});
