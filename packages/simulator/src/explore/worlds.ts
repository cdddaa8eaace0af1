/** The worlds in which a programme is explored: who there is, what is delegated, and on which day it begins. */
import { divisionAt, divisionLevel, type Level, levels } from '@aidflow/definition';
import {
  type Actor,
  addDays,
  type Calendar,
  type Delegation,
  type Grant,
  type Programme,
} from '@aidflow/engine';

export interface ExploredWorld {
  id: 'plain' | 'delegated' | 'ending' | 'many-roles' | 'before-change';
  /** Instant at which it begins, in milliseconds since 1970. */
  now: number;
  actors: readonly Actor[];
  delegations: readonly Delegation[];
  /** Instants at which something outside the case changes. */
  turns: readonly number[];
}

/** Divisions of an invented county. */
export const VILLAGE = '620821100201';
const BEGIN = '2026-03-02';
const OFFICE_HOURS = 'T09:00:00+08:00';

const at = (date: string): number => Date.parse(`${date}${OFFICE_HOURS}`);

/** Every world that a programme can tell apart. */
export function worldsOf(programme: Programme, calendar: Calendar): ExploredWorld[] {
  const actors = [...people(), ...officersOf(programme)];
  const plain: ExploredWorld = { id: 'plain', now: at(BEGIN), actors, delegations: [], turns: [] };
  const given = delegationsOf(programme);
  const delegated: ExploredWorld = { ...plain, id: 'delegated', delegations: given };
  const until = addDays(BEGIN, 7);
  const ending: ExploredWorld = {
    ...plain,
    id: 'ending',
    delegations: given.map((one) => ({ ...one, until })),
    turns: [at(until)],
  };
  const many: ExploredWorld = {
    ...delegated,
    id: 'many-roles',
    actors: [...people(), ...generalistsOf(programme)],
  };
  const change = lastChange(programme, calendar);
  const before: ExploredWorld[] =
    change === undefined
      ? []
      : [{ ...plain, id: 'before-change', now: at(addDays(change, -12)), turns: [at(change)] }];
  return [plain, ...(given.length > 0 ? [delegated, ending] : []), many, ...before];
}

function people(): Actor[] {
  const grants = [{ role: 'proxy', division: VILLAGE }];
  return [
    { id: 'applicant', kind: 'applicant', name: 'applicant', grants: [] },
    { id: 'proxy', kind: 'proxy', name: 'proxy', grants },
    { id: 'public', kind: 'applicant', name: 'public', grants: [] },
  ];
}

interface Office extends Grant {
  level: Level;
}

/** Where each role sits: its own level and every level at which a step names it. */
function officesOf({ definition, steps, procedures }: Programme): Office[] {
  const found = new Map<string, Office>();
  const add = (role: string, level: Level) => {
    if (role === 'applicant' || role === 'anyone' || role === 'case') return;
    const office = { role, level, division: divisionAt(VILLAGE, level) };
    found.set(`${role} ${level}`, office);
  };
  for (const [role, { level }] of Object.entries(definition.roles ?? {})) add(role, level);
  for (const procedure of [{ steps }, ...procedures.values()]) {
    for (const step of procedure.steps.values()) {
      if (!('role' in step) || step.role === undefined) continue;
      const level = ('level' in step ? step.level : undefined) ?? definition.roles?.[step.role]?.level;
      if (level !== undefined) add(step.role, level);
      if (step.kind === 'task' && step.delegable) add(step.delegable.role, step.delegable.level);
    }
  }
  return [...found.values()];
}

/** As many of each as have to sign together, and one more for when one of them is barred. */
function officersOf(programme: Programme): Actor[] {
  const signers = (role: string): number =>
    Math.max(
      1,
      ...[...programme.steps.values()].map((step) =>
        step.kind === 'task' && step.role === role && typeof step.by === 'number' ? step.by : 1,
      ),
    );
  return officesOf(programme).flatMap(({ role, division, level }) =>
    Array.from({ length: signers(role) + 1 }, (_, index): Actor => {
      const id = `${role}-${level}-${index + 1}`;
      return { id, kind: 'officer', name: id, grants: [{ role, division }] };
    }),
  );
}

/** Small places: three officers at each level hold every role of it. */
function generalistsOf(programme: Programme): Actor[] {
  const offices = officesOf(programme);
  return levels.flatMap((level) => {
    const grants = offices
      .filter((one) => one.level === level)
      .map(({ role, division }) => ({ role, division }));
    if (grants.length === 0) return [];
    return [1, 2, 3].map((index): Actor => {
      const id = `all-${level}-${index}`;
      return { id, kind: 'officer', name: id, grants };
    });
  });
}

function delegationsOf(programme: Programme): Delegation[] {
  return [...programme.steps.values()].flatMap((step): Delegation[] => {
    if (step.kind !== 'task' || !step.delegable) return [];
    const level = step.level ?? programme.definition.roles?.[step.role]?.level ?? 'county';
    return [
      {
        programme: programme.id,
        action: step.id,
        from: divisionAt(VILLAGE, level),
        to: divisionAt(VILLAGE, step.delegable.level),
        effective: addDays(BEGIN, -365),
        document: '示例〔2025〕1号',
      },
    ];
  });
}

/** The last day on which a parameter changed, as far as the calendar knows the days around it. */
function lastChange({ definition }: Programme, calendar: Calendar): string | undefined {
  const dates = Object.values(definition.parameters ?? {}).flatMap(({ values }) =>
    values.slice(1).flatMap((one) => one['valid-from'] ?? []),
  );
  const known = (date: string): boolean => {
    try {
      calendar.isWorkingDay(date);
      return true;
    } catch {
      return false;
    }
  };
  return dates
    .filter((date) => known(addDays(date, -20)) && known(addDays(date, 120)) && date < '2026-06-01')
    .sort()
    .at(-1);
}

/** What an actor's power is: role and level of each grant. Two actors with the same power are of one kind. */
export function powerOf({ kind, grants, id }: Actor): string {
  if (kind !== 'officer') return id;
  return grants.map(({ role, division }) => `${role}@${divisionLevel(division)}`).join('+');
}
