/** Roles at levels at which nobody holds them, and separations that separate nobody. */
import { type Level, levels } from '../../divisions.ts';
import { reachable, reversed, waysFrom } from '../../graph.ts';
import type { Role, TaskStep } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import type { Fix } from '../fix/edit.ts';
import { pathTo } from '../procedures.ts';

export function checkRoles(context: Context): Finding[] {
  return [
    ...context.steps.flatMap((step) => {
      if (step.kind === 'vote') return levelOf(context, step);
      if (step.kind !== 'task') return [];
      return [
        ...levelOf(context, step),
        ...delegation(context, step),
        ...separation(context, step),
        ...signatures(context, step),
      ];
    }),
    ...schedules(context),
  ];
}

const roleOf = ({ programme: { roles = {} } }: Context, id: string): Role | undefined =>
  Object.hasOwn(roles, id) ? roles[id] : undefined;

function levelOf(context: Context, step: { id: string; role: string; level?: Level }): Finding[] {
  const role = roleOf(context, step.role);
  if (role === undefined || step.level === undefined || step.level === role.level) return [];
  const { source } = context.reading;
  const pointer = context.place(step.id, '/level');
  const params = { step: step.id, role: step.role, level: step.level, roleLevel: role.level };
  const fix: Fix = {
    title: { en: `Set the level to ${role.level}`, zh: `将级别改为 ${role.level}` },
    edits: [{ file: source.file, pointer, value: role.level }],
  };
  const example = pathTo(context.procedureOf(step.id), step.id);
  return [finding('lint/role-level', source, pointer, params, { example, fix })];
}

const isBelow = (lower: Level, upper: Level): boolean => levels.indexOf(lower) > levels.indexOf(upper);

function delegation(context: Context, step: TaskStep): Finding[] {
  const { delegable, level: stepLevel } = step;
  if (delegable === undefined) return [];
  const { source } = context.reading;
  const pointer = context.place(step.id, '/delegable/level');
  const { role, level } = delegable;
  const roleLevel = roleOf(context, role)?.level;
  const example = pathTo(context.procedureOf(step.id), step.id);
  const below = roleLevel !== undefined && (stepLevel === undefined || isBelow(roleLevel, stepLevel));
  const toRole: Fix | undefined =
    below && roleLevel !== level
      ? {
          title: { en: `Delegate to level ${roleLevel}`, zh: `委托给 ${roleLevel} 级` },
          edits: [{ file: source.file, pointer, value: roleLevel }],
        }
      : undefined;
  if (stepLevel !== undefined && !isBelow(level, stepLevel)) {
    const params = { step: step.id, level, stepLevel };
    return [finding('lint/delegable-level', source, pointer, params, { example, fix: toRole })];
  }
  if (roleLevel === undefined || roleLevel === level) return [];
  const params = { step: step.id, role, level, roleLevel };
  return [finding('lint/delegable-role', source, pointer, params, { example, fix: toRole })];
}

function separation(context: Context, step: TaskStep): Finding[] {
  const { source } = context.reading;
  const { open } = context.procedureOf(step.id);
  const before = reachable([step.id], reversed(waysFrom(open)));
  return (step['separate-from'] ?? []).flatMap((other, index) => {
    const variant = uselessBecause(context, step.id, other, before);
    if (variant === undefined) return [];
    const pointer = context.place(step.id, `/separate-from/${index}`);
    const fix: Fix = {
      title: { en: `Remove "${other}" from "separate-from"`, zh: `从“separate-from”中删除“${other}”` },
      edits: [{ file: source.file, pointer, remove: true }],
    };
    const params = { step: step.id, other, ...(variant === 'later' ? {} : { variant }) };
    const example = pathTo(context.procedureOf(step.id), step.id);
    return [finding('lint/separate-from', source, pointer, params, { example, fix })];
  });
}

/** Where people act: their steps can be named by others that keep duties apart. */
const acted = new Set(['task', 'vote', 'wait', 'each']);

function uselessBecause(
  { steps, procedureOf }: Context,
  step: string,
  other: string,
  before: ReadonlySet<string>,
): 'self' | 'nobody' | 'later' | undefined {
  if (step === other) return 'self';
  const found = steps.find(({ id }) => id === other);
  if (found !== undefined && !acted.has(found.kind)) return 'nobody';
  // Side by side each may come first.
  const procedure = procedureOf(step);
  const beside = procedure.steps.get(step)?.parallel;
  if (beside !== undefined && procedure.steps.get(other)?.parallel === beside) return undefined;
  return before.has(other) || procedureOf(other) !== procedure ? undefined : 'later';
}

function signatures(context: Context, step: TaskStep): Finding[] {
  const { by = 1, role } = step;
  if (by <= 1 || role !== 'applicant') return [];
  const { source } = context.reading;
  const pointer = context.place(step.id, '/by');
  const fix: Fix = {
    title: { en: 'Ask for one signature', zh: '改为一人签字' },
    edits: [{ file: source.file, pointer, remove: true }],
  };
  const example = pathTo(context.procedureOf(step.id), step.id);
  return [finding('lint/by-applicant', source, pointer, { step: step.id, by }, { example, fix })];
}

function schedules(context: Context): Finding[] {
  const { programme, definition, steps, reading } = context;
  return (programme.schedules ?? []).flatMap(({ id, start }, index) => {
    const first = start ?? definition.start;
    const step = steps.find((one) => one.id === first);
    if (step?.kind !== 'task' || step.role !== 'applicant') return [];
    const params = { schedule: id, step: first };
    return [finding('lint/schedule-applicant', reading.source, `/schedules/${index}`, params)];
  });
}
