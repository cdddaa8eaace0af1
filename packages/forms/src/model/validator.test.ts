import { formats } from '@aidflow/definition';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject, JsonSchema, SchemaError } from '../types.ts';

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
  { type: 'object', minProperties: 2, maxProperties: 2 },
  { propertyNames: { maxLength: 1 } },
);

const schemas: fc.Arbitrary<JsonSchema> = fc
  .record({
    properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), leaf),
    required: fc.uniqueArray(fc.constantFrom('a', 'b')),
    items: leaf,
    minItems: fc.nat(2),
    maxItems: fc.nat(3),
    additionalProperties: fc.constantFrom<boolean | JsonSchema | undefined>(
      true,
      false,
      { type: 'string' },
      undefined,
    ),
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema.
    branch: fc.record({ if: fc.record({ required: fc.constant(['c']) }), then: leaf, else: leaf }),
    dependentRequired: fc.constantFrom({}, { a: ['b'] }, { c: ['a', 'b'] }),
    dependentSchemas: fc.dictionary(
      fc.constantFrom('a', 'c'),
      fc.record({ properties: fc.dictionary(fc.constantFrom('b', 'd'), leaf) }),
    ),
    patternProperties: fc.constantFrom<JsonSchema['properties']>({}, { '^d': { type: 'number' } }),
    unevaluatedProperties: fc.boolean(),
    prefixItems: fc.array(leaf, { maxLength: 2 }),
    // Errors of a reference do not say that they were met with in an attempt.
    contains: fc.option(
      leaf.filter(({ $ref }) => $ref === undefined),
      { nil: undefined },
    ),
  })
  .map(({ properties, items, minItems, maxItems, prefixItems, contains, branch, ...rest }) => ({
    $defs: { x: { type: 'string', minLength: 1 } },
    ...rest,
    properties: {
      ...properties,
      list: {
        type: 'array',
        minItems,
        maxItems,
        ...(prefixItems.length > 0 && { prefixItems }),
        ...(prefixItems.length > 1 ? { items: false } : { items }),
        ...(contains !== undefined && { contains }),
      },
    },
    allOf: [branch],
  }))
  .map((schema) => JSON.parse(JSON.stringify(schema)) as JsonSchema);

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
const data = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), values).chain((object) =>
  fc
    .option(fc.array(values, { maxLength: 4 }))
    // As plain as what JSON.parse makes: Ajv tells objects without a prototype from others.
    .map((list): JsonObject => ({ ...object, ...(list !== null && { list }) })),
);

/** What is left unevaluated depends on whether parts that failed have looked at it: told only where all else is well. */
const firstly = (errors: readonly SchemaError[]) => {
  const others = errors.filter(({ keyword }) => !keyword.startsWith('unevaluated'));
  return others.length > 0 ? others : errors;
};

/** Where and by which keyword; inside anyOf, oneOf and not Ajv also tells what its attempts met with. */
const places = (errors: readonly SchemaError[]) =>
  [
    ...new Set(
      firstly(errors).map(
        ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${params.missingProperty ?? ''}`,
      ),
    ),
  ].sort();

const attempts = /\/(anyOf|oneOf|not|contains|propertyNames)\/|\/if$/;

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
