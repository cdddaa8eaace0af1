/** The schema of the language gains keys; whatever walks through a programme has to know each of them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { waysOf } from '../procedure/ways.ts';
import { pointerKey } from '../schema-walk.ts';
import type { JsonSchema, ProgrammeSource, SourceStep } from '../types.ts';
import { expressionsIn } from './expressions.ts';
import { namingsOf } from './namings.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/programme.schema.json', import.meta.url), 'utf8'),
) as { $defs: Record<string, JsonSchema>; properties: Record<string, JsonSchema> };

/** Makes a value with every key that a schema allows, and tells the pointers of those that refer to a definition. */
class Sample {
  readonly places: string[] = [];
  readonly #wanted: readonly string[];

  constructor(...wanted: string[]) {
    this.#wanted = wanted;
  }

  of(part: JsonSchema, place: string): unknown {
    const name = String(part.$ref ?? '').replace('#/$defs/', '');
    if (this.#wanted.includes(name)) {
      this.places.push(place);
      return 'x';
    }
    if (name === 'step') return { id: 'end', title: 'x', kind: 'end', outcome: 'denied' };
    if (name !== '') return this.of(schema.$defs[name] ?? {}, place);
    if (part.const !== undefined) return part.const;
    // Of a number of days or an expression the expression.
    const choices = [part.oneOf, part.anyOf].flatMap((list) => (list as JsonSchema[] | undefined) ?? []);
    const choice =
      choices.find(({ $ref }) => $ref !== undefined) ?? (part.type === undefined ? choices[0] : undefined);
    if (choice !== undefined) return this.of(choice, place);
    if (part.type === 'array') return [this.of(part.items as JsonSchema, `${place}/0`)];
    if (part.type !== 'object') return 'x';
    const keys = Object.entries((part.properties ?? {}) as Record<string, JsonSchema>);
    const named = part.additionalProperties;
    if (typeof named === 'object') keys.push(['any', named as JsonSchema]);
    return Object.fromEntries(keys.map(([key, inner]) => [key, this.of(inner, place + pointerKey(key))]));
  }
}

const branches = (schema.$defs.step?.oneOf ?? []) as { $ref: string }[];
/** What a use says is in the steps that it is written out to. */
const kinds = branches.map(({ $ref }) => $ref.replace('#/$defs/', '')).filter((name) => name !== 'use');
const effects = Object.keys(schema.$defs).filter((name) => name.endsWith('Effect'));

it.each(kinds)('every expression of a step of kind %s is checked', (kind) => {
  const sample = new Sample('feel');
  const step = sample.of(schema.$defs[kind] ?? {}, '/steps/0') as SourceStep;
  if (step.kind === 'effect')
    step.effects = effects.map((name, index) =>
      sample.of(schema.$defs[name] ?? {}, `/steps/0/effects/${index}`),
    ) as typeof step.effects;
  const found = expressionsIn({ steps: [step] } as ProgrammeSource).map(({ pointer }) => pointer);
  expect(found.sort()).toEqual([...new Set(sample.places)].sort());
});

it.each(kinds)('every target of a step of kind %s is followed', (kind) => {
  const sample = new Sample('target');
  const step = sample.of(schema.$defs[kind] ?? {}, '') as SourceStep;
  expect(
    waysOf(step)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(sample.places.sort());
});

it.each(kinds)('every role, form and letter that a step of kind %s names is looked for', (kind) => {
  const sample = new Sample('name');
  const step = sample.of(schema.$defs[kind] ?? {}, '') as SourceStep;
  const named = namingsOf(step).map(({ key }) => key);
  expect(named).toEqual(expect.arrayContaining(sample.places));
  const roles = JSON.stringify(step).match(/"role":/g) ?? [];
  expect(named.filter((key) => key.endsWith('/role'))).toHaveLength(roles.length);
});

it.each(['clocks', 'operations', 'schedules'])('every expression of %s is checked', (key) => {
  const sample = new Sample('feel');
  const part = sample.of(schema.properties[key] ?? {}, `/${key}`);
  const found = expressionsIn({ steps: [], [key]: part } as unknown as ProgrammeSource).map(
    ({ pointer }) => pointer,
  );
  expect(found.sort()).toEqual(sample.places.sort());
});
