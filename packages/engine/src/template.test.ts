import { describe, expect, it } from 'vitest';
import { fillTemplate } from './template.ts';

const shown = (value: unknown) => `<${value}>`;

describe('a template', () => {
  it.each([
    ['no marks', 'no marks'],
    ['{{ a }} and {{b}}', '<1> and <null>'],
    ['{{#if a = 1}}yes {{ a }}{{/if}}.', 'yes <1>.'],
    ['{{#if a = 2}}no{{/if}}.', '.'],
    ['{{#if a = 1}}x{{#if b = null}}y{{/if}}z{{/if}}', 'xyz'],
    ['{{#if a = 2}}x{{#if b = null}}y{{/if}}z{{/if}}', ''],
    ['{{#if b}}unknown is not true{{/if}}', ''],
    ['never closed {{#if a = 1}}x {{ a }}', 'never closed {{#if a = 1}}x <1>'],
    ['never opened{{/if}}', 'never opened{{/if}}'],
    ['{{}} {{ }}', '{{}} {{ }}'],
    ['{{ {x: a}.x }} {{#if {x: a}.x = 1}}yes{{/if}}', '<1> yes'],
  ])('%s', (source, text) => {
    expect(fillTemplate(source, { a: 1 }, shown)).toBe(text);
  });

  it('does not read what it was filled with', () => {
    expect(fillTemplate('{{ a }}', { a: '{{ secret }}', secret: 's' }, shown)).toBe('<{{ secret }}>');
  });
});
