import { makeRegister, type Kind, type Register } from '../kernel/index.ts';
import { gathering } from './decisions/gathering.ts';
import { dispute } from './disputes/dispute.ts';
import { publicityActivity } from './disputes/publicity-activity.ts';
import { enforcementOfficer } from './enforcement/enforcement-officer.ts';
import { penaltyCase } from './enforcement/penalty-case.ts';
import prints from './fingerprints.json' with { type: 'json' };
import { organisation } from './leadership/organisation.ts';
import { staff } from './leadership/staff.ts';
import { powerItem } from './services/power-item.ts';
import { powerListEdition } from './services/power-list-edition.ts';
import { platformResult } from './training/platform-result.ts';

export { AREAS } from './areas.ts';

/** Every kind of work, by room in the report's order. */
export const KINDS: readonly Kind[] = [
  powerItem,
  powerListEdition,
  gathering,
  enforcementOfficer,
  penaltyCase,
  dispute,
  publicityActivity,
  platformResult,
  organisation,
  staff,
];

/** The register of this release. */
export const REGISTER: Register = makeRegister(
  KINDS,
  Object.fromEntries(Object.entries(prints).map(([key, { print }]) => [key, print])),
);
