/** Where a part of a programme is written: from a pointer into what was parsed to a file and a line. */
import { readSource, type Source } from '../parse/source.ts';
import type { Files } from '../parse.ts';
import { placedSteps } from '../procedure/steps.ts';
import { pointerKey, pointerKeys } from '../schema-walk.ts';
import { expandStep } from '../shorthands/steps.ts';
import { unfold } from '../shorthands/unfold.ts';
import type { Programme, ProgrammeSource, SourceStep } from '../types.ts';

export interface FilePlace {
  /** Path relative to the programme folder. */
  file: string;
  /** From 1. */
  line: number;
}

const main = 'programme.yaml';

/**
 * Finds places in a programme folder.
 *
 * @param files texts of the folder by path
 * @param programme what `parse` made of them
 * @returns the place of what a JSON Pointer into the programme leads to, or of the nearest part around it
 */
export function placesIn(files: Files, programme: Programme): (pointer: string) => FilePlace {
  const sources = new Map<string, Source>();
  const lineIn = (file: string, pointer: string): FilePlace => {
    let source = sources.get(file);
    if (source === undefined && files[file] !== undefined) {
      source = readSource(file, files[file]);
      sources.set(file, source);
    }
    return { file, line: source?.line(pointer) ?? 1 };
  };
  const written = readSource(main, files[main] ?? '');
  sources.set(main, written);
  const steps = stepPlaces(written.value as ProgrammeSource);

  return (pointer) => {
    const [part, id = '', inner, ...rest] = pointerKeys(pointer);
    const below = (keys: readonly string[]) => keys.map(pointerKey).join('');
    switch (part) {
      case 'rules':
        return lineIn('rules.yaml', pointer);
      case 'locales':
        return lineIn(`locales/${id}.json`, '');
      case 'letters':
        return inner === 'text'
          ? lineIn(programme.definition.letters?.[id]?.template ?? main, '')
          : lineIn(main, `/letters${pointerKey(id)}`);
      case 'forms': {
        const form = programme.definition.forms?.[id];
        if (inner === 'schema' && form) return lineIn(form.schema, below(rest));
        if (inner === 'layout' && form?.layout) return lineIn(form.layout, below(rest));
        return lineIn(main, `/forms${pointerKey(id)}`);
      }
      case 'definition':
        return lineIn(main, id === 'steps' ? steps(programme, pointer) : pointer.slice('/definition'.length));
      default:
        return lineIn(main, '');
    }
  };
}

/** From a pointer into the steps as they run to one into the steps as they were written. */
function stepPlaces(source: ProgrammeSource): (programme: Programme, pointer: string) => string {
  const { programme: unfolded, place } = unfold(source);
  const found = new Map<string, { step: SourceStep; pointer: string }>();
  for (const placed of placedSteps(unfolded.steps)) {
    for (const part of expandStep(placed.step, unfolded)) found.set(part.id, placed);
    found.set(placed.step.id, placed);
  }
  return (programme, pointer) => {
    const { id, rest } = deepestStep(programme, pointer);
    const placed = found.get(id);
    return placed ? place(placed.pointer + partOf(placed.step, id, rest)) : '/steps';
  };
}

/** The innermost step that a pointer leads into, and what of the pointer lies below it. */
function deepestStep(programme: Programme, pointer: string): { id: string; rest: string } {
  let here: unknown = programme;
  let found = { id: '', rest: '' };
  for (const key of pointerKeys(pointer)) {
    const inList = Array.isArray(here);
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
    found = { ...found, rest: found.rest + pointerKey(key) };
    // Only steps stand in a list with an id and a kind.
    const { id, kind } = (here ?? {}) as { id?: unknown; kind?: unknown };
    if (inList && typeof id === 'string' && typeof kind === 'string') found = { id, rest: '' };
  }
  return found;
}

/** Where a shorthand says what one of its steps says. */
function partOf(step: SourceStep, id: string, rest: string): string {
  if (step.kind === 'notice') {
    if (id === `${step.id}-verify`) return `/verify${rest}`;
    return rest.replace(/^\/effects\/0\/publish/, '');
  }
  if (step.kind !== 'supplement') return rest;
  const parts: [from: string, to: string][] = [
    ['/within/on-overdue', '/lapsed'],
    ['/outcomes', '/back-to'],
    ['/effects', '/letter'],
  ];
  return parts.find(([from]) => rest.startsWith(from))?.[1] ?? rest;
}
