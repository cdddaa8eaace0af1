/** From the files of a programme to values whose shape is right. What they mean is checked afterwards. */

import type { RulesFile } from '../generated/rules.ts';
import * as validators from '../generated/validators.ts';
import { type Problem, problem } from '../problems.ts';
import { pointerKey } from '../schema-walk.ts';
import { unfold } from '../shorthands/unfold.ts';
import type { JsonSchema, Layout, LetterTemplate, ProgrammeSource, Validate } from '../types.ts';
import { nearest } from './nearest.ts';
import type { Files, FormReading, Reading } from './reading.ts';
import { schemaProblems } from './schema-problems.ts';
import { at, readSource, type Source } from './source.ts';

const programmeFile = 'programme.yaml';
const rulesFile = 'rules.yaml';

/**
 * Reads a programme and writes out its steps of kind use. Without a sound `programme.yaml` there is nothing to go on with:
 * only problems.
 */
export function readProgramme(files: Files): Reading | Problem[] {
  const text = files[programmeFile];
  if (text === undefined) return [problem('definition/file-missing', { path: programmeFile })];
  const source = readSource(programmeFile, text);
  const wrong = source.value === undefined ? source.problems : schemaProblems(source, validators.programme);
  if (wrong.length > 0) return wrong;
  const written = source.value as ProgrammeSource;
  const { programme, place, problems: folded } = unfold(written);
  if (folded.length > 0) return folded.map((one) => ({ ...one, ...at(source, one.pointer ?? '') }));
  const unfolded: Source = { ...source, line: (pointer) => source.line(place(pointer)), place };
  const problems: Problem[] = [];
  const rulesSource = readOptional(files, rulesFile, validators.rules, problems);
  return {
    files,
    programme,
    source: unfolded,
    rules: (rulesSource?.value as RulesFile | undefined)?.rules ?? {},
    rulesSource,
    forms: readForms(files, source, programme, problems),
    ...readLetters(files, source, programme, problems),
    locales: readLocales(files, problems),
    problems,
  };
}

/** A file that may be missing. Undefined, too, when something in it is wrong, which is told then. */
function readOptional(
  files: Files,
  file: string,
  validate: Validate | undefined,
  problems: Problem[],
): Source | undefined {
  const text = files[file];
  if (text === undefined) return undefined;
  const source = readSource(file, text);
  const wrong =
    source.value === undefined || validate === undefined ? source.problems : schemaProblems(source, validate);
  problems.push(...wrong);
  return wrong.length > 0 ? undefined : source;
}

/** The path, when it leads to a file of the folder; else a problem where the path stands. */
function existing(files: Files, path: string, place: ReturnType<typeof at>, problems: Problem[]): boolean {
  if (/(^|\/)\.\.?(\/|$)|^\/|\\|:/.test(path)) {
    problems.push(problem('definition/file-path', { path }, place));
    return false;
  }
  if (Object.hasOwn(files, path)) return true;
  const near = nearest(path, Object.keys(files));
  const variant = near === undefined ? {} : { nearest: near, variant: 'nearest' };
  problems.push(problem('definition/file-missing', { path, ...variant }, place));
  return false;
}

function readForms(
  files: Files,
  source: Source,
  programme: ProgrammeSource,
  problems: Problem[],
): Record<string, FormReading> {
  const forms: Record<string, FormReading> = {};
  for (const [id, { title, schema, layout }] of Object.entries(programme.forms ?? {})) {
    const place = `/forms${pointerKey(id)}`;
    if (!existing(files, schema, at(source, `${place}/schema`), problems)) continue;
    const schemaSource = readOptional(files, schema, validators.jsonSchema, problems);
    const layoutSource =
      layout !== undefined && existing(files, layout, at(source, `${place}/layout`), problems)
        ? readOptional(files, layout, validators.layout, problems)
        : undefined;
    if (schemaSource === undefined) continue;
    forms[id] = {
      title,
      schema: schemaSource.value as JsonSchema,
      schemaSource,
      layout: (layoutSource?.value as Layout | undefined) ?? null,
      layoutSource,
    };
  }
  return forms;
}

function readLetters(files: Files, source: Source, programme: ProgrammeSource, problems: Problem[]) {
  const letters: Record<string, LetterTemplate> = {};
  const letterFiles: Record<string, Record<string, string>> = {};
  for (const [id, { title, template, number }] of Object.entries(programme.letters ?? {})) {
    if (!existing(files, template, at(source, `/letters${pointerKey(id)}/template`), problems)) continue;
    const found: Record<string, string> = { [programme.language]: template };
    const stem = template.slice(0, -'.md'.length);
    for (const path of Object.keys(files)) {
      const language = path.startsWith(`${stem}.`)
        ? /^([A-Za-z-]+)\.md$/.exec(path.slice(stem.length + 1))
        : null;
      if (language?.[1] !== undefined) found[language[1]] = path;
    }
    letterFiles[id] = found;
    letters[id] = {
      title,
      number,
      text: Object.fromEntries(
        Object.entries(found).map(([language, path]) => [language, files[path] ?? '']),
      ),
    };
  }
  return { letters, letterFiles };
}

function readLocales(files: Files, problems: Problem[]): Record<string, Record<string, string>> {
  const locales: Record<string, Record<string, string>> = {};
  for (const file of Object.keys(files).sort()) {
    const language = /^locales\/([A-Za-z-]+)\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    const source = readOptional(files, file, validators.locale, problems);
    if (source !== undefined) locales[language] = source.value as Record<string, string>;
  }
  return locales;
}
