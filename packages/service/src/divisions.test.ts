import { expect, test } from 'vitest';
import { divisionTable } from './divisions.ts';
import { divisions } from './fixtures/office.ts';

test('divisions are listed level by level and named with their township', () => {
  const table = divisionTable(divisions);
  expect(table.below()).toEqual([{ code: '620821', name: '示范县', level: 'county' }]);
  expect(table.below('620821').map(({ name }) => name)).toEqual(['甲镇', '乙镇']);
  expect(table.below('620821100')).toEqual([{ code: '620821100201', name: '一村', level: 'village' }]);
  expect(table.below('620821100201')).toEqual([]);
  expect(table.path('620821100201')).toBe('甲镇一村');
  expect(table.path('620821100')).toBe('甲镇');
  expect(table.name('999999')).toBe('999999');
});
