/** A definition must not be able to exhaust whoever loads it, nor reach into prototypes. */
import { describe, expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { sweep } from '../fixtures/sweep.ts';
import { type Files, parse } from '../parse.ts';
import type { Problem } from '../problems.ts';
import { readSource } from './source.ts';

const problemsOf = (files: Files): Problem[] => {
  const result = parse(files);
  return result.ok ? [] : result.problems;
};

const P = 'programme.yaml';
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: [*d, *d, *d, *d, *d, *d, *d, *d, *d]
`;

describe('limits', () => {
  it.each<[string, Files, Record<string, unknown>]>([
    [
      'a file of more than 2 MB',
      changed(P, 'start: apply', `# ${'x'.repeat(2_000_000)}\nstart: apply`),
      { variant: 'file' },
    ],
    // Three bytes each: fewer than 2,000,000 characters, more bytes.
    [
      'a file of more than 2 MB in Chinese',
      changed(P, 'start: apply', `# ${'字'.repeat(700_000)}\nstart: apply`),
      { variant: 'file' },
    ],
    ['41 levels', { ...heating, [P]: `x: ${'['.repeat(41)}${']'.repeat(41)}` }, { variant: 'depth' }],
    ['100,000 levels', { ...heating, [P]: '['.repeat(100_000) + ']'.repeat(100_000) }, { variant: 'depth' }],
    ['a list that holds itself', { ...heating, [P]: 'x: &x [*x]' }, { variant: 'depth' }],
    ['aliases of aliases', { ...heating, [P]: bomb }, { variant: 'aliases' }],
    ['200,000 values', { ...heating, [P]: `x: [${'1,'.repeat(200_000)}]` }, { variant: 'values' }],
    [
      'an expression of 2001 characters',
      changed('rules.yaml', 'value: application.rooms', `value: "${'1 + '.repeat(500)}1"`),
      { variant: 'text' },
    ],
    [
      'a million turns of loops within each other',
      changed(
        'rules.yaml',
        'value: application.rooms',
        'value: sum(for a in 1..1000 return sum(for b in 1..1000 return a * b))',
      ),
      { variant: 'range', found: 1_000_000 },
    ],
    [
      'a million turns of one loop over two ranges',
      changed(
        'rules.yaml',
        'value: application.rooms',
        'value: "some a in 1..1000, b in 1..1000 satisfies a = b"',
      ),
      { variant: 'range', found: 1_000_000 },
    ],
    [
      '1001 rows',
      changed(
        'rules.yaml',
        'rows:',
        `rows:\n${Array.from({ length: 999 }, (_, i) => `      - { id: X${i}, result: pass, reason: x }`).join('\n')}`,
      ),
      { limit: 1000, found: 1001 },
    ],
    [
      '501 steps',
      changed(
        P,
        'steps:',
        `steps:\n${Array.from({ length: 494 }, (_, i) => `  - { id: x${i}, title: x, kind: end, outcome: denied }`).join('\n')}`,
      ),
      { limit: 500 },
    ],
    [
      // 8 steps make 9 after expansion; 166 notices make 498 more.
      '500 steps that expand to more',
      changed(
        P,
        'steps:',
        `steps:\n${Array.from({ length: 166 }, (_, i) => `  - { id: n${i}, title: x, kind: notice, for: { days: 7, unit: calendar-day }, items: [{ label: x, value: "1" }], verify: { role: clerk, outcomes: { a: { title: x, to: denied } } }, next: denied }`).join('\n')}`,
      ),
      { variant: 'steps', limit: 500, found: 507 },
    ],
  ])('refuses %s', (_, files, params) => {
    const found = problemsOf(files);
    expect(found[0]).toMatchObject({ code: 'definition/too-large', params });
  });

  it('takes loops that come one after the other', () => {
    const loops = 'sum(for a in 1..900 return a) + sum(for b in 1..900 return b)';
    expect(problemsOf(changed('rules.yaml', 'value: application.rooms', `value: ${loops}`))).toEqual([]);
  });

  it('tells no more than 200 problems of one file', () => {
    const steps = Array.from(
      { length: 300 },
      (_, i) => `  - { id: x${i}, titel: x, kind: end, outcome: denied }`,
    ).join('\n');
    expect(problemsOf(changed(P, 'steps:', `steps:\n${steps}`))).toHaveLength(200);
  });

  it('takes no long time over any of it', () => {
    const start = performance.now();
    for (const text of [
      bomb,
      '['.repeat(200_000),
      `${'- '.repeat(50_000)}x`,
      '"'.repeat(100_000),
      '{a: '.repeat(50_000),
    ]) {
      expect(readSource('x.yaml', text).problems.length).toBeGreaterThan(0);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** Shorthands that each use the next one ten times, inside the items of an each. */
const laughs = Array.from(
  { length: 7 },
  (_, level) => `  s${level}:
    title: x
    steps:
      - id: self
        title: x
        kind: each
        items: "[1]"
        join: all
        next: over
        steps: [${Array.from({ length: 10 }, (__, use) => `{ id: u${use}, title: x, kind: use, of: s${level + 1} }`).join(', ')}]
`,
).join('');

describe('what a stranger may send', () => {
  const S = 'application.schema.json';
  const schema = (value: object): Files => ({ ...heating, [S]: JSON.stringify(value) });
  const doubled = Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => [
      `d${level}`,
      level === 39
        ? { type: 'object' }
        : { allOf: [{ $ref: `#/$defs/d${level + 1}` }, { $ref: `#/$defs/d${level + 1}` }] },
    ]),
  );
  const chained = Object.fromEntries(
    Array.from({ length: 5000 }, (_, level) => [
      `d${level}`,
      level === 4999 ? { type: 'object' } : { $ref: `#/$defs/d${level + 1}` },
    ]),
  );
  const wide = Array.from({ length: 480 }, (_, step) => {
    const outcomes = Array.from(
      { length: 20 },
      (__, way) => `o${way}: { title: x, to: z${way}${'y'.repeat(60)} }`,
    );
    return `  - { id: x${step}${'y'.repeat(60)}, title: x, kind: task, role: clerk, outcomes: { ${outcomes.join(', ')} } }`;
  }).join('\n');

  it.each<[string, Files, string, Record<string, unknown>]>([
    [
      '100 MB of text',
      { ...heating, [P]: 'x'.repeat(100_000_000) },
      'definition/too-large',
      { variant: 'file', found: 100_000_000 },
    ],
    [
      'shorthands that stand for ten million steps',
      changed(
        P,
        'shorthands:\n',
        `shorthands:\n${laughs}  s7: { title: x, steps: [{ id: self, title: x, kind: end, outcome: lapsed }] }\n`,
        changed(P, 'of: two-signatures\n            with: { role: inspector, next: done }', 'of: s0', sweep),
      ),
      'definition/too-large',
      { variant: 'steps' },
    ],
    ['a schema that is itself', schema({ type: 'object', $ref: '#' }), 'definition/endless-schema', {}],
    [
      'schemas that are each other',
      schema({
        type: 'object',
        $defs: { a: { anyOf: [{ $ref: '#/$defs/b' }] }, b: { not: { $ref: '#/$defs/a' } } },
        properties: { x: { $ref: '#/$defs/a' } },
      }),
      'definition/endless-schema',
      {},
    ],
    [
      'schemas that ask twice as much at every level',
      schema({ type: 'object', $defs: doubled, properties: { x: { $ref: '#/$defs/d0' } } }),
      'definition/endless-schema',
      { variant: 'doubling' },
    ],
    [
      'a chain of 5000 references',
      schema({ type: 'object', $defs: chained, properties: { x: { $ref: '#/$defs/d0' } } }),
      'definition/endless-schema',
      { variant: 'chain' },
    ],
    [
      '40,000 fields',
      schema({
        type: 'object',
        properties: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`f${i}`, {}])),
      }),
      'definition/layout-field',
      {},
    ],
    [
      'a table of 1000 rows and 150 inputs',
      {
        ...heating,
        'rules.yaml': `rules:\n  eligible:\n    title: x\n    hit: first\n    inputs:\n${'      - { id: a, title: x, value: "1" }\n'.repeat(150)}    rows:\n${`      - { id: X, if: { ${Array.from({ length: 150 }, (_, i) => `i${i}: "1"`).join(', ')} }, result: pass, reason: x }\n`.repeat(1000)}`,
      },
      'definition/too-large',
      { limit: 100 },
    ],
    [
      'a letter of open braces',
      { ...heating, 'letters/approval.md': '{{'.repeat(990_000) },
      'definition/letter-block',
      { block: '{{' },
    ],
    [
      'a letter of open blocks',
      { ...heating, 'letters/approval.md': '{{#if 1 }}'.repeat(190_000) },
      'definition/letter-block',
      {},
    ],
    [
      'a letter with a long expression',
      { ...heating, 'letters/approval.md': `{{ ${'1 + '.repeat(400_000)}1 }}` },
      'definition/too-large',
      { variant: 'text' },
    ],
    [
      'a pattern of a million characters',
      changed(S, '^[0-9]{1,18}$', 'a*'.repeat(500_000)),
      'definition/too-large',
      { variant: 'text' },
    ],
    [
      '9600 targets that are nearly right',
      changed(P, 'steps:', `steps:\n${wide}`),
      'definition/unknown-target',
      {},
    ],
  ])(
    'is refused soon: %s',
    (_, files, code, params) => {
      const start = performance.now();
      const found = problemsOf(files);
      expect(found.find((one) => one.code === code)).toMatchObject({ params });
      // Without the limit that refuses it each takes minutes, or for ever.
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    30_000,
  );

  it('is told in two hundred problems of one kind and no more', () => {
    const ends = Array.from(
      { length: 300 },
      (_, i) =>
        `  - { id: done${i}, title: x, kind: effect, effects: [{ letter: none${i} }], next: approved }`,
    );
    const found = problemsOf(changed(P, 'steps:', `steps:\n${ends.join('\n')}`));
    expect(found.filter(({ code }) => code === 'definition/unknown-letter')).toHaveLength(200);
  });

  it('may nest the same schema in parts of a value, as families do', () => {
    const member = {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#/$defs/member' } } },
    };
    const files = changed(
      S,
      '"$defs": {',
      `"$defs": { "tree": ${JSON.stringify(member).replaceAll('member', 'tree')},`,
    );
    expect(problemsOf(files)).toEqual([]);
  });
});

describe('names of prototypes', () => {
  it.each<[string, Files, string]>([
    ['a YAML key', changed(P, 'parameters:', 'parameters:\n  __proto__: { title: x }'), P],
    [
      'a nested YAML key',
      changed(P, '    request: { name: application.name }', '    request: { constructor: application.name }'),
      P,
    ],
    [
      'a quoted YAML key',
      changed(P, '    request: { name: application.name }', '    request: { "prototype": application.name }'),
      P,
    ],
    [
      'a JSON key',
      changed('application.schema.json', '"rooms": {', '"__proto__": {'),
      'application.schema.json',
    ],
    [
      'an escaped JSON key',
      changed('application.schema.json', '"rooms": {', '"__prot\\u006f__": {'),
      'application.schema.json',
    ],
    ['a form', changed(P, 'forms:', 'forms:\n  toString: { title: x, schema: application.schema.json }'), P],
    [
      'a value of a rule',
      changed('rules.yaml', 'values: { total:', 'values: { hasOwnProperty:'),
      'rules.yaml',
    ],
    ['a field of a record', changed(P, 'set: { hazards:', 'set: { valueOf:', sweep), P],
    [
      'a value for a shorthand',
      changed(P, 'with: { role: inspector,', 'with: { constructor: inspector,', sweep),
      P,
    ],
    [
      'a parameter of a shorthand',
      changed(P, 'parameters: { role: null,', 'parameters: { __defineGetter__: null,', sweep),
      P,
    ],
    ['a state', changed(P, 'active: { title: 运营 }', 'constructor: { title: 运营 }', sweep), P],
    ['a locale', { ...heating, 'locales/en.json': '{"__proto__": "x"}' }, 'locales/en.json'],
  ])('refuses %s', (_, files, file) => {
    expect(problemsOf(files)).toMatchObject([{ code: 'definition/forbidden-key', file }]);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  it.each(['toString', '__proto__', 'constructor'])('finds no form, step or letter called %s', (name) => {
    for (const [from, to] of [
      ['to: assess', `to: ${name}`],
      ['- letter: approval', `- letter: ${name}`],
      ['role: clerk', `role: ${name}`],
      ['rule: eligible', `rule: ${name}`],
      ['connector: registry', `connector: ${name}`],
    ] as const) {
      expect(parse(changed(P, from, to)).ok).toBe(false);
    }
  });
});
