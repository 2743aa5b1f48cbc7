import { instantOf, type Register } from '../kernel/index.ts';
import type { Vault } from '../ledger/index.ts';
import { found } from '../records/founding.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { ACCOUNTS, NAME, ORG, VILLAGES } from './accounts.ts';
import { planCommittees, planGroups, planMediators } from './committees.ts';
import { planContracts } from './contracts.ts';
import { planCounsel } from './counsel.ts';
import { OPENING } from './days.ts';
import { planDecisions } from './decisions.ts';
import { planDisputes } from './disputes.ts';
import { planDuty } from './duty.ts';
import { planEmergency } from './emergency.ts';
import { planEnforcement } from './enforcement.ts';
import { planHall } from './hall.ts';
import { planHazards } from './hazards.ts';
import { planIncidents } from './incidents.ts';
import { planLeadership, planStaff } from './leadership.ts';
import { planLeading } from './leading.ts';
import { planLegalService } from './legal-service.ts';
import { planMeetings } from './meetings.ts';
import { Names } from './names.ts';
import { planOpenness } from './openness.ts';
import { planOversight } from './oversight.ts';
import { planPetitions } from './petitions.ts';
import { Plan, type PlannedAct } from './plan.ts';
import { planPublicityMeans } from './publicity-means.ts';
import { planPublicity } from './publicity.ts';
import { planServices } from './services.ts';
import { planSupervision } from './supervision.ts';
import { planTraining } from './training.ts';
import { planVillageMeetings } from './village-meetings.ts';
import { endOf, play, type Writing } from './writer.ts';

export { NAME as DEMO_NAME, ORG as DEMO_ORG };

/** What the demo needs of a running Fadu. */
export interface DemoHouse extends Writing {
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
}

/** Everything that the demo enters, in order. The same each time: no clock, no chance. */
export function planDemo(): PlannedAct[] {
  const plan = new Plan();
  const names = new Names();
  const members = planStaff(plan, names);
  planServices(plan);
  planOversight(plan);
  planSupervision(plan);
  planEnforcement(plan, names);
  planCounsel(plan, names);
  const prepared = planEmergency(plan, names);
  const committees = planCommittees(plan);
  planMeetings(plan);
  planVillageMeetings(plan);
  planPublicity(plan);
  planTraining(plan, members);
  const groups = planGroups(plan, names);
  planMediators(plan, names, committees);
  planDisputes(plan, names, groups);
  planPetitions(plan);
  planLeadership(plan);
  planLeading(plan);
  planDecisions(plan, names);
  planHall(plan, names);
  planLegalService(plan, names);
  planContracts(plan);
  planOpenness(plan, names);
  planPublicityMeans(plan, names);
  planIncidents(plan, names, prepared);
  planHazards(plan, names);
  planDuty(plan, names);
  return plan.acts();
}

/** How far the demo township is: a run that was killed leaves it unfinished. */
export type DemoState = 'absent' | 'unfinished' | 'finished';

export async function demoState({ store }: Pick<DemoHouse, 'store'>): Promise<DemoState> {
  const [head] = await store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ recorded_at: Date }>(
      'find-demo',
      'SELECT recorded_at FROM head WHERE org_code = $1 AND demo',
      [ORG],
    ),
  );
  if (!head) return 'absent';
  // By its time, not its length: a later release may plan more acts, and an older demo stays what it is.
  return head.recorded_at >= endOf(planDemo()) ? 'finished' : 'unfinished';
}

/**
 * Creates the demo township (演示乡镇) through the ordinary write path, under a clock that runs from its opening to the
 * end of the year. Goes on where an earlier run was killed; refuses when the code belongs to a real organisation or the
 * demo is complete.
 */
export async function createDemo(
  house: DemoHouse,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  if ((await demoState(house)) !== 'unfinished') {
    const opened = instantOf(OPENING, '08:30');
    const request = { org: ORG, name: NAME, villages: VILLAGES, accounts: ACCOUNTS, demo: true };
    await found(house, request, () => opened);
  }
  await play(house, planDemo(), onProgress);
}
