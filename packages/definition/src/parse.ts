/** Reading and checking a programme folder. */
import { defaultTranslations } from './default-texts.ts';
import { expand } from './expand.ts';
import { checkExpressions } from './parse/check-expressions.ts';
import { checkFlow } from './parse/check-flow.ts';
import { checkForms } from './parse/check-forms.ts';
import { checkLetters } from './parse/check-letters.ts';
import { checkReferences } from './parse/check-references.ts';
import { checkTexts } from './parse/check-texts.ts';
import { Names } from './parse/names.ts';
import { readProgramme } from './parse/read.ts';
import type { Files, Reading } from './parse/reading.ts';
import type { Report } from './parse/report.ts';
import type { Problem } from './problems.ts';
import type { Programme } from './types.ts';

export type { Files } from './parse/reading.ts';

export type ParseResult =
  | { ok: true; programme: Programme; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Reads and checks a programme: `programme.yaml`, `rules.yaml` and all that they name.
 * Every problem carries file, line and pointer, and a hint that says what would be right. Never throws.
 *
 * @param files texts of files by path relative to the programme folder
 */
export function parse(files: Files): ParseResult {
  const { reading, problems } = checked(files);
  if (reading === undefined || !isSound(problems)) return { ok: false, problems };
  return { ok: true, programme: programmeOf(reading), warnings: problems };
}

/** What could be read, and everything that was found. */
export function checked(files: Files): { reading: Reading | undefined; problems: Problem[] } {
  const reading = readProgramme(files);
  if (Array.isArray(reading)) return { reading: undefined, problems: reading };
  const found = [...reading.problems, ...checks(reading).flatMap((report) => report.problems)];
  return { reading, problems: distinct(found) };
}

/** Whether nothing but warnings was found. */
export const isSound = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning');

/** What is wrong in a shorthand is found again wherever it is used. */
function distinct(problems: readonly Problem[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const one of problems) {
    const { code, file, pointer, line, detail } = one;
    const key = JSON.stringify([code, file, pointer, line, detail]);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

function checks(reading: Reading): Report[] {
  const names = new Names(reading);
  return [
    checkFlow(reading),
    ...checkReferences(reading),
    ...checkExpressions(reading, names),
    ...checkForms(reading),
    ...checkLetters(reading, names),
    ...checkTexts(reading),
  ];
}

function programmeOf({ programme, forms, rules, letters, locales }: Reading): Programme {
  return {
    definition: expand(programme),
    forms: Object.fromEntries(
      Object.entries(forms).map(([id, { title, schema, layout }]) => [id, { title, schema, layout }]),
    ),
    rules,
    letters,
    locales: Object.fromEntries(
      Object.entries(locales).map(([language, texts]) => [
        language,
        { ...defaultTranslations(programme, language), ...texts },
      ]),
    ),
  };
}
