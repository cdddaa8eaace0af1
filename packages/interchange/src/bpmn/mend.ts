/** Takes from a draft the expressions that read what is not there: a check that is a task now, a form that has no file. */
import { type Files, type Problem, type ProgrammeSource, parse, type SourceStep } from '@aidflow/definition';
import { stringify } from 'yaml';

type Part = Record<string, unknown>;

/**
 * What stands for an expression that is needed. Whether a step is entered is open now; where it leads when it is not stays
 * known.
 */
const PLAIN: Part = { when: 'true', days: 1, items: '[]', until: 'today' };

export interface Mended {
  files: Files;
  /** What is still wrong or may be. */
  problems: Problem[];
}

/** More rounds bring nothing: each takes every expression away that was found wrong. */
const ROUNDS = 5;

/** @param tell is called for each expression that was taken away */
export function mended(
  programme: ProgrammeSource,
  tell: (step: SourceStep, expression: string) => void,
): Mended {
  for (let round = 0; ; round += 1) {
    const files: Files = {
      'programme.yaml': stringify(programme, { lineWidth: 110, aliasDuplicateObjects: false }),
    };
    const checked = parse(files);
    if (checked.ok) return { files, problems: checked.warnings };
    const wrong = checked.problems.filter(({ severity }) => severity !== 'warning');
    const taken = wrong.filter(({ pointer = '' }) => takeAway(programme, pointer, tell));
    if (taken.length === 0 || round === ROUNDS) return { files, problems: checked.problems };
  }
}

function takeAway(
  programme: ProgrammeSource,
  pointer: string,
  tell: (step: SourceStep, expression: string) => void,
): boolean {
  const keys = pointer.split('/').slice(1);
  const key = keys.pop();
  let part: Part | undefined = programme as unknown as Part;
  let step: SourceStep | undefined;
  for (const name of keys) {
    part = part?.[name] as Part | undefined;
    if (part !== undefined && 'kind' in part && 'id' in part) step = part as unknown as SourceStep;
  }
  const expression = key === undefined ? undefined : part?.[key];
  if (part === undefined || step === undefined || typeof expression !== 'string') return false;
  if (key === 'guard') for (const name of ['guard', 'refused']) delete part[name];
  else if (key !== undefined && Object.hasOwn(PLAIN, key)) part[key] = PLAIN[key];
  else return false;
  tell(step, expression);
  return true;
}
