/** Plays a scenario: commands, time and expectations in order, up to the first that does not hold. */
import { type Problem, problem } from '@aidflow/definition';
import {
  type Calendar,
  type JsonObject,
  nationalCalendar,
  type Programme,
  procedureOf,
} from '@aidflow/engine';
import { readCaseName } from './case-names.ts';
import { castOf, standInsOf } from './cast.ts';
import { checkScenario } from './check.ts';
import { type Difference, inline } from './difference.ts';
import { compare, type View } from './expectation.ts';
import { recordsOf } from './given.ts';
import { formOf, merged, splitOperation, startsOf } from './operations.ts';
import { Play, type PlayedCase } from './play.ts';
import type { Failure, ScenarioResult, StepResult } from './result.ts';
import type { DoStep, Expectation, Scenario, ScenarioSource, ScenarioStep } from './scenario.ts';
import { after, parseInstant, parseSpan } from './span.ts';

export interface RunOptions {
  /** Working days; the national calendar unless given. */
  calendar?: Calendar;
  /** Called after each step, while the scenario goes on. */
  onStep?: (step: StepResult) => void;
}

/**
 * Runs a scenario on the programme it names. A scenario that cannot be meant so (unknown actor, step, outcome, a date
 * that has passed ...) is refused before anything runs: `problems` says where and why. Pure: the same scenario gives the
 * same result.
 *
 * @param programmes compiled programmes by id
 */
export function runScenario(
  programmes: Readonly<Record<string, Programme>>,
  source: ScenarioSource,
  { calendar = nationalCalendar(), onStep }: RunOptions = {},
): ScenarioResult {
  const { file, value: scenario } = source;
  const base = { scenario: scenario.scenario, programme: scenario.programme, file };
  const planned = scenario.steps.length;
  const programme = Object.hasOwn(programmes, scenario.programme)
    ? programmes[scenario.programme]
    : undefined;
  const nothing = { steps: [], planned, events: [], state: null, cases: {}, records: [] };
  const problems = checkScenario(programmes, source, calendar);
  if (programme === undefined || problems.length > 0) return { ...base, passed: false, problems, ...nothing };

  const player = playerOf(programme, source, calendar);
  const refused = player.begin();
  if (refused.length > 0) return { ...base, passed: false, problems: refused, ...nothing };
  const steps: StepResult[] = [];
  for (let index = 0; index < planned && (steps.at(-1)?.passed ?? true); index++) {
    const result = player.step(index);
    steps.push(result);
    onStep?.(result);
  }
  const { main, cases, registry } = player.play;
  const others = cases.filter((one) => one !== main);
  return {
    ...base,
    passed: steps.every(({ passed }) => passed),
    problems,
    steps,
    planned,
    events: main.events,
    state: main.state ?? null,
    cases: Object.fromEntries(
      others.map(({ name, events, state = null }) => [name, { events, state }] as const),
    ),
    records: registry.all,
  };
}

function playerOf(programme: Programme, source: ScenarioSource, calendar: Calendar) {
  const { file, value: scenario } = source;
  const cast = castOf(scenario);
  const play = playOf(programme, scenario, calendar, cast);

  const actorOf = (key: string) => {
    const actor = cast.get(key);
    if (actor === undefined) throw new Error(`actor ${key} passed the check and is not in the cast`);
    return actor;
  };

  const caseOf = (name: string | undefined): PlayedCase | undefined => {
    if (name === undefined) return play.main;
    const read = readCaseName(programme, name);
    return read.ok ? play.find(read.path) : undefined;
  };

  /** The system opens the main case where the scenario says so. */
  const begin = (): Problem[] => {
    if (scenario.start === undefined) return [];
    const item = scenario.given?.item as JsonObject | undefined;
    const other = scenario.start !== 'open' && scenario.start !== programme.definition.start;
    const open = {
      ...openingOf(scenario),
      ...(item === undefined ? {} : { item }),
      ...(other ? { procedure: scenario.start } : {}),
    };
    const problems = play.command({ do: 'open', actor: actorOf('system'), open });
    const found = problems.length > 0 ? problems : play.advance(play.now).problems;
    return found.map((one) => ({ ...one, file, line: source.line('/start'), pointer: '/start' }));
  };

  const act = (step: DoStep, played: PlayedCase): Problem[] => {
    const actor = actorOf(step.as);
    const opens = played.state === undefined && startsOf(programme).includes(splitOperation(step.do).step);
    const procedure = procedureOf(programme, played.state ?? {});
    const form = formOf(procedure, step.do);
    const given = form === undefined ? undefined : scenario.given?.data?.[form];
    // The schema lets any JSON object through, and YAML was read as JSON.
    const data = merged(given as JsonObject | undefined, step.data as JsonObject | undefined);
    const command = {
      do: step.do,
      actor,
      ...(data === undefined ? {} : { data }),
      ...(step.reasons === undefined ? {} : { reasons: step.reasons }),
      ...(opens ? { open: openingOf(scenario) } : {}),
    };
    return judge(step, play.command(command, played));
  };

  const viewOf = (played: PlayedCase): View => ({
    standing: play.standing(played),
    offered: (key) =>
      play.offered(actorOf(key), played.state).flatMap((offer) => (offer.may ? [offer.do] : [])),
    other: (name) => {
      const other = caseOf(name);
      return other && viewOf(other);
    },
    record: (name) => play.registry.get(name),
    scheduled: play.scheduled.length,
  });

  const run = (step: ScenarioStep): Pick<StepResult, 'happenings'> & Partial<Failure> => {
    if ('wait' in step || 'until' in step) {
      return play.advance(instantAfter(step, play.now, calendar, programme.timezone));
    }
    const played = caseOf(step.case);
    if (played === undefined) {
      const cases = play.cases.flatMap(({ name }) => (name === '' ? [] : [name]));
      return { problems: [problem('scenario/no-case', { case: step.case, cases })], happenings: [] };
    }
    if ('expect' in step) return { differences: compare(step.expect, viewOf(played)), happenings: [] };
    const problems = act(step, played);
    const { happenings, problems: later } = play.advance(play.now);
    return { problems: problems.length > 0 ? problems : later, happenings };
  };

  const step = (index: number): StepResult => {
    const written = scenario.steps[index] as ScenarioStep;
    const name = 'case' in written ? written.case : undefined;
    const seen = () => play.standing(caseOf(name) ?? play.main);
    const before = seen();
    const count = play.log.length;
    const offered = offersNow(written, caseOf(name));
    const { happenings, problems = [], differences = [] } = run(written);
    const found = [...problems, ...differences.map(mismatch)];
    const passed = found.length === 0;
    return {
      index,
      file,
      line: source.line(`/steps/${index}`),
      ...labelOf(written),
      case: name ?? null,
      now: play.localNow(),
      events: play.log.slice(count),
      happenings,
      standing: seen(),
      passed,
      failure: passed ? null : { problems: found, differences, before, offered: offered() },
    };
  };

  /** Offers are costly and only told after a failure: they are made then, for where the case stood before. */
  const offersNow = (written: ScenarioStep, played: PlayedCase | undefined) => {
    const { now } = play;
    const state = played?.state;
    const keys = 'do' in written ? [written.as] : [...cast.keys()];
    return (): Failure['offered'] =>
      Object.fromEntries(
        keys.map((key) => {
          const offers = state === undefined ? [] : play.offered(actorOf(key), state, now);
          return [key, 'do' in written ? offers : offers.filter(({ may }) => may)];
        }),
      );
  };

  return { play, begin, step };
}

function playOf(
  programme: Programme,
  scenario: Scenario,
  calendar: Calendar,
  cast: ReturnType<typeof castOf>,
): Play {
  const { given = {}, clock } = scenario;
  const system = cast.get('system');
  const now = parseInstant(clock, programme.timezone);
  if (system === undefined || now === undefined) throw new Error('the scenario has not passed its check');
  return new Play({
    programme,
    now,
    system,
    main: openingOf(scenario).id,
    division: given.division ?? '',
    records: recordsOf(programme, scenario, now),
    connectors: given.connectors ?? {},
    world: {
      calendar,
      delegations: (given.delegations ?? []).map((one) => ({ programme: scenario.programme, ...one })),
      standIns: standInsOf(scenario, cast),
      seed: given.seed ?? 'seed',
      divisionNames: given['division-names'] ?? {},
    },
  });
}

/** Ids are fixed, so that a draw depends on nothing but what the scenario says. */
function openingOf({ given = {}, clock }: Scenario): { id: string; number: string; division: string } {
  return {
    id: given.case ?? 'case-1',
    number: given.number ?? `${clock.slice(0, 4)}0001`,
    division: given.division ?? '',
  };
}

/** What is wrong with how the engine answered a `do`: nothing, or one problem. */
function judge(step: DoStep, answer: readonly Problem[]): Problem[] {
  const [first] = answer;
  if (first === undefined) {
    if (step.refused === undefined) return [];
    return [problem('scenario/not-refused', { do: step.do, expected: refusalOf(step) })];
  }
  const meant = answer.find(({ code }) => code === step.refused);
  if (meant && (step.reason === undefined || meant.params?.reason === step.reason)) return [];
  const found = [first.code, first.params?.reason].filter((part) => typeof part === 'string').join(' ');
  return [problem('scenario/refused', { do: step.do, found, reason: first.detail }), ...answer];
}

/** The refusal that a step expects: `step/requirement NO_QUORUM`. */
function refusalOf({ refused, reason }: DoStep): string | null {
  return refused === undefined ? null : reason === undefined ? refused : `${refused} ${reason}`;
}

function mismatch({ path, expected, found }: Difference): Problem {
  return problem('scenario/mismatch', { path, expected: inline(expected), found: inline(found) });
}

function instantAfter(
  step: { wait: string } | { until: string },
  now: number,
  calendar: Calendar,
  timezone: string,
): number {
  if ('until' in step) return parseInstant(step.until, timezone) ?? now;
  const span = parseSpan(step.wait);
  return span === undefined ? now : after(now, span, calendar, timezone);
}

function labelOf(step: ScenarioStep): Pick<StepResult, 'kind' | 'what' | 'as' | 'refused'> {
  if ('do' in step) return { kind: 'do', what: step.do, as: step.as, refused: refusalOf(step) };
  const nobody = { as: null, refused: null };
  if ('wait' in step) return { kind: 'wait', what: step.wait, ...nobody };
  if ('until' in step) return { kind: 'until', what: step.until, ...nobody };
  return { kind: 'expect', what: expected(step.expect), ...nobody };
}

function expected(expectation: Expectation): string {
  return Object.entries(expectation)
    .map(([part, value]) => `${part} ${inline(value)}`)
    .join(', ');
}
