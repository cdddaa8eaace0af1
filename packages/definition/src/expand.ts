/** What shorthands stand for. */
import { defaultText } from './default-texts.ts';
import type {
  Branch,
  Definition,
  Effect,
  ExpandedStep,
  NoticeStep,
  OversightSampleStep,
  ProgrammeSource,
  SourceStep,
  SupplementStep,
} from './types.ts';

/** The definition with every shorthand written out, targets leading to the first step of each. Pure. */
export function expand(source: ProgrammeSource): Definition {
  const { steps, $schema: _, ...rest } = source;
  const entries = entrySteps(steps);
  const expanded = steps.flatMap((step) => expandStep(step, source));
  const start = entries.get(source.start) ?? source.start;
  return { ...rest, start, steps: expanded.map((step) => levelled(retarget(step, entries), source)) };
}

/** The steps that one step stands for: itself, unless it is a shorthand. Targets are left as they are. */
export function expandStep(step: SourceStep, source: ProgrammeSource): ExpandedStep[] {
  switch (step.kind) {
    case 'notice':
      return expandNotice(step, source);
    case 'supplement':
      return expandSupplement(step, source);
    case 'oversight-sample':
      return expandOversight(step, source);
    case 'parallel':
      return [{ ...step, branches: inBranches(step.branches, (inner) => expandStep(inner, source)) }];
    case 'each':
      return [{ ...step, steps: step.steps.flatMap((inner) => expandStep(inner, source)) }];
    case 'use':
      return [];
    default:
      return [step];
  }
}

function inBranches<T extends SourceStep | ExpandedStep>(
  branches: Record<string, { title: string; steps: T[] }>,
  change: (step: T) => ExpandedStep[],
): Record<string, Branch> {
  const changed = Object.entries(branches).map(([id, branch]) => [
    id,
    { ...branch, steps: branch.steps.flatMap(change) },
  ]);
  return Object.fromEntries(changed);
}

/** A task without a level is done at the level of its role. */
function levelled(step: ExpandedStep, source: ProgrammeSource): ExpandedStep {
  if (step.kind === 'parallel') {
    return { ...step, branches: inBranches(step.branches, (inner) => [levelled(inner, source)]) };
  }
  if (step.kind === 'each') return { ...step, steps: step.steps.map((inner) => levelled(inner, source)) };
  if (step.kind !== 'task' && step.kind !== 'vote') return step;
  const level = step.level ?? source.roles?.[step.role]?.level;
  return level === undefined ? step : { ...step, level };
}

/** What a step carries that belongs to its first expanded step: skipping and counting happen on entering. */
function entering(step: NoticeStep | SupplementStep | OversightSampleStep, skipTo: string) {
  const { when, otherwise = skipTo, rounds } = step;
  return {
    ...(when === undefined ? {} : { when, otherwise }),
    ...(rounds === undefined ? {} : { rounds }),
  };
}

const withBasis = ({ basis }: { basis?: string }) => (basis === undefined ? {} : { basis });

function expandNotice(step: NoticeStep, source: ProgrammeSource): ExpandedStep[] {
  const { id, title, items, verify, next } = step;
  const basis = withBasis(step);
  const { title: verifyTitle = title, ...task } = verify;
  const objection = source.forms && 'objection' in source.forms ? { form: 'objection' } : {};
  return [
    {
      id: `${id}-publish`,
      title,
      kind: 'effect',
      ...entering(step, next),
      ...basis,
      effects: [{ publish: { items, for: step.for } }],
      next: id,
    },
    {
      id,
      title,
      kind: 'wait',
      ...basis,
      for: step.for,
      events: {
        object: {
          title: defaultText('object', source.language),
          to: `${id}-verify`,
          role: 'anyone',
          // Without a form the objection is what is written as reasons.
          ...(objection.form ? objection : { reasons: 'required' as const }),
        },
      },
      next,
    },
    { id: `${id}-verify`, title: verifyTitle, kind: 'task', ...basis, ...task },
  ];
}

function expandSupplement(step: SupplementStep, source: ProgrammeSource): ExpandedStep[] {
  const { id, title, form, letter, within, lapsed } = step;
  const basis = withBasis(step);
  const entry = entering(step, step['back-to']);
  const task: ExpandedStep = {
    id,
    title,
    kind: 'task',
    ...(letter === undefined ? entry : {}),
    ...basis,
    role: 'applicant',
    form,
    within: { ...within, 'on-overdue': lapsed },
    outcomes: { supply: { title: defaultText('supply', source.language), to: step['back-to'] } },
  };
  if (letter === undefined) return [task];
  const effects: Effect[] = [{ letter }];
  return [{ id: `${id}-notice`, title, kind: 'effect', ...entry, ...basis, effects, next: id }, task];
}

function expandOversight(step: OversightSampleStep, source: ProgrammeSource): ExpandedStep[] {
  const { id, title, share, always, level, role, form, next } = step;
  const basis = withBasis(step);
  return [
    {
      id,
      title,
      kind: 'draw',
      ...entering(step, next),
      ...basis,
      share,
      ...(always === undefined ? {} : { always }),
      chosen: `${id}-review`,
      rest: next,
    },
    {
      id: `${id}-review`,
      title,
      kind: 'task',
      ...basis,
      ...(level === undefined ? {} : { level }),
      role,
      ...(form === undefined ? {} : { form }),
      outcomes: {
        uphold: { title: defaultText('uphold', source.language), to: next },
        correct: {
          title: defaultText('correct', source.language),
          to: `${id}-correct`,
          reasons: 'required',
          reopens: true,
        },
      },
    },
    {
      id: `${id}-correct`,
      title,
      kind: 'effect',
      ...basis,
      effects: [{ 'end-award': true }],
      next: step['correct-to'],
    },
  ];
}

/** The first expanded step of each shorthand that does not begin with its own id. */
function entrySteps(steps: readonly SourceStep[]): Map<string, string> {
  const entries = new Map<string, string>();
  for (const step of steps) {
    if (step.kind === 'notice') entries.set(step.id, `${step.id}-publish`);
    if (step.kind === 'supplement' && step.letter !== undefined) entries.set(step.id, `${step.id}-notice`);
    const inner =
      step.kind === 'parallel'
        ? Object.values(step.branches).flatMap((branch) => branch.steps)
        : step.kind === 'each'
          ? step.steps
          : [];
    for (const [id, entry] of entrySteps(inner)) entries.set(id, entry);
  }
  return entries;
}

/** The step with its targets rewritten, save those by which a shorthand leads into its own middle. */
function retarget(step: ExpandedStep, entries: ReadonlyMap<string, string>): ExpandedStep {
  const own = [...entries].find(([, entry]) => entry === step.id)?.[0];
  const to = (target: string): string => (target === own ? target : (entries.get(target) ?? target));
  const skip = step.kind !== 'end' && step.otherwise !== undefined ? { otherwise: to(step.otherwise) } : {};
  const at = <T extends { to: string }>(ways: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(ways).map(([id, way]) => [id, { ...way, to: to(way.to) }]));
  switch (step.kind) {
    case 'task': {
      const overdue = step.within?.['on-overdue'];
      const within =
        step.within && overdue !== undefined ? { within: { ...step.within, 'on-overdue': to(overdue) } } : {};
      return { ...step, ...skip, ...within, outcomes: at(step.outcomes) };
    }
    case 'check':
      return { ...step, ...skip, pass: to(step.pass), fail: to(step.fail), unknown: to(step.unknown) };
    case 'wait':
      return { ...step, ...skip, ...(step.events ? { events: at(step.events) } : {}), next: to(step.next) };
    case 'draw':
      return { ...step, ...skip, chosen: to(step.chosen), rest: to(step.rest) };
    case 'effect':
      return { ...step, ...skip, next: to(step.next) };
    case 'parallel': {
      const branches = inBranches(step.branches, (inner) => [retarget(inner, entries)]);
      const veto = step['on-veto'] === undefined ? {} : { 'on-veto': to(step['on-veto']) };
      return { ...step, ...skip, branches, next: to(step.next), ...veto };
    }
    case 'each': {
      const overdue = step.within?.['on-overdue'];
      const within =
        step.within && overdue !== undefined ? { within: { ...step.within, 'on-overdue': to(overdue) } } : {};
      const steps = step.steps.map((inner) => retarget(inner, entries));
      return { ...step, ...skip, ...within, steps, next: to(step.next) };
    }
    case 'select': {
      const empty = step.empty === undefined ? {} : { empty: to(step.empty) };
      return { ...step, ...skip, ...empty, next: to(step.next) };
    }
    case 'vote': {
      const quorum = step['no-quorum'] === undefined ? {} : { 'no-quorum': to(step['no-quorum']) };
      return { ...step, ...skip, passed: to(step.passed), failed: to(step.failed), ...quorum };
    }
    case 'end':
      return step;
  }
}
