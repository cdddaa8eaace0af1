/** A scenario as something that happened in this county: on another day, in another village, to somebody else. */
import type { Bundle, ScenarioSource } from '@aidflow/definition';
import type { JsonObject } from '@aidflow/engine';
import { type CastMember, relocated, type Scenario } from '@aidflow/simulator';
import { townships, villages } from '../county/divisions.ts';
import { holders, livingAllowance, type Person } from '../county/people.ts';
import { creditCodeLike, idLike } from './numbers.ts';

export interface Retelling {
  bundle: Bundle;
  /** ISO date of its beginning. */
  day: string;
  /** Which of the townships it happens in, from 0. */
  town: number;
  /** Different for each retelling; numbers of people and firms are made of it. */
  order: number;
  /** Id and number of its case. */
  id: string;
  number: string;
  /** What every paper in it is. */
  paper: JsonObject;
  /** More keys of records that have to be others here. */
  others: readonly string[];
  /** Who applies, where it is somebody whom a visitor can be. */
  applicant?: Person | undefined;
}

/** Divisions of the scenarios: one township with two villages, and the one beside it. */
const told = /\b620821(10[01])(20\d)?\b/g;

const digits = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

export function retold(source: ScenarioSource, telling: Retelling): ScenarioSource {
  const { day: date, id, number, order } = telling;
  const there = moved(source.value, telling);
  const { value } = relocated({ ...source, value: there }, { date });
  const scenario: Scenario = {
    ...value,
    actors: { ...value.actors, ...castOf(value, telling) },
    given: { ...value.given, case: id, number, seed: `county-${order}` },
  };
  return { ...source, value: scenario };
}

/** Divisions, people, firms, papers and keys of records that are this retelling's own. */
function moved(scenario: Scenario, { town, order, number, paper, others }: Retelling): Scenario {
  const here = townships[town % townships.length]?.code ?? '';
  const next = townships[(town + 1) % townships.length]?.code ?? '';
  const villagesOf = (township: string) =>
    villages.filter(({ code }) => code.startsWith(township) && code.slice(9) > '199');
  const place = (_: string, township: string, village?: string) => {
    const moves = township === '101' ? next : here;
    if (village === undefined) return moves;
    const own = villagesOf(moves);
    return own[(Number(village) - 201) % own.length]?.code ?? moves;
  };
  const names = new Set(Object.keys(scenario.actors ?? {}));
  const given = (scenario.given?.records ?? []).map(({ key }) => key);
  const keys = new Map(
    [...given, ...others].filter((key) => !names.has(key)).map((key) => [key, keyLike(key, order)]),
  );
  const counted = scenario.given?.number ?? `${scenario.clock.slice(0, 4)}0001`;
  const text = (value: string): string => {
    const known = keys.get(value);
    if (known !== undefined) return known;
    if (value.startsWith(counted)) return `${number}${value.slice(counted.length)}`;
    return personal(value.replace(told, place), order);
  };
  const change = (value: unknown): unknown => {
    // A case of a schedule is named with the key of its record.
    if (typeof value === 'string') return value.split('/').map(text).join('/');
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    if ('sha256' in value) return paper;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        // Somebody who helps has room for so many: those of all stories would be one.
        key === 'helper' && typeof part === 'string' ? `${part}${order}` : change(part),
      ]),
    );
  };
  return change(scenario) as Scenario;
}

const personal = (text: string, order: number): string => idLike(creditCodeLike(text, order), order);

/** Keys that are numbers of people or firms change as these do; others are told apart by the order. */
function keyLike(key: string, order: number): string {
  const changed = personal(key, order);
  return changed === key ? `${key}-${order}` : changed;
}

/** People of the county in the place of those of the scenario: whoever holds the same role in the same place. */
function castOf(scenario: Scenario, { bundle, order, applicant }: Retelling): Record<string, CastMember> {
  const taken = new Set<string>();
  const cast: Record<string, CastMember> = {};
  for (const [key, member] of Object.entries(scenario.actors ?? {})) {
    const grants = Array.isArray(member) ? member : [...(member.grants ?? []), ...grantOf(member)];
    const [grant] = grants;
    // Who is on a register is known there by their name in the scenario.
    if (scenario.given?.records?.some((record) => record.key === key)) continue;
    if (grant === undefined || (!Array.isArray(member) && (member.kind ?? 'officer') !== 'officer')) continue;
    const level = bundle.definition.roles?.[grant.role]?.level;
    const found =
      level === 'county' || level === 'township' || level === 'village'
        ? holders({ role: grant.role, level }).find(
            (person) => !taken.has(person.id) && person.place.code === grant.division.slice(0, digits[level]),
          )
        : undefined;
    if (found === undefined) continue;
    taken.add(found.id);
    cast[key] = { id: found.id, name: found.name, grants };
  }
  const village = scenario.given?.division ?? '';
  const proxy = livingAllowance.find(
    ({ desk, place }) => desk === 'village' && village.startsWith(place.code.slice(0, 9)),
  );
  if (proxy && bundle.definition.roles?.committee)
    cast.proxy = {
      kind: 'proxy',
      id: proxy.id,
      name: proxy.name,
      grants: [{ role: 'committee', division: village }],
    };
  const who = applicant ?? {
    id: `applicant-${order}`,
    name: `${stems[order % stems.length]}某${3000 + order}`,
  };
  cast.applicant = { kind: 'applicant', id: who.id, name: who.name };
  return cast;
}

const grantOf = ({ role, division }: CastMember) =>
  role === undefined || division === undefined ? [] : [{ role, division }];

/** Stems of the old calendar, in which nobody is called. */
const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
