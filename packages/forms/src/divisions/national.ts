import { lines } from '../generated/divisions.ts';
import type { Division } from '../types.ts';

let below: Map<string, Division[]> | undefined;

function read(): Map<string, Division[]> {
  return new Map(
    lines.map((line) => {
      const [parent = '', list = ''] = line.split(':');
      const pairs = list.matchAll(/(\d+)(\D+)/g);
      return [parent, [...pairs].map(([, digits = '', name = '']) => ({ code: parent + digits, name }))];
    }),
  );
}

/** Provinces, or what lies right below a province (2 digits) or city (4): nothing below a county. */
export function nationalDivisions(parent = ''): readonly Division[] {
  below ??= read();
  return below.get(parent) ?? [];
}
