import { describe, expect, it } from 'vitest';
import { infer, type Shapes } from './infer.ts';
import { schemaShape } from './schema-shape.ts';
import { anything, type Shape } from './shape.ts';

const form = schemaShape({
  type: 'object',
  required: ['area', 'members', 'age', 'ages'],
  properties: {
    area: { enum: ['urban', 'rural'] },
    age: { type: 'integer', minimum: 0, exclusiveMaximum: 150 },
    income: { type: 'number' },
    ages: { type: 'array', items: { type: 'integer', minimum: 0 } },
    note: { type: ['string', 'null'] },
    day: { type: 'string', format: 'date' },
    home: {
      type: 'string',
      oneOf: [
        { const: 'own', title: 'O' },
        { const: 'rent', title: 'R' },
      ],
    },
    single: { $ref: '#/$defs/single' },
    members: {
      type: 'array',
      items: {
        type: 'object',
        required: ['age'],
        properties: { age: { type: 'integer' }, ill: { type: 'boolean' } },
      },
    },
    agrees: { type: 'boolean' },
    found: { type: 'number' },
  },
  if: { properties: { agrees: { const: false } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['found'] },
  $defs: { single: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
});

const shapes: Shapes = {
  form,
  answer: anything,
  limit: { null: 'no', numbers: { min: 100, max: 200, whole: true } },
};

/** What is told of a shape, without the fields of objects. */
function told(text: string): Omit<Shape, 'fields'> {
  const { fields: _, ...rest } = infer(text, shapes);
  return rest;
}

describe('what the schema says of a field', () => {
  it.each<[string, Shape]>([
    ['form.area', { null: 'no', texts: { values: ['urban', 'rural'] } }],
    // A condition that asks for one value does not make it the only one.
    ['form.agrees', { null: 'yes', booleans: [true, false] }],
    ['form.age', { null: 'no', numbers: { min: 0, under: 150, whole: true } }],
    ['form.income', { null: 'yes', numbers: { signed: true } }],
    ['form.note', { null: 'yes', texts: {} }],
    ['form.day', { null: 'yes', texts: { dates: true } }],
    ['form.home', { null: 'yes', texts: { values: ['own', 'rent'] } }],
    ['form.single.id', { null: 'yes', texts: {} }],
    ['form.members.age', { null: 'no', list: { null: 'no', numbers: { whole: true, signed: true } } }],
    // Required in one case only: nothing is sure.
    ['form.found', { null: 'open', numbers: { signed: true } }],
    ['form.nothing', anything],
  ])('%s', (text, shape) => {
    expect(told(text)).toEqual(shape);
  });
});

describe('what an expression gives', () => {
  it.each<[string, Shape]>([
    ['count(form.members)', { null: 'no', numbers: { min: 0, whole: true } }],
    ['sum(form.ages)', { null: 'no', numbers: { min: 0, whole: true } }],
    ['sum(for m in form.members return m.age)', { null: 'no', numbers: { whole: true } }],
    ['form.age * limit', { null: 'no', numbers: { min: 0, max: 30_000, whole: true } }],
    ['limit - form.age', { null: 'no', numbers: { min: -50, max: 200, whole: true } }],
    ['max(0, form.income)', { null: 'yes', numbers: { min: 0 } }],
    ['form.income < 5', { null: 'yes', booleans: [true, false] }],
    ['form.age < 5', { null: 'no', booleans: [true, false] }],
    ['form.age < form.area', { null: 'open', booleans: [true, false] }],
    ['form.income = 5', { null: 'no', booleans: [true, false] }],
    ['form.income = 5 and form.age > 3', { null: 'no', booleans: [true, false] }],
    ['not(form.members[1].ill)', { null: 'yes', booleans: [true, false] }],
    ['if form.income = null then 0 else form.income', { null: 'no', numbers: { signed: true } }],
    [
      'if form.income != null and form.age > 3 then form.income else 1',
      { null: 'no', numbers: { signed: true } },
    ],
    ['if form.age > 3 then form.income else 1', { null: 'yes', numbers: { signed: true } }],
    ['if form.single = null then null else form.single.id', { null: 'yes', texts: {} }],
    ['if form.age = 1 then "a" else "b"', { null: 'no', texts: { values: ['a', 'b'] } }],
    ['if answer.x = null then 0 else answer.x', { null: 'no', any: true }],
    ['form.members[item.age > 3]', { null: 'no', list: { null: 'no' } }],
    [
      'for m in form.members return m.age + 1',
      { null: 'no', list: { null: 'no', numbers: { whole: true } } },
    ],
    ['{ a: form.age, b: a + 1 }.b', { null: 'no', numbers: { min: 1, max: 151, whole: true } }],
    ['some m in form.members satisfies m.ill', { null: 'no', booleans: [true, false] }],
    ['unheard of(form.age)', anything],
    ['a b c (', anything],
  ])('%s', (text, shape) => {
    const { list, ...rest } = told(text);
    const { fields: _, ...items } = list ?? {};
    expect(list === undefined ? rest : { ...rest, list: items }).toEqual(shape);
  });
});
