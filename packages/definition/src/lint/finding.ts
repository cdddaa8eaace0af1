/** What lint tells: a problem with its place, an example that was computed, and a repair where there is one. */
import type { Json } from '../feel.ts';
import { at, type Source } from '../parse/source.ts';
import type { ProblemText } from '../problems/entry.ts';
import { localize, type Problem, type ProblemCode, type ProblemLanguage, problem } from '../problems.ts';
import { pointerKeys } from '../schema-walk.ts';
import { valueAt } from './context.ts';
import type { Edit, Fix } from './fix/edit.ts';

export interface Finding {
  /** Code of the catalogue of problems. */
  code: string;
  severity: 'error' | 'warning';
  at: {
    /** Relative to the programme folder. */
    file: string;
    /** From 1. */
    line: number;
    /** JSON Pointer into the file; empty where it has none. */
    pointer: string;
  };
  /** What is wrong and what would be right. */
  message: Record<ProblemLanguage, ProblemText>;
  /** What the words are filled with. */
  params: Record<string, unknown>;
  example?: Example;
  /** Has been tried: the files can be read with it. Only for the first thirty; what is repaired makes room for more. */
  fix?: Fix;
}

export type Example = PathExample | InputExample;

/** A way through the procedure. */
export interface PathExample {
  kind: 'path';
  path: PathStep[];
}

export interface PathStep {
  /** Id of an expanded step. */
  step: string;
  /** The outcome or event that leads on; null where nothing happens: a step is skipped, a branch begins. */
  event: string | null;
  /** Id of the step that comes next. */
  to: string;
}

/** Values on which it shows. */
export interface InputExample {
  kind: 'inputs';
  inputs: Record<string, Json>;
  /** Other values that it depends on, such as parameters on a day. */
  given: Record<string, Json>;
}

type Extras = Pick<Finding, 'example' | 'fix'>;

/** A finding at a place of a file. */
export function finding(
  code: ProblemCode,
  source: Source,
  pointer: string,
  params: Record<string, unknown>,
  { example, fix }: { example?: Example | undefined; fix?: Fix | undefined } = {},
): Finding {
  const edits = fix?.edits.map((edit) => writtenEdit(edit, source));
  return findingOf(problem(code, params, at(source, pointer)), {
    ...(example ? { example } : {}),
    ...(fix && edits?.every((edit) => edit !== undefined) ? { fix: { ...fix, edits } } : {}),
  });
}

/** The edit where the part was written; undefined where it comes from a shorthand that is not the programme's own. */
function writtenEdit(edit: Edit, { file, place, value }: Source): Edit | undefined {
  if (!('pointer' in edit) || edit.file !== file || place === undefined) return edit;
  const pointer = place(edit.pointer);
  if (pointer === edit.pointer) return edit;
  const isThere = valueAt(value, pointer) !== undefined;
  return isThere && pointerKeys(pointer).at(-1) === pointerKeys(edit.pointer).at(-1)
    ? { ...edit, pointer }
    : undefined;
}

/** What reading the programme found. */
export function findingOf(found: Problem, extras: Extras = {}): Finding {
  const { code, severity = 'error', file = 'programme.yaml', line = 1, pointer = '', params = {} } = found;
  const words = ({ title, detail, hint = '' }: Problem): ProblemText => ({ title, detail, hint });
  return {
    code,
    severity,
    at: { file, line, pointer },
    message: { en: words(localize(found, 'en')), zh: words(localize(found, 'zh')) },
    params,
    ...extras,
  };
}
