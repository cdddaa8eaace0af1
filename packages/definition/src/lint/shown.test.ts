import { describe, expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { lint } from '../lint.ts';
import type { JsonSchema } from '../types.ts';
import { notShown } from './shown.ts';

const withX = (x: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties: { x },
  ...more,
});

describe('what a form cannot show', () => {
  const rows: [string, JsonSchema, string, string, string][] = [
    ['no type', withX({ title: 'X' }), '/properties/x', 'type', 'any-value'],
    ['several types', withX({ type: ['string', 'number'] }), '/properties/x', 'type', 'several-types'],
    [
      'a choice between types',
      withX({ oneOf: [{ type: 'string' }, { type: 'number' }] }),
      '/properties/x',
      'oneOf',
      'mixed-choice',
    ],
    [
      'open names',
      withX({ type: 'object', additionalProperties: { type: 'string' } }),
      '/properties/x',
      'additionalProperties',
      'open-names',
    ],
    [
      'named by a pattern',
      withX({ type: 'object', patternProperties: { '^x': { type: 'string' } } }),
      '/properties/x',
      'patternProperties',
      'open-names',
    ],
    [
      'items after the fixed ones',
      withX({ type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'string' } }),
      '/properties/x',
      'items',
      'more-items',
    ],
    ['a list of anything', withX({ type: 'array' }), '/properties/x', 'items', 'any-value'],
    [
      'an encoded text',
      withX({ type: 'string', contentEncoding: 'base64' }),
      '/properties/x',
      'contentEncoding',
      'encoding',
    ],
    ['a time', withX({ type: 'string', format: 'time' }), '/properties/x', 'format', 'format'],
    [
      'behind a reference',
      withX({ $ref: '#/$defs/a' }, { $defs: { a: { type: 'object', properties: { b: {} } } } }),
      '/$defs/a/properties/b',
      'type',
      'any-value',
    ],
    [
      'in a branch',
      withX({ type: 'string' }, { if: { required: ['x'] }, else: { properties: { y: { title: 'Y' } } } }),
      '/else/properties/y',
      'type',
      'any-value',
    ],
  ];
  it.each(rows)('%s is told', (_, schema, pointer, keyword, reason) => {
    expect(notShown(schema)).toEqual([{ pointer, keyword, reason }]);
  });
});

describe('what a form shows', () => {
  const rows: [string, JsonSchema][] = [
    ['a type with null', { type: ['integer', 'null'] }],
    ['something or null', { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }],
    ['constants', { oneOf: [{ const: 1 }, { const: 2 }] }],
    ['limits of which one holds', { type: 'string', anyOf: [{ pattern: '^a' }, { pattern: '^b' }] }],
    [
      'shapes of an object',
      { oneOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] },
    ],
    ['a widget of its own', { 'x-widget': 'map' }],
    ['a file', { type: 'object', properties: { sha256: { type: 'string' }, size: {} } }],
    [
      'a closed object',
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
    ],
    ['a list of objects in themselves', { type: 'array', items: { $ref: '#' } }],
    ['a closed tuple', { type: 'array', prefixItems: [{ type: 'string' }], items: false }],
  ];
  it.each(rows)('%s', (_, x) => {
    expect(notShown(withX(x))).toEqual([]);
  });

  it('a limit on what another part describes', () => {
    const then = { properties: { x: { minLength: 2 } } };
    expect(notShown(withX({ type: 'string' }, { if: { properties: { x: { const: 'a' } } }, then }))).toEqual(
      [],
    );
  });
});

it('lint/not-shown names the line and what can be done, in Chinese and English', () => {
  const file = 'application.schema.json';
  const files = changed(
    file,
    '"title": "房间数", "type": "integer", "minimum": 1',
    '"title": "房间数", "type": ["integer", "string"]',
    heating,
  );
  const line = (files[file] ?? '').split('\n').findIndex((one) => one.includes('房间数')) + 1;
  expect(lint(files)).toMatchObject([
    {
      code: 'lint/not-shown',
      severity: 'warning',
      at: { file, line, pointer: '/properties/rooms/type' },
      params: { form: 'application', field: 'rooms', keyword: 'type' },
      message: {
        zh: { detail: '表单“application”的“rooms”可以是多种类型，但只能填写第一种。' },
        en: {
          detail: '"rooms" of the form "application" may be of several types: only the first can be entered.',
        },
      },
    },
  ]);
});
