import { day, type Day } from '../kernel/index.ts';
import { cadreOf, EMERGENCY, VILLAGES, type Village } from './accounts.ts';
import { earlier, LAST_DAY, workdayFrom, workdaysAfter } from './days.ts';
import type { Names } from './names.ts';
import { fromPaper } from './paper.ts';
import type { Plan } from './plan.ts';

/** A place to shelter in for each village, and the township's own. */
function planShelters(plan: Plan, names: Names): void {
  const open = (name: string, place: string, capacity: number, route: string, village?: Village): void => {
    plan.start('shelter', {
      step: 'open',
      on: '2022-05-16',
      by: EMERGENCY,
      ...fromPaper(6),
      ...(village ? { village } : {}),
      values: {
        name,
        place,
        capacity,
        route,
        type: village ? 'committee' : 'school',
        suits: ['flood', 'geology', 'weather'],
        keeper: names.person(village),
      },
    });
  };
  open('乡中心学校避灾点', '乡中心学校操场和食堂', 400, '集镇各街沿主街到学校，不走河堤');
  for (const [nth, village] of VILLAGES.entries())
    open(
      `${village}避灾点`,
      '村文化活动室',
      60 + (nth % 4) * 20,
      '各组沿通组路到村委会，不走河边和陡坡',
      village,
    );
}

/** Where, what, how bad, how it was found, how many workdays until it was put right; none where the county's office took it on. */
const FOUND: readonly (readonly [
  on: string,
  village: number,
  title: string,
  type: string,
  grade: string,
  source: string,
  days: number | string,
])[] = [
  ['2024-01-16', 3, '通组路临崖段缺护栏', 'road', 'serious', 'screening', '县交通运输局'],
  ['2024-02-21', 8, '坟边烧纸离林地太近', 'forest', 'general', 'patrol', 2],
  ['2024-03-13', 5, '农户电线老化裸露', 'power', 'general', 'screening', 6],
  ['2024-04-18', 0, '集镇餐馆气瓶放在灶边', 'gas', 'general', 'villager', 3],
  ['2024-05-09', 2, '山塘溢洪道堵塞', 'flood', 'serious', 'screening', 8],
  ['2024-05-22', 6, '村道上方边坡开裂', 'geology', 'imminent', 'patrol', 15],
  ['2024-06-12', 9, '河边低洼处住着两户', 'flood', 'serious', 'screening', 4],
  ['2024-07-10', 4, '水库边没有警示牌', 'water', 'general', 'villager', 5],
  ['2024-08-15', 7, '木房连片，没有灭火器', 'fire', 'general', 'screening', 9],
  ['2024-09-19', 1, '砂石厂皮带没有护罩', 'work', 'serious', 'inspection', '县应急管理局'],
  ['2024-10-23', 10, '林区防火卡口没有人登记', 'forest', 'general', 'patrol', 2],
  ['2024-11-20', 5, '群租木房乱接电线', 'power', 'general', 'screening', 7],
  ['2024-12-18', 3, '冬季桥面结冰没有提示', 'road', 'general', 'patrol', 3],
];

function planFound(plan: Plan): void {
  for (const [on, place, title, type, grade, source, days] of FOUND) {
    const village = VILLAGES[place]!;
    const by = cadreOf(village);
    const due = workdaysAfter(day(on), 20);
    const found = plan.start('hazard', {
      step: 'find',
      on,
      by,
      village,
      values: { title, type, grade, source, place: village, unit: `${village}村民委员会`, due },
    });
    if (typeof days === 'string') {
      const next = workdaysAfter(day(on), 1);
      plan.act(found, { step: 'handOver', on: next, by: EMERGENCY, values: { handedTo: days } });
      continue;
    }
    if (grade === 'imminent')
      plan.act(found, { step: 'report', on, by, values: { reportedTo: '县自然资源局、县应急管理局' } });
    const doneOn: Day = workdaysAfter(day(on), days);
    plan.act(found, { step: 'finish', on: doneOn, by, values: { done: '已按要求整改' } });
    const checkedOn = workdayFrom(earlier(workdaysAfter(doneOn, 1), LAST_DAY));
    plan.act(found, { step: 'check', on: checkedOn, by: EMERGENCY, values: {} });
  }
}

/** Shelters, and the hazards that were found in the year. */
export function planHazards(plan: Plan, names: Names): void {
  planShelters(plan, names);
  planFound(plan);
}
