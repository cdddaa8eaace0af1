/** A county as it is simulated: names looked up, scenarios read into scripts, divisions written out. */
import type {
  CountyArrivalStream,
  CountyOfficerGroup,
  CountyText,
  CountyVersion,
  Level,
} from '@aidflow/definition';
import {
  addDays,
  type Calendar,
  countyCalendar,
  type Delegation,
  nationalCalendar,
  type Programme,
} from '@aidflow/engine';
import type { Scenario } from '../scenario.ts';
import { Days } from './days.ts';
import { type Draw, drawOf, milliseconds } from './distribution.ts';
import { KNOWN_HOURS } from './roster.ts';
import { type Script, scriptOf } from './script.ts';

/** What is read beside a county file. */
export interface CountyParts {
  /** Compiled programmes by their name in the county file, with the county's parameters. */
  programmes: Readonly<Record<string, Programme>>;
  /** Scenarios by programme and file: `dibao scenarios/county-confirms.yaml`. */
  scenarios: ReadonlyMap<string, Scenario>;
}

export interface PlannedProgramme {
  programme: Programme;
  title: CountyText;
  work: Times;
  delays: Times;
}

/** Lengths by STEP.OUTCOME, step, or for all. */
export type Times = (step: string, outcome: string) => Draw;

export interface PlannedStream {
  id: string;
  programme: string;
  written: CountyArrivalStream;
  kinds: readonly Script[];
}

export interface PlannedGroup {
  id: string;
  written: CountyOfficerGroup;
  roles: readonly string[];
  divisions: readonly string[];
}

export interface PlannedConnector {
  after: Draw;
  fails: number;
  /** Instants. */
  outages: readonly (readonly [from: number, until: number])[];
  givesUp: number;
}

export interface Plan {
  version: CountyVersion;
  timezone: string;
  calendar: Calendar;
  days: Days;
  /** Indices of the first day that counts, and of the first after the last on which anything comes in. */
  counted: number;
  closed: number;
  programmes: Readonly<Record<string, PlannedProgramme>>;
  streams: readonly PlannedStream[];
  groups: readonly PlannedGroup[];
  /** Townships with the codes of their villages. */
  townships: readonly { code: string; weight: number; villages: readonly string[] }[];
  connectors: Readonly<Record<string, PlannedConnector>>;
  delegations: readonly Delegation[];
  /** Names of the county and its townships by code. */
  places: Readonly<Record<string, CountyText>>;
}

const DEFAULT_DRAIN = 120;

/** The calendar of a county: the national one with its own days. Throws `clock/invalid-date` and `clock/day-twice`. */
export function calendarOf({ value: { days } }: CountyVersion): Calendar {
  return countyCalendar(nationalCalendar(), { daysOff: days?.off ?? [], workingDays: days?.working ?? [] });
}

/** The plan of a county that has passed its check. */
export function planOf(version: CountyVersion, { programmes, scenarios }: CountyParts): Plan {
  const { value: county } = version;
  const timezone = Object.values(programmes)[0]?.timezone ?? 'Asia/Shanghai';
  const { from, until, 'warm-up': warmUp = 0, drain = DEFAULT_DRAIN } = county.span;
  const calendar = calendarOf(version);
  const days = new Days(from, addDays(until, drain), timezone, calendar);
  const townships = Object.entries(county.townships).map(([code, { villages, weight = villages }]) => ({
    code,
    weight,
    villages: villageCodes(code, villages),
  }));
  return {
    version,
    timezone,
    calendar,
    days,
    counted: warmUp,
    closed: days.dates.indexOf(until) < 0 ? days.dates.length : days.dates.indexOf(until),
    programmes: Object.fromEntries(
      Object.entries(county.programmes).map(([name, { title, work = {}, delays = {} }]) => {
        const programme = programmes[name] as Programme;
        const own = title ?? {
          zh: programme.title,
          en: programme.locales.en?.[programme.title] ?? programme.title,
        };
        return [name, { programme, title: own, work: timesOf(work, '30m'), delays: timesOf(delays, '3d') }];
      }),
    ),
    streams: Object.entries(county.arrivals).map(([id, written]) => ({
      id,
      programme: written.programme,
      written,
      kinds: written.cases.flatMap(({ like, ...kind }) => {
        const scenario = scenarios.get(`${written.programme} ${like}`);
        const programme = programmes[written.programme];
        return (
          (scenario &&
            programme &&
            scriptOf(
              programme,
              written.programme,
              scenario,
              kind,
              county.programmes[written.programme]?.data,
            )) ??
          []
        );
      }),
    })),
    groups: Object.entries(county.officers).map(([id, group]) => ({
      id,
      written: group,
      roles: rolesOf(group),
      divisions: divisionsOf(group, county.division, townships),
    })),
    townships,
    connectors: Object.fromEntries(
      Object.entries(county.connectors ?? {}).map(
        ([id, { after, fails = 0, outages = [], 'gives-up': gives = '1d' }]) => [
          id,
          {
            after: drawOf(after ?? { fixed: '0s' }),
            fails,
            outages: outages.map((one) => [days.at(one.from), days.at(one.until)] as const),
            givesUp: milliseconds(gives),
          },
        ],
      ),
    ),
    delegations: (county.delegations ?? []).flatMap(({ programme, to, until: ends, limit, ...grant }) =>
      (to === 'each-township' ? townships.map(({ code }) => code) : [to]).map((code) => ({
        ...grant,
        programme: programmes[programme]?.id ?? programme,
        from: county.division,
        to: code,
        ...(ends === undefined ? {} : { until: ends }),
        ...(limit === undefined ? {} : { limit }),
      })),
    ),
    places: {
      [county.division]: county.county,
      ...Object.fromEntries(Object.entries(county.townships).map(([code, { name }]) => [code, name])),
    },
  };
}

export const rolesOf = ({ role, roles }: CountyOfficerGroup): string[] =>
  roles ?? (role === undefined ? [] : [role]);

/** Codes of the villages of a township: the statistical codes of villages begin at 201. */
export function villageCodes(township: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${township}${201 + index}`);
}

/** The divisions in which a group works. */
export function divisionsOf(
  { at }: CountyOfficerGroup,
  county: string,
  townships: readonly { code: string; villages: readonly string[] }[],
): string[] {
  if (at === 'county') return [county];
  if (at === 'each-township') return townships.map(({ code }) => code);
  if (at === 'each-village') return townships.flatMap(({ villages }) => villages);
  return [at];
}

/** Working hours of a name; those of the county before those that are there already. */
export const hoursOf = ({ value }: CountyVersion, name: string) =>
  value.hours?.[name] ?? KNOWN_HOURS[name] ?? KNOWN_HOURS.office;

function timesOf(written: Readonly<Record<string, Parameters<typeof drawOf>[0]>>, usual: string): Times {
  const draws = new Map(Object.entries(written).map(([key, distribution]) => [key, drawOf(distribution)]));
  const other = draws.get('default') ?? drawOf({ fixed: usual });
  return (step, outcome) => draws.get(`${step}.${outcome}`) ?? draws.get(step) ?? other;
}

/** The level of a division by the length of its code. */
export const levelOfDigits = (digits: number): Level =>
  digits <= 6 ? 'county' : digits <= 9 ? 'township' : 'village';
