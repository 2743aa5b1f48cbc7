import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { codesAbove, day, levelOf, readDivisionCode } from '../kernel/index.ts';
import { renameOrganisation } from '../records/lifecycle.ts';
import { readDivisions, type Division } from './division-file.ts';
import { findDivision, importDivisions, villagesUnder } from './division.ts';
import { superiorOf } from './tree.ts';

function problems(...rows: string[]): string[] {
  return readDivisions(rows.join('\n')).problems.map(({ row, sentence }) => `${row} ${sentence}`);
}

describe('a division code', () => {
  it('says its level, also in its short form', () => {
    const levels = ['52', '5205', '520581', '520581203', '520581203001'].map((text) =>
      levelOf(readDivisionCode(text)!),
    );
    expect(levels).toEqual(['province', 'city', 'county', 'township', 'village']);
    for (const text of ['', '5', '52058', '00', '黔西', '5205812030011']) {
      expect(readDivisionCode(text), text).toBeUndefined();
    }
  });

  it('names what lies above it, the nearest first', () => {
    expect(codesAbove('520581203000')).toEqual(['520581000000', '520500000000', '520000000000']);
    expect(codesAbove('520000000000')).toEqual([]);
  });
});

describe('a list of codes', () => {
  it('is read with headings or without, dated or not, with quotes, marks and empty lines', () => {
    const { divisions } = readDivisions(
      '\ufeff代码,名称,启用日期,停用日期,后继代码\r\n520581,"黔西市",2021-05-01,,\r\n\r\n522423,黔西县,,2021-04-30,520581\r\n',
    );
    expect(divisions).toEqual([
      { code: '520581000000', name: '黔西市', validFrom: '2021-05-01', validTo: null, successor: null },
      {
        code: '522423000000',
        name: '黔西县',
        validFrom: '1949-10-01',
        validTo: '2021-04-30',
        successor: '520581000000',
      },
    ]);
    expect(readDivisions('520581203,试验乡').divisions).toHaveLength(1);
  });

  it('says of each wrong row what is wrong', () => {
    expect(
      problems(
        'code,name,valid_from,valid_to,successor',
        '52058,甲县',
        '520581,',
        '520582,乙县,2021-02-30',
        '520583,丙县,2022-01-01,2021-01-01',
        '520584,丁县,,,520585',
        '520586,戊县,2020-01-01,,,,多',
        '520587,己县',
        '520587,新己县,2021-01-01',
      ),
    ).toEqual([
      '2 代码“52058”不对，应是2、4、6、9或12位数字',
      '3 “名称”不能为空',
      '4 “启用日期”写成了“2021-02-30”，应是真实存在的日期，如2021-05-08',
      '5 “停用日期”（2021-01-01）早于“启用日期”（2022-01-01）',
      '6 有后继代码的，要写停用日期',
      '7 列太多，应是：代码、名称、启用日期、停用日期、后继代码',
      '9 代码520587000000与第8行的有效时间重叠',
    ]);
    expect(() => readDivisions('520581,"黔西')).toThrow('引号没有成对');
    expect(() => readDivisions('\n')).toThrow('没有区划代码');
  });
});

const OLD = '522423101000';
const COUNTY = '522423000000';
let county: TestTownship;
let town: TestTownship;
beforeAll(async () => {
  county = await testTownship({ org: COUNTY });
  town = await testTownship({ org: OLD, beside: county });
});
afterAll(async () => {
  await town.close();
  await county.close();
});

function division(code: string, name: string, over: Partial<Division> = {}): Division {
  const validFrom = day('1949-10-01');
  return { code: code.padEnd(12, '0'), name, validFrom, validTo: null, successor: null, ...over };
}

describe('the tree', () => {
  it('is taken in whole or not at all', async () => {
    const list = [division('520581203', '试验乡'), division('520581203001', '甲村')];
    await importDivisions(town.store, [...list, division('520581203002', '乙村')]);
    expect(await villagesUnder(town.store, '520581203000', day('2024-01-01'))).toEqual(['甲村', '乙村']);
    // Another name from a later day, while the one before has no end.
    const again = [
      division('520581203001', '改了名的村'),
      division('520581203', '试验镇', { validFrom: day('2024-06-01') }),
    ];
    await expect(importDivisions(town.store, again)).rejects.toThrow('520581203000');
    expect(await villagesUnder(town.store, '520581203000', day('2024-01-01'))).toEqual(['甲村', '乙村']);
    await importDivisions(town.store, [
      division('520581203', '试验乡', { validTo: day('2024-05-31') }),
      ...again,
    ]);
    const names = await Promise.all(
      ['2024-05-31', '2024-06-01'].map((on) => findDivision(town.store, '520581203000', day(on))),
    );
    expect(names.map((found) => found?.name)).toEqual(['试验乡', '试验镇']);
  });

  it('has the county above the township, by their codes alone where no list was taken in', async () => {
    expect(await superiorOf(town.store, OLD, day('2024-03-05'))).toBe(COUNTY);
    expect(await superiorOf(town.store, COUNTY, day('2024-03-05'))).toBeUndefined();
    expect(await superiorOf(town.store, '520581203000', day('2024-03-05'))).toBeUndefined();
  });

  it('follows official codes by date: the founding codes stay, the county is above on every day', async () => {
    town.at('2024-06-03');
    const { store, register, vault, clock } = town;
    const parts = { store, register, vault };
    await renameOrganisation(parts, { org: COUNTY, officialCode: '520581', on: '2024-06-01' }, clock);
    // The county has its new code, the township not yet: nobody it knows is above it.
    expect(await superiorOf(store, OLD, day('2024-06-02'))).toBeUndefined();
    await renameOrganisation(parts, { org: OLD, officialCode: '520581101', on: '2024-06-03' }, clock);
    expect(await superiorOf(store, OLD, day('2024-05-31'))).toBe(COUNTY);
    expect(await superiorOf(store, OLD, day('2024-06-03'))).toBe(COUNTY);
  });

  it('has nobody above where the list names a county that keeps no ledger here', async () => {
    const lone = await testTownship({ org: '520521101000', beside: county });
    await importDivisions(lone.store, [division('520521', '大方县')]);
    expect(await superiorOf(lone.store, '520521101000', day('2024-03-05'))).toBeUndefined();
    await lone.close();
  });
});
