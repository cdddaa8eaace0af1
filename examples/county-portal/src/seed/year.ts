/**
 * The year before: what the programmes' own scenarios tell, told again on other days, in other villages and of other
 * people. Each is played by the simulator, on the same engine that the service runs on, as far as the present day; what
 * came out of it the service takes over with its whole record.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { ScenarioSource } from '@aidflow/definition';
import { loadValidators } from '@aidflow/definition/node';
import {
  type Calendar,
  type CaseEvent,
  type CaseState,
  compile,
  firstState,
  type JsonObject,
  type Programme,
  procedureOf,
  tasks,
} from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import type { Service } from '@aidflow/service';
import { actsOf, runScenario, type ScenarioResult } from '@aidflow/simulator';
import { readScenario, scenarioFiles } from '@aidflow/simulator/node';
import { townships } from '../county/divisions.ts';
import { people, personCalled } from '../county/people.ts';
import { bundleOf } from '../county/programmes.ts';
import { picture } from './evidence.ts';
import { type Random, seededRandom } from './random.ts';
import { type Retelling, retold } from './retold.ts';

export interface YearOptions {
  service: Service;
  calendar: Calendar;
  seed: number;
  /** Working days of the year, in order. */
  days: readonly string[];
  /** Stories that are told. */
  count: number;
  onProgress?: (told: number) => void;
}

interface Tale {
  source: ScenarioSource;
  programme: Programme;
}

interface Told {
  cases: CaseEvent[][];
  records: NonNullable<Parameters<Service['takeOver']>[1]['records']>;
}

/** Days after which something that waits for a person would have been looked after. */
const FORGOTTEN = 14;

/** Stories handed to the service at once. */
const BATCH = 100;

/** Plays the stories; those that cannot be told on their day are left out. Answers how many cases there were. */
export async function playYear({
  service,
  calendar,
  seed,
  days,
  count,
  onProgress,
}: YearOptions): Promise<number> {
  const random = seededRandom(seed);
  const all = await tales();
  const used = new Set<string>();
  let cases = 0;
  let batch: Told[] = [];
  const handOver = async () => {
    const answer = await service.takeOver(personCalled('officer-a'), {
      records: batch.flatMap(({ records }) => records),
      cases: batch.flatMap((told) => told.cases),
    });
    if (!answer.ok) throw new Error(`The year could not be taken over: ${JSON.stringify(answer.problems)}`);
    cases += answer.value;
    batch = [];
  };
  const paper = await paperOf(service);
  for (let order = 1; order <= count; order += 1) {
    const tale = all[(order - 1) % all.length] as Tale;
    const told = await tell(service, calendar, tale, { order, days, random, paper, used });
    if (told !== undefined) {
      for (const name of namesIn(told)) used.add(name);
      batch.push(told);
    }
    if (batch.length === BATCH) await handOver();
    if (order % 20 === 0) {
      onProgress?.(order);
      // Lets the bundler and the terminal have a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await handOver();
  return cases;
}

/** Every scenario of every programme but the first, whose past is played on the service itself. */
async function tales(): Promise<Tale[]> {
  const found: Tale[] = [];
  for (const [id, folder] of Object.entries(programmeFolders)) {
    const bundle = bundleOf(id);
    if (id === 'dibao' || bundle === undefined) continue;
    const programme = compile(bundle, await loadValidators(bundle));
    for (const file of await scenarioFiles(fileURLToPath(folder))) {
      const read = await readScenario(file);
      // Powers that were handed over in a story are not those of this county.
      if (read.ok && read.source.value.given?.delegations === undefined)
        found.push({ source: read.source, programme });
    }
  }
  // Programme after programme would tell the last ones less often than the first.
  return seededRandom(found.length).shuffle(found);
}

/** One picture stands for all papers. */
async function paperOf(service: Service): Promise<JsonObject> {
  async function* content() {
    yield picture(200);
  }
  const file = await service.upload(personCalled('officer-a'), content(), '材料.png');
  if (!file.ok) throw new Error(`A picture was refused: ${JSON.stringify(file.problems)}`);
  return { ...file.value };
}

interface Teller {
  order: number;
  days: readonly string[];
  random: Random;
  paper: JsonObject;
  /** Names of the cases and records that are there already. */
  used: ReadonlySet<string>;
}

/** One story as far as the present, or nothing where it goes as its scenario says on none of the days that are tried. */
async function tell(
  service: Service,
  calendar: Calendar,
  { source, programme }: Tale,
  { order, days, random, paper, used }: Teller,
): Promise<Told | undefined> {
  const known = bundleOf(programme.id);
  if (known === undefined) return undefined;
  const town = random.between(0, townships.length - 1);
  const id = createHash('sha256').update(`year-${order}`).digest('hex').slice(0, 32);
  // Now and then it is somebody whom a visitor can be.
  const residents = people.filter(
    ({ desk, place }) => desk === 'resident' && place.code.startsWith(townships[town]?.code ?? ''),
  );
  const applicant = order % 40 === 0 ? residents.at(-1) : undefined;
  const now = service.now();
  const play = (day: string, number: string, others: readonly string[]): Told | undefined => {
    const telling: Retelling = { bundle: known, day, town, order, id, number, paper, applicant, others };
    const story = retold(source, telling);
    const over = actsOf(programme, story.value, calendar).until;
    // Time goes on after what the scenario tells.
    const steps =
      Date.parse(over) < Date.parse(now) ? [...story.value.steps, { until: now }] : story.value.steps;
    const value = { ...story.value, steps };
    const result = runScenario({ [programme.id]: programme }, { ...story, value }, { calendar });
    return result.passed ? asFar(programme, value, result, now) : undefined;
  };
  for (const day of daysFor(source, days, random)) {
    const [number = ''] = await service.reserveNumbers(programme.id, day.slice(0, 4), 1);
    const told = play(day, number, []);
    const taken = told === undefined ? [] : namesIn(told).filter((name) => used.has(name));
    if (told !== undefined && taken.length === 0) return told;
    // Numbers of contracts and the like, by which something is kept on a register, are given once.
    const other = taken.length === 0 ? undefined : play(day, number, taken.map(keyOf));
    if (other !== undefined && !namesIn(other).some((name) => used.has(name))) return other;
  }
  return undefined;
}

/**
 * Any day, or else one on the same day of the month, or of the year, as the scenario has it: some tell of an age on that
 * day, or of what is done at the end of a month.
 */
function daysFor({ value: { clock } }: ScenarioSource, days: readonly string[], random: Random): string[] {
  const like = (from: number) => days.filter((day) => day.slice(from) === clock.slice(from, 10));
  // What is young is not over yet: there is more of it, so that every desk has something to do.
  const any = days.slice(Math.floor((1 - random.next() ** 2) * days.length), days.length).slice(0, 1);
  return [any, like(8), like(5)].flatMap((some) => (some.length === 0 ? [] : [random.pick(some)]));
}

/** What had happened by `now`. */
function asFar(
  programme: Programme,
  { given = {} }: ScenarioSource['value'],
  { events, cases, state }: ScenarioResult,
  now: string,
): Told | undefined {
  const known = [events, ...Object.values(cases).map((one) => one.events)]
    .map((all) => all.filter(({ at }) => at <= now))
    .filter((all) => all.length > 0);
  const states = [state, ...Object.values(cases).map((one) => one.state)];
  const whole = events.every(({ at }) => at <= now);
  if (known.length === 0 || (whole && states.some((one) => isForgotten(programme, one, now))))
    return undefined;
  const records = (given.records ?? []).map(({ type, key, state: is, data, created, division, ...more }) => ({
    type,
    key,
    state: is ?? firstState(programme, type),
    // The schema lets any JSON object through, and YAML was read as JSON.
    data: (data ?? {}) as JsonObject,
    validTo: more['valid-to'] ?? null,
    created: new Date(`${created ?? known[0]?.[0]?.at.slice(0, 10)}T00:00:00+08:00`).toISOString(),
    division: division ?? given.division ?? '',
  }));
  return { cases: known, records };
}

/** Whether the story was left in the middle so long ago that no office would have let it lie. */
function isForgotten(programme: Programme, state: CaseState | null, now: string): boolean {
  if (state?.status !== 'active') return false;
  const age = Date.parse(now) - Date.parse(state.updated);
  return age > FORGOTTEN * 86_400_000 && tasks(procedureOf(programme, state), state).length > 0;
}

/** What there may be only once: cases, and records by their kind and key. */
function namesIn({ cases, records }: Told): string[] {
  const changes = cases.flat().flatMap(({ detail }) => detail?.records ?? []);
  return [
    ...new Set([
      ...cases.map(([first]) => `case ${first?.case}`),
      ...[...records, ...changes].map(({ type, key }) => `record ${type} ${key}`),
    ]),
  ];
}

const keyOf = (name: string): string => name.split(' ').slice(2).join(' ');
