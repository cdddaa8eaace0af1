import { describe, expect, it } from 'vitest';
import { covers, divisionAt, divisionLevel } from './divisions.ts';

describe('divisionLevel', () => {
  it.each([
    ['62', 'province'],
    ['6208', 'city'],
    ['620821', 'county'],
    ['620821100', 'township'],
    ['620821100201', 'village'],
  ])('%s is a %s', (code, level) => expect(divisionLevel(code)).toBe(level));

  it.each(['', '6', '620', '62082x', '6208211002', '6208211002011'])('refuses %j', (code) => {
    expect(() => divisionLevel(code)).toThrow('division/invalid');
  });
});

describe('covers', () => {
  it.each([
    ['620821', '620821100201', true],
    ['620821100', '620821100201', true],
    ['620821', '620821', true],
    ['620821100', '620821101201', false],
    ['620821100201', '620821', false],
    ['', '620821', false],
    ['6208211', '620821100', false],
    ['62', 'x62', false],
  ])('%j covers %j: %s', (outer, inner, expected) => expect(covers(outer, inner)).toBe(expected));
});

describe('divisionAt', () => {
  it('cuts a code to a level', () => {
    expect(divisionAt('620821100201', 'county')).toBe('620821');
    expect(divisionAt('620821100201', 'township')).toBe('620821100');
    expect(divisionAt('620821', 'county')).toBe('620821');
  });

  it('refuses what lies above the level', () => {
    expect(() => divisionAt('620821', 'village')).toThrow('division/invalid');
  });
});
