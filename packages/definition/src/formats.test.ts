import { describe, expect, it } from 'vitest';
import { formats, isDate, residentId } from './formats.ts';

/** Valid and invalid texts by format. Check digits were worked out by hand. */
const table: Record<string, { valid: string[]; invalid: string[] }> = {
  'resident-id': {
    // The example of GB 11643-1999; and 620821 1990-03-07, order 002: weighted sum 251, 251 mod 11 = 9, digit 3.
    valid: ['11010519491231002X', '620821199003070023'],
    invalid: [
      '',
      '110105194912310021',
      '11010519491231002x',
      '1101051949123100',
      '620821199003070024',
      '620821199013070023',
      '620821199002300023',
      '020821199003070023',
      ' 620821199003070023',
      '６20821199003070023',
      // The other example of the standard: right check digit, born 1880.
      '440524188001010014',
      // Born 2999-12-31, and 1899-12-31, with right check digits.
      '110105299912310027',
      '110105189912310020',
    ],
  },
  'bank-card': {
    // Luhn sums: 4 + 1 ... = 30; 80 for the one of nineteen digits.
    valid: ['4111111111111111', '5500005555555559', '6228480402564890018'],
    invalid: [
      '',
      '4111111111111112',
      '411111111111111',
      '62284804025648900180',
      '4111 1111 1111 1111',
      '411111111111111a',
    ],
  },
  'credit-code': {
    // Two listed companies; and 91620821MA000000 1: weighted sum 1115, 1115 mod 31 = 30, 31 - 30 = 1.
    valid: ['9144030071526726XG', '91110000802100433B', '91620821MA00000011'],
    invalid: [
      '',
      '9144030071526726XH',
      '9144030071526726xg',
      '9144030071526726X',
      '9144030071526726XG0',
      '914403007152672OXG',
    ],
  },
  'mobile-cn': {
    valid: ['13800000000', '19912345678'],
    invalid: ['', '12800000000', '1380000000', '138000000000', '+8613800000000', '1380000000a'],
  },
  'division-code': {
    valid: ['62', '6208', '620821', '620821100', '620821100201'],
    invalid: ['', '6', '620', '62082', '6208211', '62082110020', '6208211002011', '62082x'],
  },
  date: {
    valid: ['2026-03-02', '2024-02-29', '1900-01-01'],
    invalid: ['', '2026-02-29', '2026-13-01', '2026-3-2', '20260302', '2026-03-02T00:00:00Z', '2026-00-10'],
  },
  time: {
    valid: ['09:30:00Z', '23:59:59.5+08:00'],
    invalid: ['', '9:30:00Z', '24:00:00Z', '09:60:00Z', '09:30:00'],
  },
  'date-time': {
    valid: ['2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00Z'],
    invalid: ['', '2026-03-02', '2026-02-30T09:00:00Z', '2026-03-02 09:00:00Z', '2026-03-02T09:00'],
  },
  email: {
    valid: ['name@example.org'],
    invalid: ['', 'name', 'name@', 'name@example', 'a b@example.org', 'a@b@c.org'],
  },
  uri: {
    valid: ['https://example.org/a?b=c', 'urn:a:b'],
    invalid: ['', 'example.org', '/a', 'https://a b', '://a'],
  },
  uuid: {
    valid: ['123e4567-e89b-12d3-a456-426614174000'],
    invalid: ['', '123e4567e89b12d3a456426614174000', '123e4567-e89b-12d3-a456-42661417400g'],
  },
};

describe.each(Object.entries(table))('%s', (format, { valid, invalid }) => {
  it.each(valid)('accepts %j', (text) => expect(formats[format]?.(text)).toBe(true));
  it.each(invalid)('refuses %j', (text) => expect(formats[format]?.(text)).toBe(false));
});

it('every format has a table', () => {
  expect(Object.keys(formats).sort()).toEqual(Object.keys(table).sort());
});

describe('residentId', () => {
  it('reads birth, sex and division', () => {
    expect(residentId('620821199003070023')).toEqual({
      birth: '1990-03-07',
      sex: 'female',
      division: '620821',
    });
    expect(residentId('not a number')).toBeNull();
  });

  it('refuses who is born after the day', () => {
    expect(residentId('620821199003070023', '1990-03-07')?.birth).toBe('1990-03-07');
    expect(residentId('620821199003070023', '1990-03-06')).toBeNull();
  });
});

it('days of the calendar are those that the platform knows', () => {
  const two = (part: number) => String(part).padStart(2, '0');
  for (const year of ['0000', '0004', '0100', '1900', '1999', '2000', '2023', '2024', '2100', '2400']) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const at = new Date(`${text}T00:00:00Z`);
        const known = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
        expect(isDate(text), text).toBe(known);
      }
    }
  }
});
