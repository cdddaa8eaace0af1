/** What a county file says that cannot be meant, found before anything runs. */

import type { CountyDistribution, CountySource, CountyVersion } from '@aidflow/definition';
import { covers, nearest, type Problem, type ProblemCode, ProblemError, problem } from '@aidflow/definition';
import { addDays, type Programme } from '@aidflow/engine';
import { outcomesOf } from '../operations.ts';
import { Days } from './days.ts';
import { milliseconds } from './distribution.ts';
import { type CountyParts, calendarOf, divisionsOf, rolesOf, villageCodes } from './plan.ts';
import { KNOWN_HOURS, timeOfDay } from './roster.ts';
import { scriptOf } from './script.ts';

/** What is done by nobody's office. */
const HOUSEHOLD: readonly string[] = ['applicant', 'anyone', 'proxy'];

/**
 * The problems of a county and of its variants, each with file, line and pointer; none when they can be simulated.
 *
 * @param partsOf what was read for a version; programmes and scenarios that are missing have been told already
 */
export function checkCounty(
  source: CountySource,
  partsOf: (version: CountyVersion) => CountyParts,
): Problem[] {
  const found = new Map<string, Problem>();
  for (const version of source.versions) {
    for (const one of new Check(source, version, partsOf(version)).run()) {
      // What a variant takes over from the county is told once.
      const key = `${one.code} ${one.pointer} ${JSON.stringify(one.params)}`;
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

class Check {
  readonly #found: Problem[] = [];
  readonly #source: CountySource;
  readonly #version: CountyVersion;
  readonly #parts: CountyParts;

  constructor(source: CountySource, version: CountyVersion, parts: CountyParts) {
    this.#source = source;
    this.#version = version;
    this.#parts = parts;
  }

  run(): Problem[] {
    this.#span();
    this.#hours();
    this.#divisions();
    this.#programmes();
    this.#officers();
    this.#arrivals();
    this.#connectors();
    this.#delegations();
    this.#staffing();
    if (this.#version.variant === undefined) this.#sweep();
    return this.#found;
  }

  get #county() {
    return this.#version.value;
  }

  #add(code: ProblemCode, params: Record<string, unknown>, pointer: string): void {
    const { line, place } = this.#version;
    const at = { file: this.#source.file, line: line(pointer), pointer: place(pointer) };
    this.#found.push(problem(code, params, at));
  }

  /** A name that has to be one of `known`. */
  #name(kind: string, name: string, known: Iterable<string>, pointer: string): boolean {
    const names = [...known];
    if (names.includes(name)) return true;
    const near = nearest(name, names);
    const variant = near === undefined ? {} : { variant: 'nearest', nearest: near };
    this.#add('county/unknown-name', { kind: { term: kind }, name, known: names, ...variant }, pointer);
    return false;
  }

  #order(from: string, until: string, pointer: string): boolean {
    if (from < until) return true;
    this.#add('county/order', { from, until }, pointer);
    return false;
  }

  #span(): void {
    const { from, until, drain = 0, 'warm-up': warmUp = 0 } = this.#county.span;
    if (!this.#order(from, until, '/span/until')) return;
    const begins = addDays(from, warmUp);
    if (begins >= until) this.#add('county/order', { from: begins, until }, '/span/warm-up');
    try {
      new Days(from, addDays(until, drain), 'UTC', calendarOf(this.#version));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, params = {} } = error.problem;
      this.#add(code as ProblemCode, params, code === 'clock/unknown-year' ? '/span/until' : '/days');
    }
  }

  /** A period has an order and touches the span. */
  #period({ from, until }: { from: string; until: string }, pointer: string): void {
    if (!this.#order(from, until, `${pointer}/until`)) return;
    const { span } = this.#county;
    const end = addDays(span.until, span.drain ?? 0);
    const params = { from: span.from, until: end };
    if (from >= end) this.#add('county/outside-span', { date: from, ...params }, `${pointer}/from`);
    if (until <= span.from) this.#add('county/outside-span', { date: until, ...params }, `${pointer}/until`);
  }

  #hours(): void {
    for (const [name, { sessions }] of Object.entries(this.#county.hours ?? {})) {
      let last = 0;
      for (const [index, [from = '', until = '']] of sessions.entries()) {
        const [opens, closes] = [timeOfDay(from), timeOfDay(until)];
        if (closes <= opens || opens < last) {
          this.#add('county/sessions', { from, until }, `/hours/${name}/sessions/${index}`);
        }
        last = closes;
      }
    }
  }

  get #knownHours(): string[] {
    return [...Object.keys(this.#county.hours ?? {}), ...Object.keys(KNOWN_HOURS)];
  }

  #divisions(): void {
    const { division: county, townships } = this.#county;
    for (const code of Object.keys(townships)) {
      if (!/^\d{9}$/.test(code) || !covers(county, code)) {
        this.#add('county/outside', { division: code, county }, `/townships/${code}`);
      }
    }
    const weights = Object.values(townships).map(({ weight = 1 }) => weight);
    if (weights.every((weight) => weight === 0)) this.#add('county/no-weight', {}, '/townships');
  }

  /** A division must lie in one of the townships, or be the county. */
  #inside(division: string, pointer: string): void {
    const { division: county, townships } = this.#county;
    if (division === county || Object.keys(townships).some((code) => covers(code, division))) return;
    this.#add('county/outside', { division, county }, pointer);
  }

  #programmes(): void {
    let zone: string | undefined;
    for (const [name, { parameters = {}, data = {}, work = {}, delays = {} }] of Object.entries(
      this.#county.programmes,
    )) {
      const programme = this.#parts.programmes[name];
      if (programme === undefined) continue;
      zone ??= programme.timezone;
      if (programme.timezone !== zone) {
        const params = { programme: name, found: programme.timezone, timezone: zone };
        this.#add('county/timezones', params, `/programmes/${name}/folder`);
      }
      for (const parameter of Object.keys(parameters)) {
        const known = Object.keys(programme.definition.parameters ?? {});
        this.#name('parameter', parameter, known, `/programmes/${name}/parameters/${parameter}`);
      }
      for (const form of Object.keys(data)) {
        this.#name('formId', form, Object.keys(programme.forms), `/programmes/${name}/data/${form}`);
      }
      this.#times(programme, work, `/programmes/${name}/work`);
      this.#times(programme, delays, `/programmes/${name}/delays`);
    }
  }

  #times(programme: Programme, times: Readonly<Record<string, CountyDistribution>>, pointer: string): void {
    const steps = outcomesByStep(programme);
    for (const [key, distribution] of Object.entries(times)) {
      const at = `${pointer}/${key}`;
      if (key !== 'default') {
        const [step = '', outcome] = key.split('.');
        const known = this.#name('stepId', step, steps.keys(), at);
        if (known && outcome !== undefined) this.#name('outcomeId', outcome, steps.get(step) ?? [], at);
      }
      this.#distribution(distribution, at);
    }
  }

  #distribution({ lognormal, uniform, triangular }: CountyDistribution, pointer: string): void {
    const values = Object.values(lognormal ?? uniform ?? triangular ?? {}) as string[];
    const ordered = lognormal
      ? [lognormal.median, lognormal.p90]
      : uniform
        ? [uniform.low, uniform.high]
        : triangular
          ? [triangular.low, triangular.mode, triangular.high]
          : [];
    const lengths = ordered.map(milliseconds);
    const grows = lengths.every((length, index) => index === 0 || (lengths[index - 1] as number) <= length);
    if (grows && !(lognormal && lengths[0] === 0)) return;
    this.#add('county/distribution', { values }, pointer);
  }

  #officers(): void {
    const roles = new Set(
      Object.values(this.#parts.programmes).flatMap(({ definition }) => Object.keys(definition.roles ?? {})),
    );
    for (const [id, group] of Object.entries(this.#county.officers)) {
      const pointer = `/officers/${id}`;
      const held = rolesOf(group);
      for (const [index, role] of held.entries()) {
        this.#name('role', role, roles, group.roles ? `${pointer}/roles/${index}` : `${pointer}/role`);
      }
      if (held.length === 0) this.#add('definition/missing-key', { key: 'role' }, `${pointer}/role`);
      if (/^\d/.test(group.at)) this.#inside(group.at, `${pointer}/at`);
      if (group.hours !== undefined)
        this.#name('hoursName', group.hours, this.#knownHours, `${pointer}/hours`);
      for (const [index, period] of (group.away ?? []).entries()) {
        this.#period(period, `${pointer}/away/${index}`);
      }
    }
  }

  #arrivals(): void {
    const { arrivals, programmes, townships } = this.#county;
    for (const [id, { programme: name, hours, bursts = [], cases, season }] of Object.entries(arrivals)) {
      const pointer = `/arrivals/${id}`;
      this.#name('programmeName', name, Object.keys(programmes), `${pointer}/programme`);
      if (hours !== undefined) this.#name('hoursName', hours, this.#knownHours, `${pointer}/hours`);
      if (season?.every((factor) => factor === 0)) this.#add('county/no-weight', {}, `${pointer}/season`);
      for (const [index, burst] of bursts.entries()) {
        this.#period(burst, `${pointer}/bursts/${index}`);
        for (const [nth, code] of (burst.townships ?? []).entries()) {
          this.#name(
            'townshipCode',
            code,
            Object.keys(townships),
            `${pointer}/bursts/${index}/townships/${nth}`,
          );
        }
      }
      if (cases.every(({ share = 1 }) => share === 0)) this.#add('county/no-weight', {}, `${pointer}/cases`);
      for (const [index, kind] of cases.entries()) this.#kind(name, kind, `${pointer}/cases/${index}`);
    }
  }

  #kind(name: string, kind: CountyKind, pointer: string): void {
    const programme = this.#parts.programmes[name];
    const scenario = this.#parts.scenarios.get(`${name} ${kind.like}`);
    if (programme === undefined) return;
    const steps = outcomesByStep(programme);
    for (const form of Object.keys(kind.data ?? {})) {
      this.#name('formId', form, Object.keys(programme.forms), `${pointer}/data/${form}`);
    }
    for (const [step, weights] of Object.entries(kind.outcomes ?? {})) {
      const at = `${pointer}/outcomes/${step}`;
      if (!this.#name('stepId', step, steps.keys(), at)) continue;
      for (const outcome of Object.keys(weights)) {
        this.#name('outcomeId', outcome, steps.get(step) ?? [], `${at}/${outcome}`);
      }
      if (Object.values(weights).every((weight) => weight === 0)) this.#add('county/no-weight', {}, at);
    }
    if (scenario === undefined) return;
    const params = { file: kind.like, programme: programme.id, found: scenario.programme };
    if (scenario.programme !== programme.id) this.#add('county/case-kind', params, `${pointer}/like`);
    else if (scriptOf(programme, name, scenario, {}) === undefined) {
      this.#add('county/case-kind', { ...params, variant: 'unopened' }, `${pointer}/like`);
    }
  }

  #connectors(): void {
    const known = Object.values(this.#parts.programmes).flatMap(({ definition }) =>
      Object.keys(definition.connectors ?? {}),
    );
    for (const [id, { after, outages = [] }] of Object.entries(this.#county.connectors ?? {})) {
      const pointer = `/connectors/${id}`;
      this.#name('connectorId', id, new Set(known), pointer);
      if (after) this.#distribution(after, `${pointer}/after`);
      for (const [index, period] of outages.entries()) this.#period(period, `${pointer}/outages/${index}`);
    }
  }

  #delegations(): void {
    const { delegations = [], programmes } = this.#county;
    for (const [index, { programme: name, action, to, effective, until }] of delegations.entries()) {
      const pointer = `/delegations/${index}`;
      const known = this.#name('programmeName', name, Object.keys(programmes), `${pointer}/programme`);
      const programme = this.#parts.programmes[name];
      if (known && programme) {
        const delegable = [...outcomesByStep(programme).keys()].filter((id) => {
          const step = programme.steps.get(id);
          return step?.kind === 'task' && step.delegable !== undefined;
        });
        this.#name('stepId', action, delegable, `${pointer}/action`);
      }
      if (to !== 'each-township') this.#inside(to, `${pointer}/to`);
      if (until !== undefined) this.#order(effective, until, `${pointer}/until`);
    }
  }

  /** Each step that officers sign has enough of them wherever cases come from. */
  #staffing(): void {
    const { division: county, townships, officers, arrivals } = this.#county;
    const listed = Object.entries(townships).map(([code, { villages }]) => ({
      code,
      villages: villageCodes(code, villages),
    }));
    const seats = new Map<string, number>();
    for (const group of Object.values(officers)) {
      for (const role of rolesOf(group)) {
        for (const division of divisionsOf(group, county, listed)) {
          const seat = `${role}@${division}`;
          seats.set(seat, (seats.get(seat) ?? 0) + group.count);
        }
      }
    }
    const used = new Set(Object.values(arrivals).map(({ programme }) => programme));
    for (const name of used) {
      const programme = this.#parts.programmes[name];
      if (programme === undefined) continue;
      for (const step of programme.steps.values()) {
        if (step.kind !== 'task' || HOUSEHOLD.includes(step.role)) continue;
        const level = step.level ?? programme.definition.roles?.[step.role]?.level ?? 'village';
        const places =
          level === 'county'
            ? [county]
            : level === 'township'
              ? listed.map(({ code }) => code)
              : listed.flatMap(({ villages }) => villages);
        const needs = step.by ?? 1;
        const short = places.find((division) => (seats.get(`${step.role}@${division}`) ?? 0) < needs);
        if (short === undefined) continue;
        const has = seats.get(`${step.role}@${short}`) ?? 0;
        this.#add(
          'county/nobody',
          { step: step.title, needs, role: step.role, division: short, has },
          '/officers',
        );
      }
    }
  }

  #sweep(): void {
    const { sweep, variants = {}, officers } = this.#county;
    if (sweep === undefined) return;
    const { of, programme: name, parameter, watch } = sweep;
    if (of !== undefined) this.#name('variantName', of, Object.keys(variants), '/sweep/of');
    if (this.#name('programmeName', name, Object.keys(this.#county.programmes), '/sweep/programme')) {
      const known = Object.keys(this.#parts.programmes[name]?.definition.parameters ?? {});
      if (known.length > 0) this.#name('parameter', parameter, known, '/sweep/parameter');
    }
    this.#name('groupName', watch, Object.keys(officers), '/sweep/watch');
  }
}

type CountyKind = CountySource['value']['arrivals'][string]['cases'][number];

/** Steps in which somebody chooses, those of items among them, with their outcomes. */
function outcomesByStep(programme: Programme): Map<string, string[]> {
  const all = [programme, ...programme.procedures.values()].flatMap(({ steps }) => [...steps.values()]);
  return new Map(all.map((step) => [step.id, Object.keys(outcomesOf(step))]));
}
