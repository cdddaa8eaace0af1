import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../../feel.ts';
import { pointerKey } from '../../schema-walk.ts';
import { applyFix } from './apply.ts';
import type { Change } from './edit.ts';
import { changedPlain } from './plain.ts';

const edited = (file: string, text: string, pointer: string, change: Change): string =>
  applyFix({ [file]: text }, { edits: [{ file, pointer, ...change }] })[file] ?? '';

const yaml = `# head
roles:
  clerk: { title: 受理岗, level: township } # who accepts
  # nobody
  guard: { title: 门卫, level: village }
steps:
  - id: apply # first
    to: acept
    guard: >-
      a.b > 1
      and a.c = 2
  # about the second
  - id: accept
    list: [one, two]
  - { id: last, when: "a = 1", values: [1, 2,], }
`;

describe('an edit of YAML', () => {
  it.each<[string, string, Change, string, string]>([
    ['sets a word', '/steps/0/to', { value: 'accept' }, 'to: acept', 'to: accept'],
    ['quotes what needs it', '/steps/0/to', { value: 'a: b' }, 'to: acept', 'to: "a: b"'],
    ['keeps quotes', '/steps/2/when', { value: 'true' }, '"a = 1"', '"true"'],
    ['sets a number', '/steps/2/values/1', { value: 3 }, '[1, 2,]', '[1, 3,]'],
    ['renames a key', '/steps/0/to', { rename: 'next' }, 'to: acept', 'next: acept'],
    [
      'removes a line, not its comment',
      '/roles/guard',
      { remove: true },
      '  guard: { title: 门卫, level: village }\n',
      '',
    ],
    ['removes from braces', '/steps/2/when', { remove: true }, 'when: "a = 1", ', ''],
    ['removes the last from brackets', '/steps/1/list/1', { remove: true }, '[one, two]', '[one]'],
    [
      'removes a folded text',
      '/steps/0/guard',
      { remove: true },
      '    guard: >-\n      a.b > 1\n      and a.c = 2\n',
      '',
    ],
    [
      'adds a key to a block',
      '/steps/1/role',
      { value: 'clerk' },
      'list: [one, two]\n',
      'list: [one, two]\n    role: clerk\n',
    ],
    [
      'adds a key to braces',
      '/roles/clerk/x',
      { value: [1] },
      'level: township }',
      'level: township, x: [1] }',
    ],
    [
      'adds an item to a block',
      '/steps/-',
      { value: { id: 'x' } },
      'values: [1, 2,], }\n',
      'values: [1, 2,], }\n  - { id: x }\n',
    ],
    ['replaces a word in a folded text', '/steps/0/guard', { word: 'a.c', by: 'a.d' }, 'and a.c', 'and a.d'],
  ])('%s', (_, pointer, change, from, to) => {
    expect(edited('a.yaml', yaml, pointer, change)).toBe(yaml.replace(from, () => to));
  });

  it('removes what would be left empty', () => {
    const one = edited('a.yaml', yaml, '/steps/1/list/0', { remove: true });
    expect(edited('a.yaml', one, '/steps/1/list/0', { remove: true })).toBe(
      yaml.replace('    list: [one, two]\n', ''),
    );
  });

  it('moves an item with the comment above it', () => {
    const moved = edited('a.yaml', yaml, '/steps/1', { before: 0 });
    expect(moved).toContain(
      'steps:\n  # about the second\n  - id: accept\n    list: [one, two]\n  - id: apply # first\n',
    );
  });

  it('leaves the rest to the document where lines are shared, with every comment', () => {
    const text = '- a: 1 # one\n  b: 2 # two\n- c: 3\n';
    const found = edited('a.yaml', text, '/0/a', { remove: true });
    expect(parse(found)).toEqual([{ b: 2 }, { c: 3 }]);
    expect(found).toContain('# two');
  });

  it('changes nothing where the place is gone', () => {
    expect(edited('a.yaml', yaml, '/steps/9/to', { value: 'x' })).toBe(yaml);
    expect(edited('a.yaml', yaml, '/roles/x', { remove: true })).toBe(yaml);
    expect(applyFix({}, { edits: [{ file: 'a.yaml', pointer: '/x', value: 1 }] })).toEqual({});
  });
});

describe('an edit of JSON', () => {
  const json =
    '{\n  "required": ["name", "rooms"],\n  "properties": {\n    "name": { "type": "string" }\n  }\n}\n';

  it.each<[string, string, Change, string, string]>([
    ['sets', '/properties/name/type', { value: 'number' }, '"string"', '"number"'],
    ['removes', '/required/0', { remove: true }, '"name", "rooms"', '"rooms"'],
    ['renames', '/properties/name', { rename: 'nom' }, '"name": {', '"nom": {'],
    [
      'adds on a line of its own',
      '/properties/rooms',
      { value: { type: 'integer' } },
      '"string" }',
      '"string" },\n    "rooms": { "type": "integer" }',
    ],
  ])('%s', (_, pointer, change, from, to) => {
    expect(edited('a.json', json, pointer, change)).toBe(json.replace(from, () => to));
  });
});

it('an edit of a letter changes the word on its line only', () => {
  const files = { 'a.md': '{{ a.b }}\n{{ a.b }} {{ a.bc }}\n' };
  const fix = { edits: [{ file: 'a.md', line: 2, word: 'a.b', by: 'a.x' }] };
  expect(applyFix(files, fix)['a.md']).toBe('{{ a.b }}\n{{ a.x }} {{ a.bc }}\n');
});

describe('random documents', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd-e', '键');
  const leaf = fc.oneof(
    fc.constantFrom(
      'plain',
      'two words',
      'a: b',
      '- x',
      '',
      '#',
      'true',
      'null',
      '中文，标点',
      "it's",
      '"q"',
      ' x',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const root = fc.oneof(
    fc.array(value, { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  );

  /** Written with a comment at the end of each line, in blocks or braces by turns. */
  function written(node: Json, indent: string, flow: () => boolean, line: () => string): string {
    const isEmpty = typeof node !== 'object' || node === null || Object.keys(node).length === 0;
    if (isEmpty || (indent !== '' && flow())) return `${JSON.stringify(node)}${line()}`;
    const items = Object.entries(node).map(([name, item]) => {
      const inner = written(item, `${indent}  `, flow, line);
      const lead = inner.startsWith('\n') ? line() : ' ';
      return `\n${indent}${Array.isArray(node) ? '-' : `${name}:`}${lead}${inner}`;
    });
    return items.join('');
  }

  const places = (node: Json, pointer = ''): string[] =>
    typeof node !== 'object' || node === null
      ? []
      : Object.entries(node).flatMap(([name, item]) => {
          const place = pointer + pointerKey(name);
          return [place, ...places(item, place)];
        });

  it('read as they should after an edit, and lose no comment that is not of what went', () => {
    const changes: fc.Arbitrary<Change> = fc.oneof(
      value.map((to) => ({ value: to })),
      fc.constant<Change>({ remove: true }),
      key.map((rename) => ({ rename })),
      fc.nat(3).map((before) => ({ before })),
      fc.constant<Change>({ word: 'plain', by: 'fancy' }),
    );
    fc.assert(
      fc.property(root, changes, fc.nat(), fc.infiniteStream(fc.boolean()), (node, change, pick, turns) => {
        let comments = 0;
        const text = written(
          node as Json,
          '',
          () => turns.next().value === true,
          () => {
            comments += 1;
            return ` # c${comments}`;
          },
        ).trimStart();
        expect(parse(text)).toEqual(node);
        const all = places(node as Json);
        const pointer = all[pick % all.length] ?? '';
        const wanted = changedPlain(node as Json, pointer, change);
        const found = edited('a.yaml', `${text}\n`, pointer, change);
        expect(parse(found)).toEqual(wanted ?? node);
        if ('rename' in change || 'word' in change || wanted === undefined) {
          expect(found.match(/# c\d+/g)?.length).toBe(comments);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
