/** A programme folder while it is read: its files, what they hold, and what was found wrong. */
import type { Rule } from '../generated/rules.ts';
import type { Problem } from '../problems.ts';
import type { FormDefinition, JsonSchema, Layout, LetterTemplate, ProgrammeSource } from '../types.ts';
import type { Source } from './source.ts';

/** Texts of files by their path relative to the programme folder, with `/` between names. */
export type Files = Readonly<Record<string, string>>;

/** A form with the sources its problems point into. */
export interface FormReading extends FormDefinition {
  schema: JsonSchema;
  schemaSource: Source;
  layoutSource: Source | undefined;
  layout: Layout | null;
}

/** Everything that could be read. What could not is missing here and told in `problems`. */
export interface Reading {
  files: Files;
  /** Without steps of kind use; `source` leads from its parts to where they were written. */
  programme: ProgrammeSource;
  source: Source;
  rules: Record<string, Rule>;
  rulesSource: Source | undefined;
  forms: Record<string, FormReading>;
  letters: Record<string, LetterTemplate>;
  /** Files of each letter by language. */
  letterFiles: Record<string, Record<string, string>>;
  locales: Record<string, Record<string, string>>;
  problems: Problem[];
}
