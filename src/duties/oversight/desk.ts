import type { Post } from '../../kernel/index.ts';

/** Who keeps the registers of the office. */
export const DESK: readonly Post[] = ['judicial-office', 'area-lead'];

/** Who works off what comes in: the desk and the offices and villages that it is given to. */
export const UNITS: readonly Post[] = [
  ...DESK,
  'enforcement-officer',
  'window-clerk',
  'emergency-officer',
  'village-cadre',
];

/** Who leads the township. */
export const LEADERS: readonly Post[] = ['party-secretary', 'township-head', 'area-lead'];
