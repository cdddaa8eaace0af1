import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heating } from '../fixtures/heating.ts';
import { sweep } from '../fixtures/sweep.ts';
import { parse } from '../parse.ts';
import type { ProblemEntry } from '../problems/entry.ts';
import { type Problem, type ProblemCode, problems } from '../problems.ts';

const places = [heating, sweep].flatMap((files) => Object.keys(files).map((name) => ({ files, name })));
const pieces = [
  '',
  ' ',
  '\n',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '&a ',
  '*a',
  'null',
  '1',
  '~',
  '\\',
  '{{',
  'when: x\n',
  '$role',
  '${self}',
  'kind: use, ',
  'each',
  '\u0000',
  '字',
];

/** Places in the words of a problem that nothing was given for. */
function unfilled({ code, params = {} }: Problem): string[] {
  const { en, variants = {} }: ProblemEntry = problems[code as ProblemCode];
  const { title, detail, hint } = { ...en, ...variants[String(params.variant)]?.en };
  const places = [...`${title} ${detail} ${hint}`.matchAll(/\{([a-z][A-Za-z0-9]*)\}/g)].map(
    ([, name = '']) => name,
  );
  return places.filter((name) => !(name in params));
}

it('never throws, whatever is cut out of a file and put in its place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.nat(),
      fc.nat({ max: 30 }),
      fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })),
      ({ files, name }, place, length, piece) => {
        const text = files[name] ?? '';
        const start = place % (text.length + 1);
        const result = parse({
          ...files,
          [name]: text.slice(0, start) + piece + text.slice(start + length),
        });
        for (const found of result.ok ? result.warnings : result.problems) {
          expect(found.file).toBeDefined();
          expect(found.line).toBeGreaterThan(0);
          expect(unfilled(found)).toEqual([]);
        }
      },
    ),
    { numRuns: 600 },
  );
}, 60_000);
