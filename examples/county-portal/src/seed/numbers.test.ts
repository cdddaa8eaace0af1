import { formats } from '@aidflow/definition';
import { expect, test } from 'vitest';
import { syntheticCard, syntheticId, syntheticMobile } from './numbers.ts';

test('synthetic numbers pass the checks of the forms', () => {
  for (let order = 0; order < 300; order += 1) {
    expect(formats['resident-id']?.(syntheticId('1958-03-09', order))).toBe(true);
    expect(formats['bank-card']?.(syntheticCard(order))).toBe(true);
    expect(formats['mobile-cn']?.(syntheticMobile(order))).toBe(true);
  }
});

test('the check digit is the one of the standard', () => {
  // 62089919580309001: 42+18+0+40+72+36+2+9+30+24+0+27+0+45+0+0+2 = 347, and 347 mod 11 is 6, whose digit is 6.
  expect(syntheticId('1958-03-09', 1)).toBe('620899195803090016');
  // The same with 018 at the end: 345 + 4 + 16 = 365, and 365 mod 11 is 2, whose digit is X.
  expect(syntheticId('1958-03-09', 18)).toBe('62089919580309018X');
});
