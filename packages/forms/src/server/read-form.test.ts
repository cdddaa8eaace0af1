/** What a form sends where no script comes, read as the form itself would have read it. */
import { describe, expect, it } from 'vitest';
import { readForm, renderForm, type ServerForm } from '../server.ts';

const form: ServerForm = {
  lang: 'en',
  action: '/apply',
  hidden: { token: 't"<' },
  schema: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { title: 'Name', type: 'string' },
      born: { title: 'Born', type: 'string', format: 'date' },
      income: { title: 'Income', type: 'integer', 'x-unit': 'fen' },
      age: { title: 'Age', type: 'integer' },
      kind: { title: 'Kind', type: 'string', enum: ['rural', 'urban'] },
      town: { title: 'Town', type: 'string', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      needs: { title: 'Needs', type: 'array', items: { type: 'string', enum: ['food', 'coal'] } },
      alone: { title: 'Alone', type: 'boolean' },
      consent: { title: 'I agree', const: true },
      people: {
        title: 'People',
        type: 'array',
        items: { title: 'Person', type: 'object', properties: { age: { title: 'Age', type: 'integer' } } },
      },
      number: { title: 'Number', type: 'string', readOnly: true },
    },
  },
  value: { people: [{ age: 7 }], number: 'N-1', kind: 'rural', needs: ['food'], consent: true },
};

const read = (entries: [string, string][], setup: Partial<ServerForm> = {}) =>
  readForm({ ...form, ...setup }, entries);

describe('a form that was sent without a script', () => {
  it('gives every kind of value as the form itself would', () => {
    expect(
      read([
        ['/name', 'Ann'],
        ['/born', '1950年3月2日'],
        ['/income', '12.5'],
        ['/age', '７１'],
        ['/kind', '1'],
        ['/town', '2'],
        ['/needs', '0'],
        ['/needs', '1'],
        ['/alone', '1'],
        ['/consent', '0'],
        ['/people/0/age', '8'],
      ]),
    ).toEqual({
      name: 'Ann',
      born: '1950-03-02',
      income: 1250,
      age: 71,
      kind: 'urban',
      town: 'c',
      needs: ['food', 'coal'],
      alone: false,
      consent: true,
      people: [{ age: 8 }],
      number: 'N-1',
    });
  });

  it('keeps text that cannot be read as it was typed', () => {
    expect(read([['/age', '12a']])).toMatchObject({ age: '12a' });
  });

  it('takes what was unticked and emptied as gone, and never what is not there to be filled in', () => {
    expect(
      read([
        ['/number', 'X'],
        ['/people/0/age', ''],
        ['/people/5/age', '9'],
        ['/__proto__/x', '1'],
        ['/kind', '7'],
      ]),
    ).toEqual({ number: 'N-1', people: [{}] });
  });

  it('has controls with names and an owner of their own, and nothing in a form', async () => {
    const html = await renderForm(form);
    expect(html).toContain(
      '<form id="aid-plain" method="post" action="/apply"><input type="hidden" name="token" value="t&quot;&lt;"></form>',
    );
    const tags = html.match(/<(?:input|select|textarea)\s[^>]*>/g) ?? [];
    const named = tags.filter((tag) => tag.includes(' form="aid-plain"'));
    expect(named.map((tag) => /\sname="([^"]*)"/.exec(tag)?.[1])).toEqual([
      '/name',
      '/born',
      '/income',
      '/age',
      '/kind',
      '/kind',
      '/town',
      '/needs',
      '/needs',
      '/alone',
      '/alone',
      '/consent',
      '/people/0/age',
    ]);
    expect(named.every((tag) => tag.match(/\sname="/g)?.length === 1)).toBe(true);
    expect(html).toMatch(/<button\s+type="submit" form="aid-plain"\s+class="button primary submit"/);
  });
});
