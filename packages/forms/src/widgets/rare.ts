import { html, type TemplateResult } from 'lit';
import { bringMore, more } from '../bring-more.ts';
import type { FieldNode } from '../model/field-node.ts';
import type { JsonSchema } from '../types.ts';
import type { Widget } from './widget.ts';

/** Widgets that few forms have: known by name and rank, loaded when the first is drawn. */
const rare = (
  name: 'division' | 'file',
  known: Pick<Widget, 'rank' | 'act' | 'wrong' | 'announces'>,
): Widget => ({
  ...known,
  frame: 'group',
  note: (field) => more()?.[name].note?.(field) ?? '',
  view: (value, field) => more()?.[name].view?.(value, field) ?? waiting(field),
  render: (field) => more()?.[name].render(field) ?? waiting(field),
});

const failed = new WeakSet<FieldNode>();

function waiting(field: FieldNode): TemplateResult {
  if (failed.has(field)) {
    const again = () => {
      failed.delete(field);
      field.changed();
    };
    return html`<span class="failed" role="status">${field.t('loadFailed')}</span>
      <button type="button" id=${field.control} class="button" part="button" @click=${again}>${field.t('retry')}</button>`;
  }
  bringMore().then(
    () => field.changed(),
    () => {
      failed.add(field);
      field.changed();
    },
  );
  return html`<span class="wait" role="status">${field.t('loading')}</span>`;
}

/** An administrative division, chosen level by level. */
export const division = rare('division', {
  act: 'choose',
  wrong: 'wrongDivision',
  rank: (schema) => (schema.format === 'division-code' ? 10 : 0),
});

const isFile = (schema: JsonSchema): boolean =>
  schema['x-widget'] === 'file' || (schema.properties !== undefined && 'sha256' in schema.properties);

const isFileList = ({ items }: JsonSchema): boolean => typeof items === 'object' && isFile(items);

/** Evidence: files and photos, sent at once, kept in the data as references. */
export const file = rare('file', {
  act: 'upload',
  announces: true,
  rank: (schema) => (isFile(schema) || isFileList(schema) ? 20 : 0),
});
