import type { Post } from '../../kernel/index.ts';

/** Who runs the emergency work of the township. */
export const STATION = ['emergency-officer', 'area-lead'] as const satisfies readonly Post[];
/** The same, and whoever is first on the spot: a village, an enforcement team, the office on duty. */
export const ON_THE_SPOT = [
  ...STATION,
  'village-cadre',
  'enforcement-officer',
  'judicial-office',
] as const satisfies readonly Post[];
/** What may befall a township, as plans, warnings, evacuations and incidents name it. */
export const EVENTS = {
  flood: '洪涝、山洪',
  geology: '滑坡、崩塌、泥石流',
  weather: '大风、冰雹、低温雨雪等气象灾害',
  earthquake: '地震',
  forest: '森林火灾',
  fire: '房屋火灾',
  mine: '矿山事故',
  traffic: '道路交通事故',
  workplace: '其他生产安全事故',
  drowning: '溺水',
  food: '食品安全',
  epidemic: '传染病疫情',
  security: '社会安全事件',
  other: '其他',
} as const;
