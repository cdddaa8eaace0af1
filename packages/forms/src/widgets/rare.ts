import { html, type TemplateResult } from 'lit';
import { bringRare, rare } from '../bring-rare.ts';
import type { FieldNode } from '../model/field-node.ts';
import type { JsonSchema } from '../types.ts';
import type { Drawn, Widget } from './widget.ts';

/** Widgets that few forms have: known by name and rank, loaded when the first is drawn. */
const loaded = (
  name: 'division' | 'file' | 'signature' | 'cards',
  known: Pick<Widget, 'rank' | 'act' | 'wrong' | 'announces'>,
): Widget => {
  const drawn = (): Drawn | undefined => rare()?.[name];
  return {
    ...known,
    frame: 'group',
    note: (field) => drawn()?.note?.(field) ?? '',
    missing: (field) => drawn()?.missing?.(field) ?? '',
    view: (value, field) => drawn()?.view?.(value, field) ?? waiting(field),
    render: (field) => drawn()?.render(field) ?? waiting(field),
  };
};

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
  bringRare().then(
    () => field.changed(),
    () => {
      failed.add(field);
      field.changed();
    },
  );
  return html`<span class="wait" role="status">${field.t('loading')}</span>`;
}

/** An administrative division, chosen level by level. */
export const division = loaded('division', {
  act: 'choose',
  wrong: 'wrongDivision',
  rank: (schema) => (schema.format === 'division-code' ? 10 : 0),
});

const isFile = (schema: JsonSchema): boolean =>
  schema['x-widget'] === 'file' || (schema.properties !== undefined && 'sha256' in schema.properties);

const isFileList = ({ items }: JsonSchema): boolean => typeof items === 'object' && isFile(items);

/** Evidence: files and photos, sent at once, kept in the data as references. */
export const file = loaded('file', {
  act: 'upload',
  announces: true,
  rank: (schema) => (isFile(schema) || isFileList(schema) ? 20 : 0),
});

/** A name written by hand, or typed and confirmed; kept as a picture, sent like a file. Asked for by name. */
export const signature = loaded('signature', { act: 'upload', announces: true, rank: () => 0 });

/** Up to so many cards are laid open; more go into a list. */
const mostCards = 12;

const described = ({ items, ...schema }: JsonSchema): boolean => {
  const choices = schema.oneOf ?? schema.anyOf ?? (typeof items === 'object' ? items.oneOf : undefined) ?? [];
  const rich = (one: JsonSchema | boolean) =>
    typeof one === 'object' &&
    one.const !== undefined &&
    (one.description !== undefined || one['x-icon'] !== undefined);
  return choices.length <= mostCards && choices.some(rich);
};

/** One or several of a few that need more than a word to tell apart. */
export const cards = loaded('cards', {
  act: 'choose',
  rank: (schema) => (described(schema) ? 6 : 0),
});
