import { describe, expect, it } from 'vitest';
import { byWindowAndDay, readWindowTable } from './window-table.ts';

const HEAD = '统计日,窗口,事项,收件,办结,即办,评价,好评';

describe('a table of the platform', () => {
  it('is read by its headings, whatever their order, and its days in the usual ways of writing', () => {
    const text =
      '事项名称,统计日期,办结量,受理量\n低保申请,2024/3/29,11,12\n优待证,2024年3月29日,"1,026",1026';
    expect(readWindowTable(text)).toEqual([
      { row: 2, on: '2024-03-29', window: '', item: '低保申请', counts: { received: 12, completed: 11 } },
      { row: 3, on: '2024-03-29', window: '', item: '优待证', counts: { received: 1026, completed: 1026 } },
    ]);
  });

  it('puts what one window did on one day together', () => {
    const text = `${HEAD}\n2024-03-28,民政,低保,1,1,0,,\n2024-03-29,民政,低保,2,2,0,,\n2024-03-28,民政,特困,3,3,0,,`;
    const groups = byWindowAndDay(readWindowTable(text));
    expect(groups.map((rows) => rows.map(({ item }) => item))).toEqual([['低保', '特困'], ['低保']]);
  });

  it('says every row that is wrong, and takes none', () => {
    const text = `${HEAD}\n昨天,民政,低保,1,1,0,,\n2024-03-29,民政,,1,1,0,,\n2024-03-29,民政,低保,一,1,0,,\n2024-03-29,民政,低保,1,1,0,2,3`;
    expect(() => readWindowTable(text)).toThrow(
      /有4行不对，一行也没有登记。\n第2行：统计日“昨天”不是日期.*\n第3行：没有写事项。\n第4行：“一”不是件数。\n第5行：好评3件多于评价2件。/,
    );
  });

  it('without its headings, or without rows, is refused', () => {
    expect(() => readWindowTable('a,b\n1,2')).toThrow('没有“统计日”这一栏');
    expect(() => readWindowTable(HEAD)).toThrow('没有数据行');
    expect(() => readWindowTable(`${HEAD}\n"2024`)).toThrow('读不出来');
  });
});
