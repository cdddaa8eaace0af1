/** A definition must not be able to exhaust whoever loads it, nor reach into prototypes. */
import { describe, expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
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
