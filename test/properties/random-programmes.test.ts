import { type Bundle, lint, parse, type Validate } from '@aidflow/definition';
import { compile, type Programme, replay, verifyChain } from '@aidflow/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { County } from './county.ts';
import { randomProgramme } from './random-programme.ts';

const whole: Validate = (data) => Number.isInteger((data as { n?: unknown }).n);

/** The programme compiled, or nothing where the language refuses it. */
function compiled(files: Parameters<typeof parse>[0]): Programme | undefined {
  const parsed = parse(files);
  if (!parsed.ok) return undefined;
  const { programme } = parsed;
  const { programme: id, version, title, language, timezone } = programme.definition;
  const bundle = {
    aidflow: 1,
    hash: 'f'.repeat(64),
    programme: id,
    version,
    title,
    language,
    timezone,
  } as const;
  return compile({ ...bundle, ...programme, validators: '' } as Bundle, { application: whole });
}

const walks = fc.record({
  files: randomProgramme,
  n: fc.integer({ min: 0, max: 4 }),
  choices: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 10, maxLength: 60 }),
});

describe('whatever programme the language accepts', () => {
  it('does what it offers, refuses the rest alike, and replays to the same bytes', () => {
    let run = 0;
    fc.assert(
      fc.property(walks, ({ files, n, choices }) => {
        const programme = compiled(files);
        fc.pre(programme !== undefined);
        const county = new County(programme as Programme);
        if (!county.open(n)) return;
        for (const choice of choices) county.step(choice);
        for (const [id, events] of county.events) {
          run++;
          expect(JSON.stringify(replay(programme as Programme, events))).toBe(
            JSON.stringify(county.cases.get(id)),
          );
          expect(verifyChain(events)).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
    expect(run).toBeGreaterThan(250);
  });

  it('never comes to where nothing can happen, and runs for ever only where lint had said so', () => {
    fc.assert(
      fc.property(walks, ({ files, n, choices }) => {
        const programme = compiled(files);
        fc.pre(programme !== undefined);
        const county = new County(programme as Programme);
        county.open(n);
        for (const choice of choices) {
          county.step(choice);
          for (const state of county.cases.values()) {
            const open = state.status === 'active';
            expect(open && !county.canGoOn(state) ? `stuck at ${JSON.stringify(state.value)}` : '').toBe('');
          }
        }
        if (!county.refusals.has('engine/endless')) return;
        expect(lint(files).map(({ code }) => code)).toContain('lint/automatic-loop');
      }),
      { numRuns: 150 },
    );
  });
});
