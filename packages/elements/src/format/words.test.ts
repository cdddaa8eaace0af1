import { expect, test } from 'vitest';
import { yuan } from './money.ts';
import { moneyInWords } from './words.ts';

test.each([
  [0, '零元整'],
  [60_000, '陆佰元整'],
  [60_050, '陆佰元伍角整'],
  [60_005, '陆佰元零伍分'],
  [7, '柒分'],
  [50, '伍角整'],
  [100_500, '壹仟零伍元整'],
  [101_000, '壹仟零壹拾元整'],
  [1_000_000, '壹万元整'],
  [1_000_500, '壹万零伍元整'],
  [1_050_000, '壹万零伍佰元整'],
  [10_000_000_000, '壹亿元整'],
  [1_234_567, '壹万贰仟叁佰肆拾伍元陆角柒分'],
])('%i fen is %s', (fen, words) => expect(moneyInWords('zh', fen)).toBe(words));

test.each([
  [60_000, 'six hundred yuan'],
  [60_050, 'six hundred yuan and fifty fen'],
  [100_500, 'one thousand and five yuan'],
  [123_456, 'one thousand two hundred and thirty-four yuan and fifty-six fen'],
])('%i fen is "%s"', (fen, words) => expect(moneyInWords('en', fen)).toBe(words));

test('yuan have two decimals and grouped thousands', () => {
  expect(yuan('zh', 60_000)).toBe('600.00元');
  expect(yuan('en', 123_456)).toBe('1,234.56 yuan');
});
