import { cadreOf, DEPUTY, EMERGENCY, VILLAGES } from './accounts.ts';
import type { Prepared } from './emergency.ts';
import type { Names } from './names.ts';
import type { Matter, Plan } from './plan.ts';

const SLOPE = VILLAGES[6];

/** Orange warning of floods on 26 June: called, two who did not answer were fetched. */
function planWarnings(plan: Plan): Matter {
  const warn = (on: string, event: string, colour: string, called: number, answered: number): Matter => {
    const callout = plan.start('warning-callout', {
      step: 'receive',
      on,
      by: EMERGENCY,
      values: { event, colour, source: 'weather', receivedAt: '16:10' },
    });
    plan.act(callout, {
      step: 'call',
      on,
      by: EMERGENCY,
      values: { called, answered, means: ['phone', 'message', 'speaker'], calledAt: '16:20' },
    });
    return callout;
  };
  const end = (callout: Matter, on: string): void =>
    plan.act(callout, { step: 'end', on, by: EMERGENCY, values: {} });

  end(warn('2024-05-28', 'weather', 'yellow', 34, 34), '2024-05-29');
  const flood = warn('2024-06-26', 'flood', 'orange', 48, 46);
  plan.act(flood, {
    step: 'follow',
    on: '2024-06-26',
    by: EMERGENCY,
    values: { followed: '村干部上门叫到', answered: 48 },
  });
  end(flood, '2024-06-28');
  end(warn('2024-07-16', 'flood', 'yellow', 48, 48), '2024-07-17');
  return flood;
}

/** The slope above the village road came down in the rain of 27 June: people were out in time. */
function planSlide(plan: Plan, names: Names, { plans, team }: Prepared, warning: Matter): void {
  const on = '2024-06-27';
  const incident = plan.start('incident', {
    step: 'receive',
    on,
    by: cadreOf(SLOPE),
    village: SLOPE,
    values: {
      title: `${SLOPE}村道上方边坡滑塌`,
      type: 'geology',
      level: 'danger',
      place: `${SLOPE}四组村道`,
      happenedAt: '09:05',
      receivedAt: '09:12',
      reporter: names.person(SLOPE),
      what: '边坡约三十方土石滑到村道上，下方四户已经提前转移，没有伤亡。',
      told: [
        { who: '乡长', at: '09:14', means: '电话' },
        { who: '带班领导', at: '09:14', means: '电话' },
      ],
    },
  });
  plan.act(incident, {
    step: 'respond',
    on,
    by: cadreOf(SLOPE),
    values: { measures: ['verify', 'cordon', 'traffic'], respondedAt: '09:20', plan: plans.get('relief')! },
  });
  const reported = { reportedTo: '县政府值班室、县应急管理局', reportedAt: '09:25' };
  plan.act(incident, { step: 'report', on, by: EMERGENCY, values: reported });
  plan.act(incident, { step: 'write', on, by: EMERGENCY, values: { writtenAt: '09:58' } });
  sendOut(plan, incident, team, on, 'cordon', 11);
  const change = '专家到场，建议观察三天，四户继续安置在村文化活动室。';
  plan.act(incident, { step: 'follow', on: '2024-06-28', by: EMERGENCY, values: { change } });
  plan.act(incident, {
    step: 'end',
    on: '2024-07-02',
    by: DEPUTY,
    values: { dead: 0, injured: 0, affected: 15 },
  });
  const lessons = '巡查和叫应到位，转移在先；四组没有备用照明，夜间转移不便。';
  plan.act(incident, { step: 'review', on: '2024-07-05', by: EMERGENCY, values: { lessons, problems: 1 } });
  learn(plan, '2024-07-05', '四组没有备用照明', { incident, village: SLOPE });
  moveOut(plan, names, warning);
}

function sendOut(plan: Plan, incident: Matter, team: Matter, on: string, task: string, people: number): void {
  const out = plan.start('team-dispatch', {
    step: 'send',
    on,
    by: EMERGENCY,
    values: { incident, team, task, people },
  });
  plan.act(out, { step: 'return', on, by: EMERGENCY, values: { hurt: 0 } });
}

/** On the evening before: four households, back after the slope had been watched for three days. */
function moveOut(plan: Plan, names: Names, warning: Matter): void {
  const moved = plan.start('evacuation', {
    step: 'move',
    on: '2024-06-26',
    by: cadreOf(SLOPE),
    village: SLOPE,
    values: {
      from: `${SLOPE}四组村道下方`,
      event: 'geology',
      households: 4,
      people: 15,
      weak: 6,
      names: Array.from({ length: 15 }, () => names.person(SLOPE, 4)),
      force: 'willing',
      movedAt: '18:40',
      warning,
    },
  });
  plan.act(moved, { step: 'return', on: '2024-07-02', by: cadreOf(SLOPE), values: { returned: 15 } });
  plan.act(moved, { step: 'destroy', on: '2024-07-03', by: EMERGENCY, values: {} });
}

/** A grass fire that was out in an hour, and a collision that the traffic police took over. */
function planSmall(plan: Plan, { team }: Prepared): void {
  const receive = (on: string, village: number, title: string, type: string, level: string): Matter =>
    plan.start('incident', {
      step: 'receive',
      on,
      by: cadreOf(VILLAGES[village]!),
      village: VILLAGES[village]!,
      values: { title, type, level, receivedAt: '14:30', place: VILLAGES[village]! },
    });
  const fire = receive('2024-03-19', 8, '荒坡草地起火', 'forest', 'danger');
  plan.act(fire, {
    step: 'report',
    on: '2024-03-19',
    by: EMERGENCY,
    values: { reportedTo: '县政府值班室、县林业局', reportedAt: '14:45' },
  });
  sendOut(plan, fire, team, '2024-03-19', 'fire', 16);
  plan.act(fire, { step: 'end', on: '2024-03-19', by: EMERGENCY, values: {} });
  const crash = receive('2024-10-15', 1, '县道弯道两车相撞', 'traffic', 'general');
  plan.act(crash, { step: 'handOver', on: '2024-10-15', by: EMERGENCY, values: { handedTo: '县交警大队' } });
}

/** What was practised on 6 June: marked as a drill wherever it stands, and counted nowhere. */
function planPractice(plan: Plan, { drills, team }: Prepared): void {
  const on = '2024-06-06';
  const village = VILLAGES[2];
  const exercise = drills.get('flood')!;
  const values = { title: '三组河水上涨，需要转移', type: 'flood', level: 'danger', exercise };
  const incident = plan.start('incident', { step: 'receive', on, by: cadreOf(village), village, values });
  sendOut(plan, incident, team, on, 'evacuate', 12);
  plan.start('evacuation', {
    step: 'move',
    on,
    by: cadreOf(village),
    village,
    values: { from: `${village}三组河边`, event: 'flood', households: 9, people: 31, exercise },
  });
}

/** What drills and incidents taught is put right like any other problem. */
function learn(
  plan: Plan,
  on: string,
  problem: string,
  { village, ...from }: { readonly village?: string; readonly drill?: Matter; readonly incident?: Matter },
): Matter {
  return plan.start('rectification', {
    step: 'learn',
    on,
    by: EMERGENCY,
    ...(village ? { village } : {}),
    values: { problem, unit: '应急管理站', ...from },
  });
}

function planLessons(plan: Plan, { drills }: Prepared): void {
  const sign = learn(plan, '2024-05-14', '集合点标识偏小', { drill: drills.get('earthquake')! });
  plan.act(sign, { step: 'finish', on: '2024-06-03', by: EMERGENCY, values: { done: '已更换为大号标识' } });
  plan.act(sign, { step: 'close', on: '2024-06-05', by: DEPUTY, values: {} });
  learn(plan, '2024-10-10', '救护组待命点偏远', { drill: drills.get('mine')! });
}

/** Warnings, incidents, evacuations and lessons of the year. */
export function planIncidents(plan: Plan, names: Names, prepared: Prepared): void {
  planSlide(plan, names, prepared, planWarnings(plan));
  planSmall(plan, prepared);
  planPractice(plan, prepared);
  planLessons(plan, prepared);
}
