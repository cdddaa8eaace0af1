/**
 * The one catalogue of problems of the whole project: what can go wrong, in words that say what would be right.
 * A code reads `area/name` and never changes its meaning; hosts may rely on it.
 */
import { authority } from './problems/authority.ts';
import { cases } from './problems/case.ts';
import { cli } from './problems/cli.ts';
import { county } from './problems/county.ts';
import { definitionForm } from './problems/definition-form.ts';
import { definitionMeaning } from './problems/definition-meaning.ts';
import { definitionProcedure } from './problems/definition-procedure.ts';
import { definitionShorthand } from './problems/definition-shorthand.ts';
import { door } from './problems/door.ts';
import { dossier } from './problems/dossier.ts';
import type { ProblemEntry, ProblemText } from './problems/entry.ts';
import { form } from './problems/form.ts';
import { interchange } from './problems/interchange.ts';
import { kinds } from './problems/kind.ts';
import { lint } from './problems/lint.ts';
import { migrate } from './problems/migrate.ts';
import { money } from './problems/money.ts';
import { operations } from './problems/operation.ts';
import { records } from './problems/record.ts';
import { scenario } from './problems/scenario.ts';
import { service } from './problems/service.ts';
import { isTerm, terms } from './problems/terms.ts';
import { time } from './problems/time.ts';

/** Every problem, in the order in which the documentation lists them. */
export const problems = {
  ...authority,
  ...cases,
  ...operations,
  ...kinds,
  ...migrate,
  ...records,
  ...time,
  ...money,
  ...form,
  ...service,
  ...door,
  ...dossier,
  ...definitionForm,
  ...definitionMeaning,
  ...definitionProcedure,
  ...definitionShorthand,
  ...lint,
  ...scenario,
  ...county,
  ...interchange,
  ...cli,
} satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problems;

/** Languages in which every problem has words. */
export type ProblemLanguage = 'en' | 'zh';

/** RFC 9457 problem. `title`, `detail` and `hint` are English; `localize` gives them in another language. */
export interface Problem {
  code: string;
  status: number;
  title: string;
  detail: string;
  /** JSON Pointer into the data or file the problem is about. */
  pointer?: string;
  /** Path relative to the programme folder. */
  file?: string;
  /** Line in `file`, from 1. */
  line?: number;
  hint?: string;
  /** A warning stops nothing. Absent: an error. */
  severity?: 'warning';
  /** What the words were filled with; `variant` chooses among the words of a code. */
  params?: Record<string, unknown>;
}

/** Where a problem is. */
export interface Place {
  pointer?: string | undefined;
  file?: string | undefined;
  line?: number | undefined;
}

/** An error that carries the problem that says why something cannot go on. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail} ${problem.hint ?? ''}`.trimEnd());
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/**
 * Makes a problem of the catalogue.
 *
 * @param params what `{name}` in its words stands for; lists are joined by commas, `variant` chooses the words
 */
export function problem(code: ProblemCode, params: Record<string, unknown> = {}, at: Place = {}): Problem {
  const entry: ProblemEntry = problems[code];
  return {
    code,
    status: entry.status,
    ...words(entry, 'en', params),
    ...(at.pointer === undefined ? {} : { pointer: at.pointer }),
    ...(at.file === undefined ? {} : { file: at.file }),
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(entry.severity === undefined ? {} : { severity: entry.severity }),
    ...(Object.keys(params).length === 0 ? {} : { params }),
  };
}

/**
 * The same problem in the words of another language. Codes that the catalogue lacks and languages other than
 * English and Chinese keep the English words.
 *
 * @param texts translations of texts of the definition (field and step titles) that the parameters carry
 */
export function localize(found: Problem, language: string, texts: Record<string, string> = {}): Problem {
  const entry: ProblemEntry | undefined = Object.hasOwn(problems, found.code)
    ? problems[found.code as ProblemCode]
    : undefined;
  if (entry === undefined) return found;
  const spoken: ProblemLanguage = language.startsWith('zh') ? 'zh' : 'en';
  return { ...found, ...words(entry, spoken, found.params ?? {}, texts) };
}

/** The words of the catalogue, each taken apart once. */
const templates = new Map<string, readonly string[]>();

function partsOf(template: string): readonly string[] {
  let parts = templates.get(template);
  if (!parts) {
    parts = template.split(/\{([a-z][A-Za-z0-9]*)\}/);
    templates.set(template, parts);
  }
  return parts;
}

function words(
  entry: ProblemEntry,
  language: ProblemLanguage,
  params: Record<string, unknown>,
  texts: Record<string, string> = {},
): ProblemText {
  const variant =
    typeof params.variant === 'string' ? entry.variants?.[params.variant]?.[language] : undefined;
  const { title, detail, hint } = { ...entry[language], ...variant };
  const fill = (template: string) => {
    const parts = partsOf(template);
    // Every second part is the name of a parameter.
    let text = parts[0] as string;
    for (let index = 1; index < parts.length; index += 2) {
      const name = parts[index] as string;
      text += Object.hasOwn(params, name) ? written(params[name], language, texts) : `{${name}}`;
      text += parts[index + 1];
    }
    return text;
  };
  return { title: fill(title), detail: fill(detail), hint: fill(hint) };
}

function written(value: unknown, language: ProblemLanguage, texts: Record<string, string>): string {
  if (Array.isArray(value)) {
    return value.map((part) => written(part, language, texts)).join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'string') return Object.hasOwn(texts, value) ? (texts[value] ?? value) : value;
  if (isTerm(value)) return terms[value.term][language];
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}
