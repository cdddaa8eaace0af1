/** Reading a county file, and each of its variants as the county that it makes. What it names is checked by whoever simulates it. */
import * as validators from './generated/validators.ts';
import { schemaProblems } from './parse/schema-problems.ts';
import { readSource, type Source } from './parse/source.ts';
import type { Problem } from './problems.ts';
import { pointerKey, pointerKeys } from './schema-walk.ts';
import type { County } from './types.ts';

/** The county as written, or as one of its variants changes it. */
export interface CountyVersion {
  /** Id of the variant; absent for the county as written. */
  variant?: string;
  value: County;
  /** Line, from 1, in the file of the value that a JSON Pointer into `value` names. */
  line(pointer: string): number;
  /** The same place as a pointer into the file. */
  place(pointer: string): string;
}

export interface CountySource {
  file: string;
  value: County;
  /** The county as written, then its variants in their order. */
  versions: CountyVersion[];
}

/** Reads a county file; problems carry file, line and pointer. */
export function parseCounty(
  file: string,
  text: string,
): { ok: true; source: CountySource } | { ok: false; problems: Problem[] } {
  const source = readSource(file, text);
  const found = source.value === undefined ? source.problems : schemaProblems(source, validators.county);
  if (found.length > 0) return { ok: false, problems: found };
  const value = source.value as County;
  const written: CountyVersion = { value, line: source.line, place: (pointer) => pointer };
  const versions = [written];
  const problems: Problem[] = [];
  for (const [variant, { change }] of Object.entries(value.variants ?? {})) {
    const { variants: _, sweep: __, ...plain } = value;
    const changed = changedSource(source, mergePatch(plain, change), variant);
    problems.push(...schemaProblems(changed, validators.county));
    versions.push({
      variant,
      value: changed.value as County,
      line: changed.line,
      place: (pointer) => changed.place?.(pointer) ?? pointer,
    });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, source: { file, value, versions } };
}

/** What a variant says stands below its `change`; all else stands where the county has it. */
function changedSource(source: Source, value: unknown, variant: string): Source {
  const root = `/variants${pointerKey(variant)}/change`;
  const place = (pointer: string) => {
    let here: unknown = at(source.value, pointerKeys(root));
    for (const key of pointerKeys(pointer)) {
      if (!isObject(here)) return `${root}${pointer}`;
      if (!Object.hasOwn(here, key)) return pointer;
      here = here[key];
    }
    return `${root}${pointer}`;
  };
  return { file: source.file, value, problems: [], line: (pointer) => source.line(place(pointer)), place };
}

const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((here, key) => (isObject(here) ? here[key] : undefined), value);

/** RFC 7396: objects are merged, null takes away, anything else replaces. */
function mergePatch(base: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
