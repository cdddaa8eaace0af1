import { describe, expect, it } from 'vitest';
import { dateInWords, isoDate } from './dates.ts';
import { compact, groupsOfFour } from './digits.ts';
import { fenFromYuan, yuanFromFen } from './money.ts';

describe('yuan as typed', () => {
  it.each([
    ['0', 0],
    ['1234.5', 123450],
    ['1,234.56', 123456],
    ['１２３．４', 12340],
    ['￥ 12', 1200],
    ['.5', 50],
    ['12.', 1200],
    ['-3.07', -307],
    ['-0', 0],
    // 1.15 * 100 is 114.99999999999999 in fractions.
    ['1.15', 115],
    ['90071992547409.91', 9007199254740991],
  ])('%s is %d fen', (text, fen) => expect(fenFromYuan(text)).toBe(fen));

  it.each(['', '.', '-', '1.234', '12a', '1,23', '90071992547409.92', '1 2.3.4'])('%s is refused', (text) =>
    expect(fenFromYuan(text)).toBeUndefined(),
  );

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [123456789, '1,234,567.89'],
  ])('%d fen are shown as %s', (fen, text) => expect(yuanFromFen(fen)).toBe(text));
});

describe('dates as typed', () => {
  it.each([
    '2026-03-02',
    '2026-3-2',
    '2026年3月2日',
    '20260302',
    '2026/3/2',
    '2026.03.02',
    ' ２０２６-３-２ ',
    '2026 3 2',
  ])('%s', (text) => expect(isoDate(text)).toBe('2026-03-02'));
  it.each(['', '2026', '2026-02-29', '2026-13-01', '20260230', '2026-00-10', 'tomorrow', '26-3-2'])(
    '%s is no day',
    (text) => expect(isoDate(text)).toBeUndefined(),
  );
  it('knows leap years', () => expect(isoDate('2028年2月29日')).toBe('2028-02-29'));
  it('says the weekday', () => {
    expect(dateInWords('2026-03-02', 'zh')).toBe('2026年3月2日 星期一');
    expect(dateInWords('2026-03-02', 'en')).toBe('Monday 2 March 2026');
  });
});

describe('long numbers', () => {
  it('is shown in groups', () => expect(groupsOfFour('4111111111111111')).toBe('4111 1111 1111 1111'));
  it('is pasted with blanks and dashes', () =>
    expect(compact(' 4111-1111 1111　1111')).toBe('4111111111111111'));
  it('loses the invisible signs that messengers put around numbers', () =>
    expect(compact('\u202a110105\u200b19491231002X\u202c\ufeff')).toBe('11010519491231002X'));
});
