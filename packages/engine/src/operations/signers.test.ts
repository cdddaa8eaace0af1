import type { ExpandedStep } from '@aidflow/definition';
import { expect, it } from 'vitest';
import { people } from '../fixtures/relief.ts';
import { Office, small, task } from '../fixtures/small.ts';

const both: ExpandedStep = {
  id: 'both',
  kind: 'parallel',
  title: 'both',
  join: 'all',
  branches: {
    desk: { title: 'desk', steps: [task('read', { ok: 'done' })] },
    field: { title: 'field', steps: [task('visit', { ok: 'done' }, { role: 'investigator' })] },
  },
  next: 'approved',
} as ExpandedStep;

const signer = (officer: string) => ({ data: { officer, name: officer, position: 'beside' } });
const office = () =>
  new Office(small([both]))
    .open()
    .do('add-signer', people.clerk, signer('x'))
    .do('add-signer', people.first, signer('y'));

it('nobody removes a signer of a task that is not theirs', () => {
  const one = office();
  expect(one.try('remove-signer', people.clerk, { data: { officer: 'y' } })).toBe('authority/role');
  expect(one.of().steps.visit?.added).toHaveLength(1);
});

it('who holds the second of two open tasks removes its signer', () => {
  const one = office().do('remove-signer', people.second, { data: { officer: 'y' } });
  expect(one.of().steps.visit?.added).toEqual([]);
  expect(one.of().steps.read?.added).toHaveLength(1);
});

it('somebody who was never added is no signer of anything', () => {
  expect(office().try('remove-signer', people.clerk, { data: { officer: 'z' } })).toBe('operation/no-signer');
});
