import { afterEach, expect, it } from 'vitest';
import { MemoryClient } from '../fixtures/client.ts';
import { all, clear, mount, one, violations, words } from '../fixtures/mount.ts';

afterEach(clear);

const open = () => mount('aid-case', { client: new MemoryClient(), caseId: 'c-1024', plain: true });

it('folds records, procedure and history, and opens none of them by itself', async () => {
  const element = await open();
  const folds = all<HTMLDetailsElement>(element, 'details.fold');
  expect(folds.map((fold) => words(one(fold, 'summary')))).toEqual(['材料与记录', '办到哪一步', '办理经过']);
  expect(folds.some((fold) => fold.open)).toBe(false);
  expect(all(element, 'aid-form')).toHaveLength(0);
});

it('shows where the case stands, and time limits only while they run', async () => {
  const element = await open();
  expect(words(one(element, '.who'))).toBe('等待高平镇审核岗办理“初审意见”，期限至4月23日（周四）');
  const states = all<HTMLElementTagNameMap['aid-clock']>(element, 'aid-clock').map(
    ({ clock }) => clock?.state,
  );
  expect(states).not.toContain('stopped');
});

it('lists what may be done, and not why the rest may not', async () => {
  const element = await open();
  expect(all(element, '[data-do]').length).toBeGreaterThan(0);
  expect(all(element, '.why-not')).toHaveLength(0);
});

it('has nothing that axe finds', async () => {
  await open();
  expect(await violations()).toEqual([]);
});
