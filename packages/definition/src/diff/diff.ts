/** What differs between two versions of a programme. */
import type { Programme } from '../types.ts';
import { Changes } from './changes.ts';
import { compareClocks } from './clocks.ts';
import { type Difference, severities } from './difference.ts';
import { compareForms } from './forms.ts';
import { guessedRenames } from './match.ts';
import { compareOperations, compareSchedules } from './operations.ts';
import { compareParameters } from './parameters.ts';
import {
  compareBases,
  compareConnectors,
  compareLetters,
  compareProgramme,
  compareRoles,
  compareTranslations,
} from './programme.ts';
import { compareRecords } from './records.ts';
import { compareRules } from './rules.ts';
import { compareSteps } from './steps.ts';

/**
 * Every difference between two versions, the most serious first, in words in Chinese and English.
 *
 * Procedures are compared as they run, shorthands written out; where both versions write the same shorthand, the
 * difference is told once, as one of the shorthand. Steps are the same by their ids; a step under another id is guessed
 * by its likeness, and the difference says so. Rules are asked: a difference in a table comes with inputs on which the
 * two versions answer differently, or says that none was found. The version number is no difference.
 */
export function diff(before: Programme, after: Programme): Difference[] {
  const changes = new Changes(before, after, guessedRenames(before.definition, after.definition));
  compareProgramme(changes);
  compareRoles(changes);
  compareSteps(changes);
  compareClocks(changes);
  compareParameters(changes);
  compareRules(changes);
  compareForms(changes);
  compareOperations(changes);
  compareRecords(changes);
  compareSchedules(changes);
  compareConnectors(changes);
  compareLetters(changes);
  compareBases(changes);
  compareTranslations(changes);
  const rank = ({ severity }: Difference) => severities.indexOf(severity);
  return changes.list.sort((one, other) => rank(one) - rank(other));
}
