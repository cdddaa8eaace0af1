/**
 * Whether an expression may answer otherwise than it did: only where what it reads of a case has changed. Facts share what
 * an event leaves alone, so that looking costs next to nothing; most commands touch little of what is asked again and again.
 */
import { referencesOf } from '@aidflow/definition';
import { localDate } from './days.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts } from './types.ts';

/** A case at an instant. */
export interface Seen {
  facts: CaseFacts;
  now: string;
}

export type MayDiffer = (before: Seen, after: Seen) => boolean;

type Part = (seen: Seen) => unknown;

/**
 * Says of two looks at one case, or at two that come from one, whether the expression may answer otherwise at the second.
 * It says so, too, where it cannot know: of names that are not the case's, and of what cannot be read.
 */
export function mayDiffer(programme: Programme, expression: string): MayDiffer {
  const byExpression = known.get(programme) ?? new Map<string, MayDiffer>();
  known.set(programme, byExpression);
  let found = byExpression.get(expression);
  if (!found) {
    found = compared(programme, expression);
    byExpression.set(expression, found);
  }
  return found;
}

const known = new WeakMap<Programme, Map<string, MayDiffer>>();

/** Functions whose answers do not rest on what they are given alone. */
const IMPURE = ['name', 'now', 'today'];

function compared(programme: Programme, expression: string): MayDiffer {
  const parts = new Set<Part>();
  const references = referencesOf(expression);
  if (!references) return () => true;
  for (const { path, called } of references) {
    const [name = ''] = path;
    if (called && !IMPURE.includes(name)) continue;
    const part = called ? undefined : partOf(programme, path);
    if (!part) return () => true;
    parts.add(part);
  }
  const all = [...parts];
  return (before, after) => all.some((part) => part(before) !== part(after));
}

/** The part of a case that a path reads: the same value as long as nobody has changed it. */
function partOf({ forms, timezone }: Programme, [name = '', entry = '']: string[]): Part | undefined {
  if (Object.hasOwn(forms, name)) return ({ facts }) => facts.data[name];
  if (name === 'today' || name === 'parameters') return ({ now }) => localDate(now, timezone);
  if (name === 'case') return Object.hasOwn(ofTheCase, entry) ? ofTheCase[entry] : undefined;
  if (name === 'signers' && entry !== '') return ({ facts }) => facts.steps[entry]?.actors;
  return Object.hasOwn(ofAll, name) ? ofAll[name] : undefined;
}

const fixed: Part = () => true;
const division: Part = ({ facts }) => facts.division;
const steps: Part = ({ facts }) => facts.steps;
const decided: Part = ({ facts }) => facts.decided;

const ofTheCase: Record<string, Part> = {
  id: fixed,
  number: fixed,
  opened: fixed,
  applied: fixed,
  division,
  township: division,
  county: division,
  registered: ({ facts }) => facts.registers,
  complaints: ({ facts }) => facts.complaints,
  changes: ({ facts }) => facts.changes,
  rounds: steps,
  outcomes: steps,
  delegated: decided,
  outcome: decided,
  decided,
  award: ({ facts }) => facts.award,
};

const ofAll: Record<string, Part> = {
  signers: steps,
  passed: steps,
  decider: decided,
  letters: ({ facts }) => facts.letters,
  notices: ({ facts }) => facts.notices,
  checks: ({ facts }) => facts.checks,
  answers: ({ facts }) => facts.answers,
  item: ({ facts }) => facts.item,
  parent: ({ facts }) => facts.parent,
  items: ({ facts }) => facts.items,
  selected: ({ facts }) => facts.selected,
  tallies: ({ facts }) => facts.tallies,
};
