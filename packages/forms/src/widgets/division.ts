import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldNode } from '../model/field-node.ts';
import { rareText } from '../texts/rare.ts';
import type { TextKey } from '../texts/texts.ts';
import type { Division, Divisions } from '../types.ts';
import { askAgain, divisionsBelow, type Loaded } from './divisions.ts';
import type { Drawn } from './widget.ts';

const levelByLength: Record<number, TextKey> = {
  2: 'province',
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
};

/** Where a host has no list: the national one alone, down to the county. */
const nationwide: Divisions = async () => [];

interface Step {
  parent: string;
  list: Loaded;
  chosen: Division | undefined;
}

/** What is drawn for a division, level by level. */
export const division: Drawn = {
  note: (field) => {
    if (field.help !== '') return '';
    const county = field.schema.maxLength === 6 || field.model.context.divisions === null;
    return county ? rareText(field.model.context, 'toCounty') : field.t('division');
  },
  view: (value, field) => {
    const names = steps(field).flatMap((step) => step.chosen?.name ?? []);
    return names.length > 0 ? names.join(' ') : String(value);
  },
  render: (field) => html`<div class="cascade">
    ${steps(field).map((step, index) => level(field, step, index))}
  </div>`,
};

/** The lists on the way to the present value, and the next one to choose from. */
function steps(field: FieldNode): Step[] {
  const divisions = field.model.context.divisions ?? nationwide;
  const most = field.schema.maxLength ?? Number.POSITIVE_INFINITY;
  const code = typeof field.value === 'string' ? field.value : '';
  const result: Step[] = [];
  let parent = '';
  for (;;) {
    const list = divisionsBelow(divisions, parent, () => field.changed());
    const found = typeof list === 'string' ? undefined : list.find((one) => code.startsWith(one.code));
    if (list.length > 0) result.push({ parent, list, chosen: found });
    if (found === undefined || found.code.length >= most) return result;
    parent = found.code;
  }
}

function level(field: FieldNode, { parent, list, chosen }: Step, index: number) {
  if (list === 'loading') return html`<span class="wait" role="status">${field.t('loading')}</span>`;
  if (list === 'failed') {
    return html`<span class="failed" role="status">${field.t('loadFailed')}</span>
      <button type="button" class="button" @click=${() => {
        askAgain(field.model.context.divisions ?? nationwide, parent);
        field.changed();
      }}>${field.t('retry')}</button>`;
  }
  const divisionsHere = list as readonly Division[];
  const key = levelByLength[divisionsHere[0]?.code.length ?? 0];
  const name = key === undefined ? field.t('level', { n: index + 1 }) : field.t(key);
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    field.type(value === '' ? parent : value);
  };
  return html`<label class="level">
    <span class="level-name">${name}</span>
    <select
      id="${field.control}${index === 0 ? '' : `-${index}`}"
      class="control"
      part="control"
      ?disabled=${field.disabled}
      aria-required=${field.needed ? 'true' : nothing}
      aria-invalid=${field.invalid ? 'true' : nothing}
      aria-describedby=${field.describedBy || nothing}
      .value=${live(chosen?.code ?? '')}
      @change=${choose}
    >
      <option value="" ?selected=${chosen === undefined}>${field.t('choose')}</option>
      ${divisionsHere.map(
        (one) => html`<option value=${one.code} ?selected=${one === chosen}>${one.name}</option>`,
      )}
    </select>
  </label>`;
}
