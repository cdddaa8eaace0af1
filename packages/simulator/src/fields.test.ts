import { describe, expect, it } from 'vitest';
import { unknownFields } from './fields.ts';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    members: { type: 'array', items: { $ref: '#/$defs/member' } },
    extra: { type: 'object' },
  },
  if: { properties: { name: { const: 'x' } } },
  else: { properties: { proxy: { type: 'string' } } },
  $defs: { member: { type: 'object', properties: { income: { properties: { wages: {} } } } } },
};

const found = (data: unknown) => unknownFields(schema, data).map(({ pointer }) => pointer);

describe('fields that a form does not have', () => {
  it.each([
    [{ name: 'a', members: [{ income: { wages: 1 } }], extra: { anything: 1 } }, []],
    [{ proxy: 'b' }, []],
    [{ nam: 'a' }, ['/nam']],
    [{ members: [{}, { income: { wage: 1 } }] }, ['/members/1/income/wage']],
    [{ 'a/b': 1 }, ['/a~1b']],
    [null, []],
  ])('%j: %j', (data, pointers) => expect(found(data)).toEqual(pointers));

  it('tells what is there instead', () => {
    expect(unknownFields(schema, { nam: 1 })[0]?.known).toEqual(['name', 'members', 'extra', 'proxy']);
  });
});
