/**
 * Plays the past of the county on a running service: every act is a command of somebody, in the order of days.
 * Nothing is written around the service, so whatever a visitor finds could have happened.
 */

import { loadValidators } from '@aidflow/definition/node';
import {
  type Actor,
  activeSteps,
  type Calendar,
  type CaseState,
  compile,
  type Programme,
} from '@aidflow/engine';
import type { Service } from '@aidflow/service';
import { confirmsItself } from '../county/delegations.ts';
import { personCalled, townshipOfficer } from '../county/people.ts';
import { picture } from './evidence.ts';
import type { PlannedCase } from './plan.ts';
import type { Act, Doer, Moment } from './story.ts';

export interface Stage {
  service: Service;
  calendar: Calendar;
  /** Working days, in order. */
  days: readonly string[];
  cases: readonly PlannedCase[];
  /** Is told after each day. */
  onDay?: (day: string, opened: number) => void;
}

interface Running extends PlannedCase {
  id: string;
}

/** Ends at nine in the morning of the last day, on which applications have only just come in. */
export async function playPast({ service, calendar, days, cases, onDay }: Stage): Promise<void> {
  const programme = await compiled(service);
  const states = new Map<string, CaseState>();
  const forget = service.onChange(({ case: id, state }) => states.set(id, state));
  const running: Running[] = [];
  try {
    for (const day of days) {
      const last = day === days.at(-1);
      if (!last) await until(service, `${day}T10:00:00+08:00`);
      for (const one of cases.filter((planned) => planned.day === day))
        running.push(await open(service, one));
      if (!last) await Promise.all(running.map((one) => work(one, day)));
      await settled(service);
      onDay?.(day, running.length);
      if (last) await until(service, `${day}T09:00:00+08:00`);
    }
  } finally {
    forget();
  }

  /** Everything that the story of one case says for today. */
  async function work(one: Running, today: string): Promise<void> {
    const state = states.get(one.id);
    if (state === undefined || state.status === 'ended') return;
    for (const step of activeSteps(programme, state)) {
      const play = one.story.plays[step];
      const record = state.steps[step];
      if (play === undefined || record === undefined) continue;
      const entered = dayOf(record.enteredAt);
      const days = workingDaysBetween(entered, today, calendar);
      const moment: Moment = { today, days, round: record.rounds, state };
      for (const act of play(moment)) await perform(service, one, act);
    }
  }
}

async function compiled(service: Service): Promise<Programme> {
  const [first] = service.programmes();
  const found = first === undefined ? undefined : await service.definition(first.hash);
  if (found === undefined || !found.ok) throw new Error('The service has no programme to play');
  return compile(found.value, await loadValidators(found.value));
}

async function until(service: Service, instant: string): Promise<void> {
  if (Date.parse(service.now()) >= Date.parse(instant)) return;
  const moved = await service.advance({ until: instant });
  if (!moved.ok) throw new Error(`The clock did not move to ${instant}: ${moved.problems[0]?.detail}`);
}

/** Lets the other departments answer; one that is down is asked again a few times. */
async function settled(service: Service): Promise<void> {
  for (let turn = 0; turn < 20 && (await service.tick()) > 0; turn += 1);
}

async function open(service: Service, one: PlannedCase): Promise<Running> {
  const { applicant, village, household } = one;
  const opened = await service.openCase(applicant, {
    programme: 'dibao',
    division: village,
    data: household.application,
  });
  if (!opened.ok) throw new Error(`${household.name} could not apply: ${JSON.stringify(opened.problems)}`);
  return { ...one, id: opened.value.state.id };
}

async function perform(service: Service, one: Running, act: Act): Promise<void> {
  const actor = doer(act.by, one);
  const data = act.evidence === undefined ? act.data : await withEvidence(service, actor, act, one);
  const answer = await service.command(actor, one.id, { do: act.do, data, reasons: act.reasons });
  if (!answer.ok) {
    throw new Error(`${act.do} by ${actor.name} was refused: ${JSON.stringify(answer.problems)}`);
  }
}

async function withEvidence(service: Service, actor: Actor, act: Act, one: Running) {
  // Another shade for each household: the same content would be the same file.
  const shade = 100 + (Number(one.id.replaceAll(/\D/g, '').slice(0, 6)) % 150);
  async function* content() {
    yield picture(shade);
  }
  const file = await service.upload(actor, content(), act.evidence ?? '');
  if (!file.ok) throw new Error(`A picture was refused: ${JSON.stringify(file.problems)}`);
  return { ...act.data, evidence: [{ ...file.value }] };
}

function doer(by: Doer, { applicant, village, household }: Running): Actor {
  const township = village.slice(0, 9);
  // Relatives of officials stay with the county wherever else confirming is delegated.
  const delegated = confirmsItself(township) && household.application.officialRelatives === undefined;
  switch (by) {
    case 'applicant':
      return applicant;
    case 'anyone':
      return { id: 'passer-by', kind: 'applicant', name: '过路人', grants: [] };
    case 'officer-a':
    case 'officer-b':
    case 'auditor':
      return personCalled(by);
    case 'confirmer':
      return delegated ? townshipOfficer('leader', township) : personCalled('officer-a');
    default:
      return townshipOfficer(by, township);
  }
}

const dayOf = (instant: string) =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Working days after `from`, up to and including `to`. */
function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  let count = 0;
  for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(to); time += 86_400_000) {
    if (calendar.isWorkingDay(new Date(time).toISOString().slice(0, 10))) count += 1;
  }
  return count;
}
