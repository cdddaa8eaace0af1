/** What is made of the forms of a real programme is judged by its validators. */
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile } from '@aidflow/engine';
import { describe, expect, it } from 'vitest';
import { type Around, changesOf, cooked, failing, plainest } from './data.ts';
import { VILLAGE } from './worlds.ts';

const loaded = await loadProgramme(fileURLToPath(new URL('../../../programmes/dibao', import.meta.url)));
if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
const { forms, validators } = compile(loaded.bundle, await loadValidators(loaded.bundle));
const around: Around = { today: '2026-03-02', opened: '2026-03-02', division: VILLAGE, numbers: [0, 1, 2] };

describe.each(Object.entries(forms))('data of the form %s', (id, { schema }) => {
  const accepts = validators[id];
  if (!accepts) throw new Error(id);
  const plain = plainest(schema, around, accepts);

  it('satisfies its schema in the plainest way', () => {
    expect(accepts(plain), JSON.stringify(accepts.errors)).toBe(true);
  });

  it('satisfies it after one change, unless that asks for something else besides', () => {
    const wrong = changesOf(schema, plain, around).flatMap((change) => {
      if (accepts(cooked(plain, [change], around))) return [];
      // What is conditional, or compares places, is refused by a schema that the place itself does not show.
      const alone = (accepts.errors ?? []).every(
        ({ schemaPath }) => !/\/(if|then|else|allOf|anyOf|oneOf|not)\b/.test(schemaPath),
      );
      return alone ? [[change, accepts.errors]] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('fails it after one constraint is broken', () => {
    // Both ask for what only one side of a condition needs: without it the other side holds.
    const either = ['visit', 'countyVisit'].includes(id) ? ['/refusedToSign'] : [];
    const kept = failing(schema, plain).filter(({ at, data }) => accepts(data) && !either.includes(at));
    expect(kept.map(({ at, keyword }) => `${at} ${keyword}`)).toEqual([]);
  });
});
