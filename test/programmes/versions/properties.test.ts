/** What holds for the differences of any two versions. */
import { diff, type Programme, severities } from '@aidflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dibao, edited, outcome, step, task } from './edits.ts';

type Plain = Record<string, unknown>;

/** A gap in a sentence that nothing was filled into. */
const gap = /\{(?:before|after|step|outcome|form|field|rule|row|clock|setting|who|way|what)\}|undefined/;

/** Paths to every text, number and truth value of a programme, but for what a version says of itself. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

const unsaid = [
  /^definition\/(?:aidflow|version)$/,
  // Where files lie, and what is said again where they are read.
  /^definition\/(?:letters|forms)\//,
  /^forms\/\w+\/schema\/(?:\$schema|title|\$defs\/\w+\/title)$/,
  /\/\$ref$/,
  // There are no kinds, levels and units but those of the language.
  /\/(?:kind|level|to-level|unit)$/,
];
const all = leaves(dibao as unknown as Plain).filter(
  (path) => !unsaid.some((one) => one.test(path.join('/'))),
);
/** Rules are asked, which takes a second. */
const asked = (path: string[]) => path[0] === 'rules' || path[1] === 'parameters';
const quick = all.filter((path) => !asked(path));

function changedAt(path: readonly string[]): Programme {
  return edited((p) => {
    const last = path.at(-1) ?? '';
    const parent = path.slice(0, -1).reduce<Plain>((here, key) => here[key] as Plain, p as unknown as Plain);
    const old = parent[last];
    parent[last] = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${String(old)}x`;
  });
}

describe('any two versions', () => {
  it('have no differences when they are one', () => {
    expect(diff(dibao, structuredClone(dibao))).toEqual([]);
  });

  it('have at least one when anything at all was changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...quick), (path) => {
        const found = diff(dibao, changedAt(path));
        expect(found.length, path.join('/')).toBeGreaterThan(0);
        // A difference says something, in both languages, of a place that is there.
        for (const { sentence, at } of found) {
          expect(sentence.zh).not.toMatch(gap);
          expect(sentence.en).not.toMatch(gap);
          expect(at).toMatch(/^\//);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have at least one when a rule or a standard was changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all.filter(asked)), (path) => {
        expect(diff(dibao, changedAt(path)).length, path.join('/')).toBeGreaterThan(0);
      }),
      { numRuns: 5 },
    );
  });

  it('tell the most serious difference first', () => {
    const found = diff(
      dibao,
      edited((p) => {
        outcome(p, 'confirm', 'deny').title = '不批准';
        task(p, 'serve-denial').by = 2;
        task(p, 'county-visit').by = 1;
        delete task(p, 'confirm').delegable;
        step(p, 'approve', 'effect').effects = [{ letter: 'approval' }];
        outcome(p, 'confirm', 'return').to = 'assess';
      }),
    );
    expect(found.map(({ severity }) => severity)).toEqual([...severities]);
  });
});
