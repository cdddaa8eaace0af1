import { describe, expect, it } from 'vitest';
import { happenings, type Model, matrixProgramme, Played, START } from '../fixtures/matrix.ts';
import { activeSteps, type CaseState } from '../index.ts';

const names = Object.keys(happenings);
const programme = matrixProgramme();
const later = matrixProgramme('e'.repeat(64));

/** What the model says of a state, in the words of the engine. */
const where = (state: CaseState) =>
  state.status === 'ended' ? (state.decided?.outcome ?? '') : activeSteps(programme, state).join();

/** Plays names on engine and model side by side, and holds every answer and every place against one another. */
function together(...played: string[]): string {
  const engine = new Played(programme, later);
  let model: Model = START;
  let last = '';
  for (const name of played) {
    const expected = happenings[name]?.expect(model) ?? '';
    const answer = engine.play(name);
    const told = played.join(' > ');
    expect(`${told}: ${answer}`).toBe(`${told}: ${typeof expected === 'string' ? expected : 'accepted'}`);
    if (typeof expected !== 'string') model = expected;
    expect(`${told}: at ${where(engine.state)}`).toBe(`${told}: at ${model.at}`);
    last = answer;
  }
  return last;
}

describe('what meets in one case', () => {
  it(`every ordered pair of ${names.length}`, () => {
    for (const first of names) for (const second of names) together(first, second);
  });

  it('every ordered triple', { timeout: 180_000 }, () => {
    for (const first of names) {
      for (const second of names) for (const third of names) together(first, second, third);
    }
  });

  it('is written down for readers', async () => {
    await expect(page()).toMatchFileSnapshot('../../../../docs/operations.md');
  });
});

/** What the model expects of every pair, as a page: what is refused after what, and with which code. */
function page(): string {
  const rows = names.map((first) => {
    const after = happenings[first]?.expect(START) ?? '';
    if (typeof after === 'string') return `| ${first} | is refused itself: \`${after}\` |`;
    const refused = names.flatMap((second) => {
      const answer = happenings[second]?.expect(after) ?? '';
      return typeof answer === 'string' ? [{ second, answer }] : [];
    });
    const codes = [...Map.groupBy(refused, ({ answer }) => answer)].map(
      ([code, list]) => `\`${code}\`: ${list.map(({ second }) => second).join(', ')}`,
    );
    return `| ${first} | ${codes.join('<br>')} |`;
  });
  return [
    '# What may meet in one case',
    '',
    'A case stands at `confirm`, a task of the county that is delegated to the township leader, with one clock running.',
    'After each happening the table says what is refused, and with which code; everything else is accepted. It comes from',
    'the model that the engine is held against on every ordered triple (`packages/engine/src/fixtures/matrix.ts`).',
    '',
    '| after | is refused |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
