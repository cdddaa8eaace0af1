import { describe, expect, it } from 'vitest';
import { happenings, type Model, matrixProgramme, Played, START } from '../fixtures/matrix.ts';
import { activeSteps, type CaseState } from '../index.ts';

const names = Object.keys(happenings);
const programme = matrixProgramme();

/** What the model says of a state, in the words of the engine. */
const where = (state: CaseState) =>
  state.status === 'ended' ? (state.decided?.outcome ?? '') : activeSteps(programme, state).join();

/** Plays names on engine and model side by side, and holds every answer and every place against one another. */
function together(...played: string[]): string {
  const engine = new Played(programme);
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

  it('every ordered triple', () => {
    for (const first of names) {
      for (const second of names) for (const third of names) together(first, second, third);
    }
  });
});
