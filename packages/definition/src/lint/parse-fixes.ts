/** Repairs for what reading a programme refuses, where there is one right word. */
import { isScalar, parseDocument } from 'yaml';
import { nearest as nearestWord } from '../parse/nearest.ts';
import type { Files } from '../parse/reading.ts';
import type { Problem } from '../problems.ts';
import { pointerKeys } from '../schema-walk.ts';
import type { Edit, Fix } from './fix/edit.ts';

/** The fix of a problem of `parse`; undefined where nothing says what was meant. */
export function fixOfProblem(found: Problem, files: Files): Fix | undefined {
  const { code, file, params = {} } = found;
  if (file === undefined || files[file] === undefined) return undefined;
  if (code === 'definition/wrong-type' && params.variant === 'quotes')
    return quoted(found, files[file] ?? '');
  if (code === 'definition/join' && typeof params.found === 'number') return fewer(found, params.found);
  const { nearest, id, name, key, variant } = params;
  if (variant !== 'nearest' || typeof nearest !== 'string') return undefined;
  if (code === 'definition/clock-event' && !nearInParts(String(params.event), nearest)) return undefined;
  const edit = renamed(found, nearest, { id, name, key });
  if (edit === undefined) return undefined;
  return { title: { en: `Write "${nearest}"`, zh: `改为“${nearest}”` }, edits: [edit] };
}

/** STEP.EVENT is meant only where the step and the event are each near: long names make strangers look alike. */
function nearInParts(word: string, known: string): boolean {
  const parts = known.split('.');
  return word.split('.').every((part, index) => nearestWord(part, [parts[index] ?? '']) !== undefined);
}

type Named = Record<'id' | 'name' | 'key', unknown>;

function renamed(
  { code, file = '', line, pointer, params = {} }: Problem,
  by: string,
  { id, name, key }: Named,
): Edit | undefined {
  const word = String(id ?? name);
  if (pointer === undefined) {
    // A letter: its places have lines only.
    return line === undefined ? undefined : { file, line, word, by };
  }
  if (code === 'definition/unknown-key') return { file, pointer, rename: by };
  if (code === 'definition/unknown-input') return { file, pointer, rename: by };
  if (code === 'definition/layout-field')
    return { file, pointer, word: lastWord(params.field, by) ?? word, by };
  // An expression is more than the word in it.
  if (typeof params.expression === 'string') return { file, pointer, word, by };
  return key === undefined || code !== 'definition/bad-name' ? { file, pointer, value: by } : undefined;
}

/** The part of a field's path that is nearest to what it should be. */
function lastWord(field: unknown, by: string): string | undefined {
  if (typeof field !== 'string') return undefined;
  return field
    .split('/')
    .filter((word) => word !== by)
    .at(-1);
}

/** As many branches as there are. */
function fewer({ file = '', pointer = '' }: Problem, branches: number): Fix {
  return {
    title: { en: `Ask for ${branches} branches`, zh: `改为完成${branches}个分支` },
    edits: [{ file, pointer, value: branches }],
  };
}

/** What YAML reads as a number or a truth value, as it was written. */
function quoted({ file = '', pointer = '' }: Problem, text: string): Fix | undefined {
  const node = parseDocument(text).getIn(pointerKeys(pointer), true);
  if (!isScalar(node) || typeof node.source !== 'string') return undefined;
  return {
    title: { en: 'Put it in quotes', zh: '加上引号' },
    edits: [{ file, pointer, value: node.source }],
  };
}
