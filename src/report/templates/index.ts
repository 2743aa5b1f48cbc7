import type { Chapter } from './form.ts';
import { COUNSEL } from './counsel.ts';
import { DECISIONS } from './decisions.ts';
import { DISPUTES } from './disputes.ts';
import { EMERGENCY } from './emergency.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { LEADERSHIP } from './leadership.ts';
import { OVERSIGHT } from './oversight.ts';
import { SERVICES } from './services.ts';
import { TRAINING } from './training.ts';

export { FIRST_RESPONSIBLE, PLAN_ANSWERS, PLAN_OUTCOMES } from './leadership.ts';
export { OPENING } from './opening.ts';

/** The nine chapters of the first part, in the report's order. */
export const CHAPTERS: readonly Chapter[] = [
  SERVICES,
  DECISIONS,
  ENFORCEMENT,
  COUNSEL,
  OVERSIGHT,
  EMERGENCY,
  DISPUTES,
  TRAINING,
  LEADERSHIP,
];
