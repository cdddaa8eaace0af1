import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema, SchemaError } from '../types.ts';
import { formats } from '../values/formats.ts';
import { SchemaReader } from './schema.ts';
import { createValidator } from './validator.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);

function own(schema: JsonSchema, data: Json): readonly SchemaError[] {
  const validate = createValidator(new SchemaReader(schema));
  return validate(data) === true ? [] : (validate.errors ?? []);
}

const leaf = fc.constantFrom<JsonSchema>(
  { type: 'string', minLength: 2, maxLength: 4 },
  { type: 'string', pattern: '^a+$' },
  { type: 'string', format: 'date' },
  { type: 'integer', minimum: 0, exclusiveMaximum: 10 },
  { type: 'number', maximum: 5, exclusiveMinimum: -1, multipleOf: 0.5 },
  { type: ['boolean', 'null'] },
  { const: true },
  { enum: ['a', 1, null, { a: 1 }] },
  { oneOf: [{ const: 'a' }, { const: 'b' }] },
  { anyOf: [{ type: 'string' }, { minimum: 3 }] },
  { not: { type: 'string' } },
  { $ref: '#/$defs/x' },
);

const schemas: fc.Arbitrary<JsonSchema> = fc
  .record({
    properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), leaf),
    required: fc.uniqueArray(fc.constantFrom('a', 'b')),
    items: leaf,
    minItems: fc.nat(2),
    maxItems: fc.nat(3),
    additionalProperties: fc.boolean(),
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema.
    branch: fc.record({ if: fc.record({ required: fc.constant(['c']) }), then: leaf, else: leaf }),
    dependentRequired: fc.constantFrom({}, { a: ['b'] }, { c: ['a', 'b'] }),
  })
  .map(
    ({
      properties,
      required,
      items,
      minItems,
      maxItems,
      additionalProperties,
      branch,
      dependentRequired,
    }) => ({
      $defs: { x: { type: 'string', minLength: 1 } },
      properties: { ...properties, list: { type: 'array', items, minItems, maxItems } },
      required,
      additionalProperties,
      dependentRequired,
      allOf: [branch],
    }),
  );

const values: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  'a',
  'b',
  'aa',
  '2026-03-02',
  '2026-02-30',
  '',
  0,
  1,
  2.5,
  4,
  10,
  -1,
  true,
  false,
  null,
  { a: 1 },
  ['a', 'a'],
  [1],
);
const data = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), values)
  .chain((object) =>
    fc
      .option(fc.array(values, { maxLength: 4 }))
      .map((list) => (list === null ? object : { ...object, list })),
  );

/** Where and by which keyword; inside anyOf, oneOf and not Ajv also tells what its attempts met with. */
const places = (errors: readonly SchemaError[]) =>
  [
    ...new Set(
      errors.map(
        ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${params.missingProperty ?? ''}`,
      ),
    ),
  ].sort();

const attempts = /\/(anyOf|oneOf|not)\/|\/if$/;

describe('the built-in check', () => {
  it('finds what Ajv finds, in the same words', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(schemas, data, (schema, value) => {
        const validate = ajv.compile(schema);
        validate(value);
        const theirs = (validate.errors ?? []).filter(({ schemaPath }) => !attempts.test(schemaPath));
        expect(places(own(schema, value))).toEqual(places(theirs as SchemaError[]));
        ajv.removeSchema(schema);
      }),
      { numRuns: 1500 },
    );
  });

  it('finds what is in a list twice, whatever the order of its keys', () => {
    const unique = { uniqueItems: true };
    expect(own(unique, [1, '1', true, { a: 1, b: 2 }, { a: 1 }])).toEqual([]);
    expect(
      own(unique, [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]).map((error) => error.keyword),
    ).toEqual(['uniqueItems']);
  });

  it('counts characters, not code units', () => {
    expect(own({ maxLength: 1 }, '𠮷')).toEqual([]);
    expect(own({ minLength: 2 }, '𠮷').map((error) => error.keyword)).toEqual(['minLength']);
  });

  it('escapes the names in a pointer', () => {
    expect(own({ properties: { 'a/b~c': { type: 'string' } } }, { 'a/b~c': 1 })).toEqual([
      { keyword: 'type', instancePath: '/a~1b~0c', params: { type: 'string' } },
    ]);
  });
});
