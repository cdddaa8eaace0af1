/** What a schema asks that its form cannot show. */
import { resolve } from '../../schema-walk.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { notShown } from '../shown.ts';

export function checkShown({ reading }: Context): Finding[] {
  const told = new Set<string>();
  return Object.entries(reading.forms).flatMap(([form, { schema, schemaSource }]) => {
    // Two forms may share one schema: it is told once.
    if (told.has(schemaSource.file)) return [];
    told.add(schemaSource.file);
    return notShown(schema).map(({ pointer, keyword, reason }) => {
      const place = `${pointer}/${keyword}`;
      const at = resolve(schema, `#${encodeURI(place)}`) === undefined ? pointer : place;
      const field = pointer.split('/').at(-1) ?? '';
      return finding('lint/not-shown', schemaSource, at, { form, field, keyword, variant: reason });
    });
  });
}
