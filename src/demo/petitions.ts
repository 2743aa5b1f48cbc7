import { CLERK, DEPUTY, VILLAGES } from './accounts.ts';
import type { Matter, Plan } from './plan.ts';

const ELEMENTS = ['request', 'facts', 'opinion', 'basis'];

function received(plan: Plan, on: string, village: string, values: object): Matter {
  return plan.start('petition-index', {
    step: 'receive',
    on,
    by: CLERK,
    village,
    values: { ...values, receivedOn: on },
  });
}

/** Numbers, days and results only: what the petitions say stands in the petition system. */
export function planPetitions(plan: Plan): void {
  const act = (matter: Matter, step: string, on: string, values: object, by = CLERK): void =>
    plan.act(matter, { step, on, by, values: { ...values } });

  const visit = { number: '演示XF2024-0301', source: 'direct', form: 'visit', type: 'appeal' };
  const road = received(plan, '2024-03-12', VILLAGES[3], { ...visit, people: 3 });
  act(road, 'inform', '2024-03-14', { route: 'opinion', interest: 'none', informedOn: '2024-03-14' });
  act(road, 'conclude', '2024-04-25', { elements: ELEMENTS, result: 'supported', concludedOn: '2024-04-25' });

  const passed = {
    number: '演示XF2024-0502',
    source: 'transferred',
    form: 'online',
    type: 'appeal',
    ours: 'yes',
  };
  const land = received(plan, '2024-05-20', VILLAGES[6], passed);
  act(land, 'inform', '2024-05-23', { route: 'opinion', informedOn: '2024-05-23' });
  act(land, 'extend', '2024-07-15', { told: 'yes', extendedOn: '2024-07-15' }, DEPUTY);
  act(land, 'conclude', '2024-08-08', { elements: ELEMENTS, result: 'partly', concludedOn: '2024-08-08' });

  const letter = { number: '演示XF2024-0703', source: 'direct', form: 'letter', type: 'accusation' };
  const report = received(plan, '2024-07-02', VILLAGES[1], letter);
  act(report, 'pass', '2024-07-04', { passedTo: 'unit', informedOn: '2024-07-04' });

  const other = {
    number: '演示XF2024-0904',
    source: 'transferred',
    form: 'phone',
    type: 'appeal',
    ours: 'yes',
  };
  const wages = received(plan, '2024-09-10', VILLAGES[8], other);
  act(wages, 'inform', '2024-09-13', { route: 'court', informedOn: '2024-09-13' });
  act(wages, 'settle', '2024-10-11', { result: 'other', concludedOn: '2024-10-11' });

  const late = { number: '演示XF2024-1205', source: 'direct', form: 'visit', type: 'suggestion', people: 1 };
  const lamp = received(plan, '2024-12-09', VILLAGES[0], late);
  act(lamp, 'inform', '2024-12-12', { route: 'study', informedOn: '2024-12-12' });
}
