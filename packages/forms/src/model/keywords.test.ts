/** Every keyword of JSON Schema 2020-12 that a form can express: what the form makes of it. */
import '../english.ts';
import { formats } from '@aidflow/definition';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject, JsonSchema, Validate } from '../types.ts';
import { registerStandardWidgets } from '../widgets/standard.ts';
import { widgetNamed } from '../widgets/widget.ts';
import { bareContext } from './bare-context.ts';
import type { FieldNode } from './field-node.ts';
import { FormModel } from './form-model.ts';
import type { GroupNode } from './group-node.ts';
import type { ListNode } from './list-node.ts';
import { choicesOf } from './schema.ts';
import { TupleNode } from './tuple-node.ts';
import type { Union } from './union.ts';
import { unsupported } from './unsupported.ts';

beforeAll(registerStandardWidgets);

const modelOf = (schema: JsonSchema, value: JsonObject = {}, validate: Validate | null = null) =>
  new FormModel({ schema, layout: null, value, validate, context: bareContext(), fill: true });

/** The validator that a page is given: Ajv's, as compiled for forms. */
const compiled = (schema: JsonSchema): Validate =>
  new Ajv2020({ allErrors: true, strict: false, inlineRefs: false, formats }).compile(
    schema,
  ) as unknown as Validate;

const withX = (x: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  ...more,
  properties: { x, ...more.properties },
});

const at = (model: FormModel, pointer: string) => {
  const node = model.find(model.root, pointer);
  if (node === undefined) throw new Error(`Nothing at ${pointer}.`);
  return node;
};
const field = (model: FormModel, pointer: string) => at(model, pointer) as FieldNode;
const present = (model: FormModel) =>
  [...model.root.properties.values()].filter((node) => node.present).map((node) => node.key);
const errors = (model: FormModel) =>
  Object.fromEntries(
    [...model.findErrors()].map(([pointer, error]) => [
      pointer,
      'keyword' in error ? error.keyword : error.text,
    ]),
  );
const type = (model: FormModel, pointer: string, text: string) => field(model, pointer).type(text);

describe('the widget of a value', () => {
  const rows: [string, JsonSchema, string][] = [
    ['type string', { type: 'string' }, 'text'],
    ['type string, long', { type: 'string', maxLength: 500 }, 'textarea'],
    ['type number', { type: 'number' }, 'number'],
    ['type integer', { type: 'integer' }, 'number'],
    ['type boolean', { type: 'boolean' }, 'boolean'],
    ['type null', { type: 'null' }, 'constant'],
    ['type with null', { type: ['integer', 'null'] }, 'number'],
    ['enum', { enum: ['a', 'b'] }, 'radio'],
    ['enum of many', { enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, 'select'],
    ['oneOf constants', { oneOf: [{ const: 1, title: 'One' }, { const: 2 }] }, 'radio'],
    ['anyOf constants and null', { anyOf: [{ const: 'a' }, { type: 'null' }] }, 'radio'],
    ['anyOf enums', { anyOf: [{ enum: ['a', 'b'] }, { const: 'c' }] }, 'radio'],
    ['anyOf something or null', { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }, 'date'],
    ['const', { const: 'CN' }, 'constant'],
    ['const true', { type: 'boolean', const: true }, 'checkbox'],
    ['format date', { type: 'string', format: 'date' }, 'date'],
    ['format resident-id', { type: 'string', format: 'resident-id' }, 'resident-id'],
    ['format bank-card', { type: 'string', format: 'bank-card' }, 'bank-card'],
    ['format mobile-cn', { type: 'string', format: 'mobile-cn' }, 'mobile'],
    ['format division-code', { type: 'string', format: 'division-code' }, 'division'],
    ['array of enum', { type: 'array', items: { enum: ['a', 'b'] } }, 'checkboxes'],
    ['a file', { type: 'object', properties: { sha256: { type: 'string' } } }, 'file'],
    ['allOf', { allOf: [{ type: 'integer' }, { minimum: 3 }] }, 'number'],
    ['$ref', { $ref: '#/$defs/day' }, 'date'],
    ['$ref to an $anchor', { $ref: '#day' }, 'date'],
    ['$ref to an $id', { $ref: 'urn:test:day' }, 'date'],
    ['$dynamicRef', { $dynamicRef: '#dynamic' }, 'date'],
  ];
  const $defs = {
    day: { $anchor: 'day', $id: 'urn:test:day', $dynamicAnchor: 'dynamic', type: 'string', format: 'date' },
  };
  it.each(rows)('%s', (_, x, widget) => {
    const schema = withX(x, { $defs });
    expect(field(modelOf(schema), '/x').widget).toBe(widgetNamed(widget));
    expect(unsupported(schema)).toEqual([]);
  });
});

it('titles of choices come from x-labels or from title', () => {
  expect(choicesOf({ enum: ['a', 'b'], 'x-labels': { a: 'Apple' } }).map((one) => one.title)).toEqual([
    'Apple',
    'b',
  ]);
  expect(choicesOf({ oneOf: [{ const: 'a', title: 'Apple' }] }).map((one) => one.title)).toEqual(['Apple']);
});

describe('limits', () => {
  const rows: [string, JsonSchema, Json, Json][] = [
    ['minLength', { type: 'string', minLength: 2 }, 'a', 'ab'],
    ['maxLength', { type: 'string', maxLength: 2 }, 'abc', 'ab'],
    ['pattern', { type: 'string', pattern: '^a+$' }, 'ab', 'aa'],
    ['minimum', { type: 'number', minimum: 2 }, 1, 2],
    ['maximum', { type: 'number', maximum: 2 }, 3, 2],
    ['exclusiveMinimum', { type: 'number', exclusiveMinimum: 2 }, 2, 3],
    ['exclusiveMaximum', { type: 'number', exclusiveMaximum: 2 }, 2, 1],
    ['multipleOf', { type: 'number', multipleOf: 0.5 }, 0.7, 1.5],
    ['format', { type: 'string', format: 'email' }, 'a@b', 'a@b.cn'],
    ['enum', { enum: ['a'] }, 'b', 'a'],
    ['maxItems', { type: 'array', items: { type: 'string' }, maxItems: 1 }, ['a', 'b'], ['a']],
    ['uniqueItems', { type: 'array', items: { type: 'string' }, uniqueItems: true }, ['a', 'a'], ['a', 'b']],
    ['contains', { type: 'array', items: { type: 'string' }, contains: { const: 'a' } }, ['b'], ['a', 'b']],
    [
      'minProperties',
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, minProperties: 2 },
      { a: '1' },
      { a: '1', b: '2' },
    ],
    ['not', { type: 'string', not: { const: 'no' } }, 'no', 'yes'],
    ['anyOf', { type: 'string', anyOf: [{ pattern: '^a' }, { pattern: '^b' }] }, 'c', 'b'],
  ];
  it.each(rows)('%s is checked and told in words', (keyword, x, wrong, right) => {
    const model = modelOf(withX(x), { x: wrong });
    expect(errors(model)).toEqual({ '/x': keyword });
    model.showAll();
    expect(at(model, '/x').message).not.toBe('');
    expect(errors(modelOf(withX(x), { x: right }))).toEqual({});
  });
});

describe('annotations', () => {
  it('title and description are label and help', () => {
    const x = field(modelOf(withX({ type: 'string', title: 'Name', description: 'In full' })), '/x');
    expect([x.label, x.help]).toEqual(['Name', 'In full']);
  });
  it('default is filled in', () => {
    expect(modelOf(withX({ type: 'string', default: 'a' })).output).toEqual({ x: 'a' });
  });
  it('readOnly holds for everything inside', () => {
    const deep: JsonSchema = {
      type: 'object',
      properties: { y: { type: 'object', properties: { z: { type: 'string' } } } },
    };
    expect(at(modelOf(withX({ ...deep, readOnly: true })), '/x/y/z').readonly).toBe(true);
  });
  it('writeOnly goes into no draft', () => {
    const schema = withX({ type: 'string', writeOnly: true }, { properties: { y: { type: 'string' } } });
    const model = modelOf(schema, { x: 'secret', y: 'a' });
    expect([model.output, model.draft]).toEqual([{ x: 'secret', y: 'a' }, { y: 'a' }]);
  });
});

describe('const', () => {
  it('is filled in where it is required, and left out where it is not', () => {
    expect(modelOf(withX({ const: 'CN' }, { required: ['x'] })).output).toEqual({ x: 'CN' });
    expect(modelOf(withX({ const: 'CN' })).output).toEqual({});
  });
});

describe('null', () => {
  const x: JsonSchema = { anyOf: [{ type: 'string' }, { type: 'null' }] };
  it('stands for what is required and left empty', () => {
    const model = modelOf(withX(x, { required: ['x'] }));
    expect([model.output, errors(model)]).toEqual([{ x: null }, {}]);
    type(model, '/x', 'a');
    expect([model.output, errors(model)]).toEqual([{ x: 'a' }, {}]);
  });
  it('stands for an object with nothing in it', () => {
    const shape: JsonSchema = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
    const model = modelOf(withX({ oneOf: [{ type: 'null' }, shape] }, { required: ['x'] }));
    expect([model.output, errors(model)]).toEqual([{ x: null }, {}]);
  });
});

describe('allOf', () => {
  it('joins what its parts say about the same property', () => {
    const schema: JsonSchema = {
      type: 'object',
      allOf: [
        { properties: { a: { type: 'integer', title: 'A' } }, required: ['a'] },
        { properties: { a: { minimum: 3 }, b: { type: 'string' } } },
      ],
      properties: { a: { maximum: 9 } },
    };
    const model = modelOf(schema, { a: 1 });
    expect(present(model).sort()).toEqual(['a', 'b']);
    expect([field(model, '/a').label, field(model, '/a').required]).toEqual(['A', true]);
    expect(errors(model)).toEqual({ '/a': 'minimum' });
    expect(errors(modelOf(schema, { a: 10 }))).toEqual({ '/a': 'maximum' });
  });
});

describe('if, then, else', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: { x: { enum: ['cat', 'dog'] } },
    if: { properties: { x: { const: 'cat' } }, required: ['x'] },
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema.
    then: {
      properties: { breed: { enum: ['tabby', 'siamese'] }, lives: { type: 'integer' } },
      required: ['lives'],
    },
    else: { properties: { breed: { type: 'string' } } },
  };
  it('a property comes, goes, and is drawn as the branch that holds says', () => {
    const model = modelOf(schema, { x: 'dog', breed: 'beagle' });
    expect(present(model)).toEqual(['x', 'breed']);
    expect(field(model, '/breed').widget).toBe(widgetNamed('text'));
    field(model, '/x').choose('cat');
    expect(present(model)).toEqual(['x', 'breed', 'lives']);
    expect(field(model, '/breed').widget).toBe(widgetNamed('radio'));
    expect(errors(model)).toEqual({ '/breed': 'enum', '/lives': 'required' });
    field(model, '/x').choose('dog');
    expect([field(model, '/breed').text, errors(model)]).toEqual(['beagle', {}]);
  });
  it('a mere limit of a branch leaves the field as it is', () => {
    const model = modelOf({
      type: 'object',
      properties: { x: { type: 'string', title: 'X' }, y: { type: 'boolean' } },
      if: { properties: { y: { const: true } }, required: ['y'] },
      // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema.
      then: { properties: { x: { const: 'yes' } } },
    });
    const before = at(model, '/x');
    type(model, '/x', 'no');
    field(model, '/y').choose(true);
    expect(at(model, '/x')).toBe(before);
    expect(errors(model)).toEqual({ '/x': 'const' });
  });
});

describe('dependentRequired and dependentSchemas', () => {
  const schema: JsonSchema = withX(
    { type: 'string' },
    {
      properties: { y: { type: 'string' } },
      dependentRequired: { x: ['y'] },
      dependentSchemas: { x: { properties: { z: { type: 'integer' } }, required: ['z'] } },
    },
  );
  it('take effect when the property is there', () => {
    const model = modelOf(schema);
    expect([present(model), at(model, '/y').required]).toEqual([['x', 'y'], false]);
    type(model, '/x', 'a');
    expect([present(model), at(model, '/y').required]).toEqual([['x', 'y', 'z'], true]);
    expect(errors(model)).toEqual({ '/y': 'dependentRequired', '/z': 'required' });
  });
});

describe('oneOf and anyOf of shapes', () => {
  const alternatives: JsonSchema[] = [
    {
      title: 'By card',
      properties: { kind: { const: 'card' }, number: { type: 'string', minLength: 4 } },
      required: ['kind', 'number'],
    },
    {
      title: 'By phone',
      properties: { kind: { const: 'phone' }, number: { type: 'integer' }, name: { type: 'string' } },
      required: ['kind', 'number'],
    },
  ];
  const schema = (keyword: 'oneOf' | 'anyOf'): JsonSchema => ({
    type: 'object',
    required: ['pay'],
    properties: {
      pay: { type: 'object', properties: { note: { type: 'string' } }, [keyword]: alternatives },
    },
  });
  const pay = (model: FormModel) => at(model, '/pay') as GroupNode;
  const union = (model: FormModel) => pay(model).unions[0] as Union;
  const shown = (model: FormModel) =>
    [...pay(model).properties.values()]
      .filter((node) => node.present && !node.implied)
      .map((node) => node.key);

  it.each(['oneOf', 'anyOf'] as const)('%s: nothing is chosen of itself, and that is said', (keyword) => {
    const model = modelOf(schema(keyword));
    expect(pay(model).asks(union(model))).toBe(true);
    expect([shown(model), model.output]).toEqual([['note'], { pay: {} }]);
    expect(errors(model)).toEqual({ '/pay': keyword });
    model.showAll();
    expect(pay(model).message).toContain('choose');
    expect(unsupported(schema(keyword))).toEqual([]);
  });

  it('what was typed in an alternative comes back with it', () => {
    const model = modelOf(schema('oneOf'));
    pay(model).choose(union(model), 0);
    type(model, '/pay/number', 'abcd');
    type(model, '/pay/note', 'n');
    expect(model.output).toEqual({ pay: { kind: 'card', number: 'abcd', note: 'n' } });
    pay(model).choose(union(model), 1);
    expect(shown(model).sort()).toEqual(['name', 'note', 'number']);
    expect([field(model, '/pay/number').text, field(model, '/pay/number').widget]).toEqual([
      '',
      widgetNamed('number'),
    ]);
    type(model, '/pay/number', '12');
    type(model, '/pay/name', 'Ann');
    expect(model.output).toEqual({ pay: { kind: 'phone', number: 12, name: 'Ann', note: 'n' } });
    pay(model).choose(union(model), 0);
    expect(model.output).toEqual({ pay: { kind: 'card', number: 'abcd', note: 'n' } });
    pay(model).choose(union(model), 1);
    expect(model.output).toEqual({ pay: { kind: 'phone', number: 12, name: 'Ann', note: 'n' } });
  });

  describe.each([
    ['the built-in check', () => null],
    ['a compiled validator', compiled],
  ])('with %s', (_, validator) => {
    const referring: JsonSchema = {
      ...schema('oneOf'),
      properties: { pay: { type: 'object', oneOf: [{ $ref: '#/$defs/card' }, { $ref: '#/$defs/phone' }] } },
      $defs: { card: alternatives[0] as JsonSchema, phone: alternatives[1] as JsonSchema },
    };
    it.each([
      ['in place', schema('oneOf')],
      ['by reference', referring],
    ])('only what is wrong with the chosen alternative is told, written %s', (__, given) => {
      const model = modelOf(given, {}, validator(given));
      expect(errors(model)).toEqual({ '/pay': 'oneOf' });
      pay(model).choose(union(model), 0);
      type(model, '/pay/number', 'abc');
      expect(errors(model)).toEqual({ '/pay/number': 'minLength' });
      type(model, '/pay/number', '');
      expect(errors(model)).toEqual({ '/pay/number': 'required' });
      type(model, '/pay/number', 'abcd');
      expect(errors(model)).toEqual({});
      expect(model.showAll()).toBe(true);
    });
  });

  it('the alternative of data that is loaded is recognised, right or not', () => {
    const right = modelOf(schema('oneOf'), { pay: { kind: 'phone', number: 1 } });
    expect(pay(right).chosen(union(right))).toBe(1);
    const wrong = modelOf(schema('oneOf'), { pay: { kind: 'phone', number: 'x' } });
    expect(pay(wrong).chosen(union(wrong))).toBe(1);
    expect(errors(wrong)).toEqual({ '/pay/number': 'type' });
  });

  it('a property beside the alternatives that decides between them is the question', () => {
    const model = modelOf({
      type: 'object',
      properties: { kind: { enum: ['card', 'phone'] } },
      oneOf: alternatives,
    });
    const [only] = model.root.unions as [Union];
    expect([model.root.asks(only), present(model)]).toEqual([false, ['kind']]);
    field(model, '/kind').choose('phone');
    expect(present(model).sort()).toEqual(['kind', 'name', 'number']);
    expect(field(model, '/kind').widget).toBe(widgetNamed('radio'));
  });

  it('works for each item of a list by itself', () => {
    const model = modelOf(withX({ type: 'array', items: { type: 'object', oneOf: alternatives } }), {
      x: [
        { kind: 'card', number: 'abcd' },
        { kind: 'phone', number: 3 },
      ],
    });
    const items = (at(model, '/x') as ListNode).items as GroupNode[];
    expect(items.map((item) => item.chosen(item.unions[0] as Union))).toEqual([0, 1]);
    expect(errors(model)).toEqual({});
  });

  it('alternatives of `required` alone ask nothing, and say what one of is needed', () => {
    const model = modelOf({
      type: 'object',
      properties: { phone: { type: 'string', title: 'Phone' }, mail: { type: 'string', title: 'Mail' } },
      anyOf: [{ required: ['phone'] }, { required: ['mail'] }],
    });
    expect(model.root.unions).toEqual([]);
    model.showAll();
    expect(model.root.message).toBe('Fill in at least one of: Phone, Mail');
  });
});

describe('lists', () => {
  it('an array of objects is a repeated group', () => {
    const schema = withX(
      { type: 'array', items: { $ref: '#/$defs/row' } },
      {
        $defs: { row: { type: 'object', properties: { a: { type: 'string' } } } },
      },
    );
    const model = modelOf(schema, { x: [{ a: '1' }] });
    const list = at(model, '/x') as ListNode;
    list.add();
    type(model, '/x/1/a', '2');
    expect(model.output).toEqual({ x: [{ a: '1' }, { a: '2' }] });
  });

  it('minItems lays out blank items, maxItems ends adding', () => {
    const items: JsonSchema = { type: 'object', properties: { a: { type: 'string' } } };
    const model = modelOf(withX({ type: 'array', items, minItems: 2, maxItems: 3 }, { required: ['x'] }));
    const list = at(model, '/x') as ListNode;
    expect(model.output).toEqual({ x: [{}, {}] });
    list.remove(list.items[0] as FieldNode);
    expect(errors(model)).toEqual({ '/x': 'minItems' });
    list.add();
    list.add();
    expect(list.canAdd).toBe(false);
  });

  it('a recursive list goes as deep as the data', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } },
    };
    const model = modelOf(schema, { name: 'a', children: [{ name: 'b', children: [{ name: 'c' }] }] });
    expect(field(model, '/children/0/children/0/name').text).toBe('c');
    expect(unsupported(schema)).toEqual([]);
  });

  const tuple: JsonSchema = {
    type: 'array',
    prefixItems: [
      { type: 'integer', title: 'Floor' },
      { type: 'string', title: 'Door' },
    ],
    items: false,
    minItems: 2,
  };
  it('prefixItems are fixed places', () => {
    const model = modelOf(withX(tuple));
    expect(at(model, '/x')).toBeInstanceOf(TupleNode);
    expect(model.output).toEqual({});
    expect(field(model, '/x/0').needed).toBe(false);
    type(model, '/x/1', 'left');
    expect(field(model, '/x/0').needed).toBe(true);
    expect(model.output).toEqual({ x: [null, 'left'] });
    model.showAll();
    expect(field(model, '/x/0').message).toContain('Floor');
    type(model, '/x/0', '3');
    expect([model.output, errors(model)]).toEqual([{ x: [3, 'left'] }, {}]);
    type(model, '/x/0', '');
    type(model, '/x/1', '');
    expect([model.output, errors(model)]).toEqual([{}, {}]);
    expect(unsupported(withX(tuple))).toEqual([]);
  });
  it('what is missing in a tuple that is required is told at its place', () => {
    expect(errors(modelOf(withX(tuple, { required: ['x'] })))).toEqual({ '/x/0': 'type', '/x/1': 'type' });
  });
});

describe('names that nobody foresaw', () => {
  const closed: [string, JsonSchema][] = [
    ['additionalProperties', { additionalProperties: false }],
    [
      'unevaluatedProperties',
      { allOf: [{ properties: { y: { type: 'string' } } }], unevaluatedProperties: false },
    ],
    ['propertyNames', { propertyNames: { maxLength: 1 } }],
  ];
  it.each(closed)('%s is checked', (keyword, more) => {
    expect(errors(modelOf(withX({ type: 'string' }, more), { x: 'a', other: 1 }))).toEqual({ '': keyword });
    expect(errors(modelOf(withX({ type: 'string' }, more), { x: 'a' }))).toEqual({});
  });
  it('are kept', () => {
    expect(modelOf(withX({ type: 'string' }), { other: 1 }).output).toEqual({ other: 1 });
  });
});

describe('what a form cannot show', () => {
  const rows: [string, JsonSchema, string, string, string][] = [
    ['no type', withX({ title: 'X' }), '/properties/x', 'type', 'any-value'],
    ['several types', withX({ type: ['string', 'number'] }), '/properties/x', 'type', 'several-types'],
    [
      'a choice of unlike kinds',
      withX({ oneOf: [{ type: 'string' }, { type: 'number' }] }),
      '/properties/x',
      'oneOf',
      'mixed-choice',
    ],
    [
      'names that are typed',
      withX({ type: 'object', additionalProperties: { type: 'string' } }),
      '/properties/x',
      'additionalProperties',
      'open-names',
    ],
    [
      'names by pattern',
      withX({ type: 'object', patternProperties: { '^x': { type: 'string' } } }),
      '/properties/x',
      'patternProperties',
      'open-names',
    ],
    [
      'items after fixed ones',
      withX({ type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'string' } }),
      '/properties/x',
      'items',
      'more-items',
    ],
    ['a list of anything', withX({ type: 'array' }), '/properties/x', 'items', 'any-value'],
    ['an object in itself', withX({ $ref: '#' }), '/properties/x', '$ref', 'recursion'],
    [
      'encoded text',
      withX({ type: 'string', contentEncoding: 'base64' }),
      '/properties/x',
      'contentEncoding',
      'encoding',
    ],
    ['an unknown format', withX({ type: 'string', format: 'hostname' }), '/properties/x', 'format', 'format'],
    [
      'a format to be typed exactly',
      withX({ type: 'string', format: 'time' }),
      '/properties/x',
      'format',
      'format',
    ],
    ['a reference outwards', withX({ $ref: 'https://example.org/x' }), '/properties/x', '$ref', 'reference'],
    [
      'inside of a definition',
      withX({ $ref: '#/$defs/a' }, { $defs: { a: { type: 'object', properties: { b: {} } } } }),
      '/$defs/a/properties/b',
      'type',
      'any-value',
    ],
    [
      'inside of a branch',
      { type: 'object', else: { properties: { b: {} } } },
      '/else/properties/b',
      'type',
      'any-value',
    ],
  ];
  it.each(rows)('%s is told', (_, schema, pointer, keyword, reason) => {
    expect(unsupported(schema)).toEqual([{ in: 'schema', pointer, keyword, reason }]);
  });

  it('a layout that names what there is not, or leaves out what is needed, is told', () => {
    const schema = withX(
      { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
      { required: ['y'], properties: { y: { type: 'string' } } },
    );
    const fields = [{ field: '/x', fields: ['/a', '/b'] }, { field: '/z' }, { field: '/x', widget: 'stars' }];
    const steps = [{ title: 'S', sections: ['s', 't'] }];
    expect(unsupported(schema, { steps, sections: [{ id: 's', title: 'S', fields }] })).toEqual([
      { in: 'layout', pointer: '/sections/0/fields/2', keyword: 'widget', reason: 'no-such-widget' },
      { in: 'layout', pointer: '/steps/0/sections/1', keyword: 'sections', reason: 'no-such-section' },
      { in: 'layout', pointer: '/sections/0/fields/0/fields/1', keyword: 'field', reason: 'no-such-field' },
      { in: 'layout', pointer: '/sections/0/fields/1', keyword: 'field', reason: 'no-such-field' },
      { in: 'layout', pointer: '/sections', keyword: 'y', reason: 'left-out' },
    ]);
  });
});
