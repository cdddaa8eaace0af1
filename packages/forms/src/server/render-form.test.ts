/** What a server sends before any script runs: the words, the values, and nothing of the data that HTML would obey. */
import { describe, expect, it } from 'vitest';
import { renderForm } from '../server.ts';
import type { JsonSchema } from '../types.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2 },
    area: { title: '地区', type: 'string', enum: ['rural', 'urban'] },
    town: { title: '镇', type: 'string', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    story: { title: '经过', type: 'string', maxLength: 500 },
    consent: { title: '同意', const: true },
  },
};
const value = { name: '张桂兰', area: 'urban', town: 'c', story: '第一行\n第二行', consent: true };

/** The tag whose attributes contain `part`. */
const tag = (html: string, part: string) => html.match(/<\w[^>]*>/g)?.find((one) => one.includes(part)) ?? '';

describe('a form that a server draws', () => {
  it('says every question, and holds every value in its control', async () => {
    const html = await renderForm({ schema, value });
    for (const words of ['姓名', '地区', '镇', '经过', '同意', '提交']) expect(html).toContain(words);
    expect(tag(html, 'id="aid1-2-control"')).toContain('value="张桂兰"');
    const [rural, urban] = html.match(/<input\s+type="radio"[^>]*>/g) ?? [];
    expect(rural).not.toContain('checked');
    expect(urban).toMatch(/\schecked\s/);
    expect(html.match(/<option[^>]*\sselected[^>]*>/g)).toEqual([expect.stringContaining('value="2"')]);
    expect(html).toMatch(/<textarea[^>]*>\n第一行\n第二行<\/textarea>/);
    expect(tag(html, 'type="checkbox"')).toMatch(/\schecked\s/);
  });

  it('stands in a declarative shadow root with its looks, and carries no style or script of its own', async () => {
    const html = await renderForm({ schema, styles: '/a/looks.css' });
    expect(html).toMatch(
      /^<aid-form lang="zh"><template shadowrootmode="open"><link rel="stylesheet" href="\/a\/looks\.css">/,
    );
    expect(html).not.toContain('<style');
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/json">']);
    expect(html).not.toMatch(/\sstyle=|\son\w+=/);
  });

  it('is read where it is only read, and speaks English', async () => {
    const html = await renderForm({ schema, value, lang: 'en', readonly: true, mode: 'elder' });
    expect(html).toMatch(/^<aid-form lang="en" mode="elder" readonly>/);
    expect(html).not.toMatch(/<input|<select|<textarea|<button/);
    expect(html).toContain('张桂兰');
    expect(html).toContain('Yes');
  });

  it('shows what the server found wrong, at its field and in the summary', async () => {
    const problems = [{ code: 'x/y', detail: '这个名字已经有了', pointer: '/data/name' }];
    const html = await renderForm({ schema, value, problems });
    const [, ...places] = html.split('</script>')[0]?.split('这个名字已经有了') ?? [];
    expect(places.length).toBeGreaterThanOrEqual(2);
    expect(tag(html, 'id="aid1-2-control"')).toContain('aria-invalid="true"');
  });

  it('draws steps and evidence without waiting for anything', async () => {
    const paper: JsonSchema = { title: '证明', type: 'object', properties: { sha256: { type: 'string' } } };
    const html = await renderForm({
      schema: { type: 'object', properties: { name: { title: '姓名', type: 'string' }, paper } },
      layout: {
        steps: 'sections',
        sections: [
          { id: 'a', title: '材料', fields: ['/paper'] },
          { id: 'b', title: '本人', fields: ['/name'] },
        ],
      },
    });
    expect(html).toContain('part="steps"');
    expect(html).toContain('type="file"');
    expect(html).not.toContain('class="wait"');
  });

  it('says in words why a schema makes no form', async () => {
    const html = await renderForm({ schema: { type: 'string' } });
    expect(html).toContain('form/schema');
    expect(html).toContain('role="alert"');
  });

  const nasty = '</textarea></script></template><img src=x onerror=alert(1)>"\'&';

  it.each([
    ['value', { schema, value: { name: nasty, story: nasty } }],
    ['title', { schema: { type: 'object', properties: { a: { title: nasty, type: 'string' } } } }],
    [
      'choice',
      { schema: { type: 'object', properties: { a: { title: 'A', type: 'string', enum: [nasty] } } } },
    ],
    ['attribute', { schema, attributes: { 'draft-key': nasty } }],
    ['language', { schema, lang: nasty }],
    ['address', { schema, styles: nasty }],
  ] as const)('lets nothing out of a %s', async (_, form) => {
    const html = await renderForm(form as Parameters<typeof renderForm>[0]);
    expect(html).not.toContain('<img');
    expect(html.match(/<\/template>/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });

  it('refuses a name of an attribute that is none', async () => {
    await expect(renderForm({ schema, attributes: { 'a onload': 'x' } })).rejects.toThrow(TypeError);
  });
});
