import { type Shown, widgets } from './widgets.ts';

export type Lang = 'zh' | 'en';

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

const words = {
  zh: {
    title: 'Aidflow 表单控件',
    lead: '每个控件都在这里运行。例中的姓名和号码都是虚构的。',
    elder: '大字',
    dark: '深色',
    other: 'English',
    otherLang: 'en',
    alone: '单独使用',
    form: '在表单里',
    code: '代码',
    schema: '模式（JSON Schema）',
    layout: '布局',
    keys: '键盘',
    events: '事件',
    states: { filled: '已填', wrong: '有误', readonly: '只读', disabled: '停用' },
    all: '全部控件',
    heard: '操作控件，事件显示在这里。',
  },
  en: {
    title: 'Widgets of Aidflow forms',
    lead: 'Every widget runs on these pages. All names and numbers are made up.',
    elder: 'Large type',
    dark: 'Dark',
    other: '中文',
    otherLang: 'zh',
    alone: 'Alone',
    form: 'In a form',
    code: 'Code',
    schema: 'JSON Schema',
    layout: 'Layout',
    keys: 'Keyboard',
    events: 'Events',
    states: { filled: 'Filled', wrong: 'Wrong', readonly: 'Read only', disabled: 'Switched off' },
    all: 'All widgets',
    heard: 'Use the widget; its events are told here.',
  },
} as const;

const schemaOf = (one: Shown, lang: Lang) => ({
  type: 'object',
  required: ['value'],
  properties: { value: { title: one[lang], ...one.schema } },
});
const layoutOf = (one: Shown) => ({
  sections: [{ id: 'one', title: '', fields: [{ field: '/value', ...one.layout }] }],
});

const shell = (lang: Lang, path: string, title: string, main: string) => `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/site.css">
<script src="/aid-form.js" defer></script>
<script src="/stars.js" defer></script>
<script src="/aid-field.js" defer></script>
<script src="/site.js" defer></script>
<header>
  <a class="home" href="/${lang}/index.html">${words[lang].title}</a>
  <div class="switches">
    <button type="button" data-switch="elder" aria-pressed="false">${words[lang].elder}</button>
    <button type="button" data-switch="dark" aria-pressed="false">${words[lang].dark}</button>
    <a lang="${words[lang].otherLang}" href="/${words[lang].otherLang}/${path}">${words[lang].other}</a>
  </div>
</header>
<div class="page">
<nav aria-label="${words[lang].all}"><ul>${widgets
  .map(
    (one) =>
      `<li><a href="/${lang}/${one.name}.html"${path === `${one.name}.html` ? ' aria-current="page"' : ''}>${one[lang]}</a></li>`,
  )
  .join('')}</ul></nav>
<main>${main}</main>
</div>
</html>
`;

/** The code that is shown is the code that stands in the page: one text, once as it is and once as words. */
const live = (lang: Lang, title: string, html: string) => `<section><h2>${title}</h2>
<div class="live">${html}</div>
<pre tabindex="0" aria-label="${words[lang].code}: ${title}"><code>${escaped(html)}</code></pre></section>`;

function widgetPage(one: Shown, lang: Lang): string {
  const say = words[lang];
  const json = (data: unknown) => escaped(JSON.stringify(data, null, 2));
  const sources = `lang="${lang}" schema-src="/${lang}/${one.name}.schema.json" layout-src="/${lang}/${one.name}.layout.json" upload-url="/files" upload-parts`;
  const { format } = one.schema;
  const alone =
    typeof format === 'string'
      ? live(
          lang,
          say.alone,
          `<aid-field lang="${lang}" name="${one.name}" label="${one[lang]}" format="${format}"></aid-field>`,
        )
      : '';
  const states = (Object.keys(say.states) as (keyof typeof say.states)[])
    .filter((state) => one[state === 'wrong' ? 'wrong' : 'right'] !== undefined)
    .map((state) => {
      const flag = state === 'readonly' ? ' readonly' : state === 'disabled' ? ' disabled' : '';
      const value = state === 'wrong' ? 'wrong' : 'right';
      return live(
        lang,
        say.states[state],
        `<aid-form ${sources} no-submit${flag} data-state="${state}" data-value="/${one.name}.${value}.json"></aid-form>`,
      );
    });
  return shell(
    lang,
    `${one.name}.html`,
    `${one[lang]} · ${say.title}`,
    `<h1>${one[lang]}</h1>
<p class="kind"><code>${one.name}</code></p>
${alone}
${live(lang, say.form, `<aid-form ${sources}></aid-form>`)}
<section><h2>${say.keys}</h2><p>${one.keys[lang]}</p></section>
<section><h2>${say.events}</h2><output class="events">${say.heard}</output></section>
<section><h2>${say.schema}</h2><pre tabindex="0" aria-label="${say.schema}"><code>${json(schemaOf(one, lang))}</code></pre></section>
<section><h2>${say.layout}</h2><pre tabindex="0" aria-label="${say.layout}"><code>${json(layoutOf(one))}</code></pre></section>
${states.join('\n')}`,
  );
}

/** All pages and what they load, by name. */
export function pages(): Map<string, string> {
  const files = new Map<string, string>();
  for (const lang of ['zh', 'en'] as const) {
    const say = words[lang];
    files.set(
      `${lang}/index.html`,
      shell(lang, 'index.html', say.title, `<h1>${say.title}</h1><p>${say.lead}</p>`),
    );
    for (const one of widgets) {
      files.set(`${lang}/${one.name}.html`, widgetPage(one, lang));
      files.set(`${lang}/${one.name}.schema.json`, JSON.stringify(schemaOf(one, lang)));
      files.set(`${lang}/${one.name}.layout.json`, JSON.stringify(layoutOf(one)));
    }
  }
  for (const one of widgets)
    for (const kind of ['right', 'wrong'] as const)
      if (one[kind] !== undefined)
        files.set(`${one.name}.${kind}.json`, JSON.stringify({ value: one[kind] }));
  return files;
}
