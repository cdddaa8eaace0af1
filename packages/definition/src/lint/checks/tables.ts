/** Decision tables: what they leave out, decide twice or never decide. */
import { nearest } from '../../parse/nearest.ts';
import type { Source } from '../../parse/source.ts';
import { pointerKey } from '../../schema-walk.ts';
import type { Rule } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding, type InputExample } from '../finding.ts';
import type { Fix } from '../fix/edit.ts';
import { ruleShapes, shapesOf } from '../shapes.ts';
import { analyse, type NeverRow, type Situation, type TableAnswer } from '../tables/analyse.ts';
import { type Surroundings, shapesIn } from '../tables/assignments.ts';
import { anything, type Shape } from '../values/shape.ts';

export function checkTables(context: Context): Finding[] {
  const { rules, rulesSource } = context.reading;
  if (rulesSource === undefined) return [];
  const shapes = shapesOf(context);
  const common = {
    parameters: context.programme.parameters ?? {},
    example: context.names.example,
  };
  return Object.entries(rules).flatMap(([id, rule]) => {
    const around: Surroundings = { ...common, shapes: ruleShapes(id, context, shapes) };
    const table = new Telling(id, rule, rulesSource, around);
    return table.tell(analyse(rule, around));
  });
}

class Telling {
  readonly #id: string;
  readonly #rule: Rule;
  readonly #source: Source;
  readonly #around: Surroundings;
  readonly #place: string;

  constructor(id: string, rule: Rule, source: Source, around: Surroundings) {
    this.#id = id;
    this.#rule = rule;
    this.#source = source;
    this.#around = around;
    this.#place = `/rules${pointerKey(id)}`;
  }

  tell({ gap, overlaps, never, left }: TableAnswer): Finding[] {
    return [
      ...(gap ? [this.#gap(gap)] : []),
      ...overlaps.map(({ rows, at }) => this.#overlap(rows, at)),
      ...never.map((row) => this.#never(row)),
      ...(left
        ? [finding('lint/too-many-cells', this.#source, this.#place, { rule: this.#id, ...left })]
        : []),
    ];
  }

  #row(index: number): string {
    return this.#rule.rows[index]?.id ?? String(index);
  }

  #gap(situation: Situation): Finding {
    const { rows, hit } = this.#rule;
    // Unknown goes to a person: the row says what happens without it, in words that the analyst can change.
    const row = { id: freeId(rows.map(({ id }) => id)), result: 'unknown', reason: 'not-covered' };
    const fix: Fix = {
      title: { en: 'Add a last row that sends the rest to a person', zh: '在最后加一行，其余情形转人工' },
      edits: [{ file: this.#source.file, pointer: `${this.#place}/rows/-`, value: row }],
    };
    // Behind rows that all count a row for the rest would count, too.
    const extras = { example: exampleOf(situation), ...(hit === 'first' ? { fix } : {}) };
    return finding('lint/rule-gap', this.#source, `${this.#place}/rows`, { rule: this.#id }, extras);
  }

  #overlap([first, second]: [number, number], situation: Situation): Finding {
    const params = { rule: this.#id, first: this.#row(first), second: this.#row(second) };
    const example = exampleOf(situation);
    return finding('lint/rule-overlap', this.#source, `${this.#place}/rows/${second}`, params, { example });
  }

  #never({ row, at, above, twice, input }: NeverRow): Finding {
    const pointer = `${this.#place}/rows/${row}`;
    const params = { rule: this.#id, row: this.#row(row) };
    if (at === undefined) return this.#impossible(row, input, pointer, params);
    const example = exampleOf(at);
    if (above === undefined) return finding('lint/row-never', this.#source, pointer, params, { example });
    const { file } = this.#source;
    const fix: Fix = twice
      ? {
          title: { en: `Remove "${this.#row(row)}"`, zh: `删除“${this.#row(row)}”` },
          edits: [{ file, pointer, remove: true }],
        }
      : {
          title: {
            en: `Put "${this.#row(row)}" before "${this.#row(above)}"`,
            zh: `将“${this.#row(row)}”移到“${this.#row(above)}”之前`,
          },
          edits: [{ file, pointer, before: above }],
        };
    const variant = twice ? 'twice' : 'above';
    const told = { ...params, above: this.#row(above), variant };
    return finding('lint/row-never', this.#source, pointer, told, { example, fix });
  }

  /** A row that no input fits: its test asks for what the input cannot be. */
  #impossible(
    row: number,
    input: string | undefined,
    pointer: string,
    params: Record<string, unknown>,
  ): Finding {
    const test = input === undefined ? undefined : this.#rule.rows[row]?.if?.[input];
    if (input === undefined || test === undefined) {
      return finding('lint/row-never', this.#source, pointer, { ...params, variant: 'impossible' });
    }
    const place = `${pointer}/if${pointerKey(input)}`;
    const known = wordsOf(shapesIn(this.#rule, this.#around)[input] ?? anything);
    const word = /^"([^"]*)"$/.exec(test.trim())?.[1];
    const near = word === undefined ? undefined : nearest(word, known);
    const told = { ...params, input, test, known: known.length > 0 ? known : ['-'] };
    if (near === undefined)
      return finding('lint/row-never', this.#source, place, { ...told, variant: 'input' });
    const fix: Fix = {
      title: { en: `Write "${near}"`, zh: `改为“${near}”` },
      edits: [{ file: this.#source.file, pointer: place, value: `"${near}"` }],
    };
    return finding(
      'lint/row-never',
      this.#source,
      place,
      { ...told, nearest: near, variant: 'nearest' },
      { fix },
    );
  }
}

/** What an input may be, in words. */
function wordsOf({ texts, booleans, numbers, null: isNull }: Shape): string[] {
  const { min, max } = numbers ?? {};
  return [
    ...(texts?.values ?? []),
    ...(booleans ?? []).map(String),
    ...(numbers && (min !== undefined || max !== undefined) ? [`${min ?? '-∞'} … ${max ?? '∞'}`] : []),
    ...(isNull === 'yes' ? ['null'] : []),
  ];
}

const exampleOf = ({ inputs, given }: Situation): InputExample => ({ kind: 'inputs', inputs, given });

function freeId(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`R${number}`)) number += 1;
  return `R${number}`;
}
