import { describe, expect, it } from 'vitest';
import { maskBankCard, maskData, maskId, maskMobile, maskName } from './mask.ts';

describe('single values', () => {
  it.each([
    [maskName, '王小明', '王**'],
    [maskName, '王', '王'],
    [maskName, '', ''],
    // A character outside of the first plane is one character.
    [maskName, '𠮷田', '𠮷*'],
    [maskId, '620821199003070023', '620***********0023'],
    [maskId, '62082', '*****'],
    [maskBankCard, '4111111111111111', '************1111'],
    [maskMobile, '13800001234', '138****1234'],
  ])('%o masks %j as %j', (mask, text, expected) => expect(mask(text)).toBe(expected));
});

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-privacy': 'masked' },
    idNumber: { type: 'string', format: 'resident-id', 'x-privacy': 'masked' },
    illness: { type: 'string', 'x-privacy': 'sealed' },
    income: { type: 'integer', 'x-privacy': 'masked' },
    rooms: { type: 'integer' },
    bank: {
      type: 'object',
      'x-privacy': 'sealed',
      properties: { holder: { type: 'string', 'x-privacy': 'masked' }, number: { type: 'string' } },
    },
    members: { type: 'array', items: { $ref: '#/$defs/member' } },
    either: { anyOf: [{ type: 'string' }, { type: 'string', 'x-privacy': 'sealed' }] },
    'a/b': { type: 'string', 'x-privacy': 'sealed' },
  },
  $defs: {
    member: {
      type: 'object',
      properties: {
        phone: { type: 'string', format: 'mobile-cn', 'x-privacy': 'masked' },
        parent: { $ref: '#/$defs/member' },
      },
    },
  },
};

const data = {
  name: '王小明',
  idNumber: '620821199003070023',
  illness: '高血压',
  income: 90000,
  rooms: 3,
  bank: { holder: '王小明', number: '4111111111111111' },
  members: [{ phone: '13800001234', parent: { phone: '13900001234' } }],
  either: 'secret',
  'a/b': 'secret',
};

describe('maskData', () => {
  it('masks by the schema, through objects, lists, references and combinations', () => {
    expect(maskData(schema, data)).toEqual({
      name: '王**',
      idNumber: '620***********0023',
      illness: '***',
      income: null,
      rooms: 3,
      // Sealed above, so sealed below, whatever the parts say.
      bank: { holder: '***', number: '***' },
      members: [{ phone: '138****1234', parent: { phone: '139****1234' } }],
      either: '***',
      'a/b': '***',
    });
  });

  it('shows what is allowed, with all below it', () => {
    const shown = maskData(schema, data, ['/bank', '/members/*/phone', '/a~1b', '/income']);
    expect(shown).toMatchObject({
      name: '王**',
      bank: data.bank,
      members: [{ phone: '13800001234', parent: { phone: '139****1234' } }],
      'a/b': 'secret',
      income: 90000,
    });
    expect(maskData(schema, data, [''])).toEqual(data);
  });

  it('leaves the data it was given alone', () => {
    const before = structuredClone(data);
    maskData(schema, data);
    expect(data).toEqual(before);
  });
});
