/** The table of divisions: names by code, and what lies directly below one. */
import { divisionLevel } from '@aidflow/definition';
import type { Division, DivisionItem } from './types.ts';

export interface DivisionTable {
  isEmpty: boolean;
  /** Whether the table holds this code. */
  has(code: string): boolean;
  /** The name of a division; its code where the table has none. */
  name(code: string): string;
  /** Names of the divisions from the county down, for a line of text. */
  path(code: string): string;
  names: Readonly<Record<string, string>>;
  /** Divisions directly below `parent`, or the topmost ones. */
  below(parent?: string): DivisionItem[];
}

export function divisionTable(divisions: readonly Division[]): DivisionTable {
  const names: Record<string, string> = Object.create(null);
  for (const { code, name } of divisions) names[code] = name;
  const codes = Object.keys(names).sort();
  const parents = new Map(codes.map((code) => [code, parentOf(code)]));

  /** The nearest division of the table that holds this one. */
  function parentOf(code: string): string {
    for (let length = code.length - 1; length > 0; length--) {
      const outer = code.slice(0, length);
      if (names[outer] !== undefined) return outer;
    }
    return '';
  }

  const name = (code: string) => names[code] ?? code;
  return {
    isEmpty: codes.length === 0,
    names,
    name,
    has: (code) => names[code] !== undefined,
    path: (code) => {
      const outer = parents.get(code) ?? parentOf(code);
      return outer === '' || outer.length < 9 ? name(code) : `${name(outer)}${name(code)}`;
    },
    below: (parent = '') =>
      codes
        .filter((code) => parents.get(code) === parent)
        .map((code) => ({ code, name: name(code), level: divisionLevel(code) ?? '' })),
  };
}
