/**
 * What invariants read of a case. One is judged again only where that has changed: they are asked after every command,
 * and most commands touch nothing that they read.
 */
import { type Invariant, referencesOf } from '@aidflow/definition';
import type { Programme } from './programme.ts';
import type { CaseFacts } from './types.ts';

type Part = (facts: CaseFacts) => unknown;

/** The invariants of a programme that `after` may have changed; all of them where there is nothing before. */
export function touchedInvariants(
  programme: Programme,
  invariants: readonly Invariant[],
  before: CaseFacts | undefined,
  after: CaseFacts,
): readonly Invariant[] {
  if (!before) return invariants;
  return invariants.filter((invariant) => {
    const parts = partsReadBy(programme, invariant);
    return parts === 'anything' || parts.some((part) => part(before) !== part(after));
  });
}

function partsReadBy(programme: Programme, invariant: Invariant): Part[] | 'anything' {
  let found = known.get(invariant);
  if (!found) {
    const parts = referencesOf(invariant.that)
      ?.filter(({ path: [name = ''], called }) => !called || IMPURE.includes(name))
      .map(({ path }) => partOf(programme, path));
    found = parts?.every((part) => part !== undefined) ? (parts as Part[]) : 'anything';
    known.set(invariant, found);
  }
  return found;
}

const known = new WeakMap<Invariant, Part[] | 'anything'>();

/** Functions whose answers do not rest on what they are given alone. */
const IMPURE = ['name', 'now', 'today'];

/** The part of a case that a path reads: the same value as long as nobody has changed it. */
function partOf({ forms }: Programme, [name = '', entry = '']: string[]): Part | undefined {
  if (Object.hasOwn(forms, name)) return ({ data }) => data[name];
  if (name === 'case') return Object.hasOwn(ofTheCase, entry) ? ofTheCase[entry] : undefined;
  if (name === 'signers' && entry !== '') return ({ steps }) => steps[entry]?.actors;
  return Object.hasOwn(ofAll, name) ? ofAll[name] : undefined;
}

const fixed: Part = () => true;

const ofTheCase: Record<string, Part> = {
  id: fixed,
  number: fixed,
  opened: fixed,
  applied: fixed,
  division: ({ division }) => division,
  township: ({ division }) => division,
  county: ({ division }) => division,
  registered: ({ registers }) => registers,
  complaints: ({ complaints }) => complaints,
  changes: ({ changes }) => changes,
  rounds: ({ steps }) => steps,
  outcomes: ({ steps }) => steps,
  delegated: ({ decided }) => decided,
  outcome: ({ decided }) => decided,
  decided: ({ decided }) => decided,
  award: ({ award }) => award,
};

const ofAll: Record<string, Part> = {
  signers: ({ steps }) => steps,
  passed: ({ steps }) => steps,
  decider: ({ decided }) => decided,
  letters: ({ letters }) => letters,
  notices: ({ notices }) => notices,
  checks: ({ checks }) => checks,
  answers: ({ answers }) => answers,
};
