import { expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { type Files, parse } from '../parse.ts';
import { diff } from './diff.ts';
import { placesIn } from './places.ts';

function programme(files: Files) {
  const parsed = parse(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.programme;
}
const before = programme(heating);

/** Each edit, and the text that stands in the line which is named. */
it.each([
  ['programme.yaml', 'limit: { days: 10', 'limit: { days: 8', 'limit: { days: 8'],
  ['programme.yaml', 'reasons: required', 'reasons: optional', 'deny: {'],
  ['programme.yaml', 'within: { days: 5', 'within: { days: 3', 'within: { days: 3'],
  ['programme.yaml', 'value: 32000', 'value: 33000', 'value: 33000'],
  ['rules.yaml', '"> 0"', '"> 1"', 'id: R1'],
  ['application.schema.json', '"maxLength": 50', '"maxLength": 40', '"maxLength": 40'],
  [
    'application.layout.yaml',
    '- { field: /rooms, help: 只算住人的房间。 }',
    '- { field: /rooms }',
    'sections:',
  ],
  ['letters/approval.md', '# 通知书', '# 告知书', '# 告知书'],
])('names the line in %s: %s', (file, from, to, there) => {
  const files = changed(file, from, to);
  const after = programme(files);
  const [found] = diff(before, after).filter(({ code }) => code !== 'diff/rule-example');
  const place = placesIn(files, after)(found?.at ?? '');
  expect(place.file).toBe(file);
  expect(files[file]?.split('\n')[place.line - 1]).toContain(there);
});

it('names the list from which a step is gone', () => {
  const text = heating['programme.yaml'] ?? '';
  const files = {
    ...heating,
    'programme.yaml': text.replace(/ {2}- \{ id: lapsed.*\n/, '').replace('lapsed: lapsed', 'lapsed: denied'),
  };
  const after = programme(files);
  const gone = diff(before, after).find(({ code }) => code === 'diff/step-removed');
  const { line } = placesIn(files, after)(gone?.at ?? '');
  expect(files['programme.yaml'].split('\n')[line - 1]).toBe('steps:');
});
