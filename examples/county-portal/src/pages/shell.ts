/** The frame of every page: skip link, demo strip, header, menu, foot. */
import { html, raw } from 'hono/html';
import { menuOf } from './desks.ts';
import { mark } from './mark.ts';
import { strip } from './strip.ts';
import type { Visit } from './visit.ts';

export type Html = ReturnType<typeof html>;

export interface Page {
  title: string;
  /** Names of scripts under /assets, besides the one of the frame. */
  scripts?: readonly string[];
  /** Class of `main`. */
  kind?: string;
  body: Html;
}

export function shell(visit: Visit, page: Page): Html {
  const { say } = visit;
  const scripts = ['portal', ...(page.scripts ?? [])];
  return html`<!doctype html>
<html lang="${visit.language}" data-aid-theme="${visit.theme}" data-aid-mode="${visit.mode}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${page.title} · ${say('site.name')}</title>
    <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/tokens.css" />
    <link rel="stylesheet" href="/assets/portal.css" />
    ${scripts.map((name) => html`<script type="module" src="/assets/${name}.js"></script>`)}
  </head>
  <body>
    <a class="skip" href="#main">${say('site.skip')}</a>
    ${strip(visit)}
    <header class="site">
      <div class="site-in">
        <a class="mark" href="/">${raw(mark)}${say('site.name')}</a>
        ${menu(visit)}
        ${preferences(visit)}
      </div>
    </header>
    <main id="main" tabindex="-1" class="${page.kind ?? ''}">${page.body}</main>
    <footer class="foot"><div class="foot-in"><p>${say('site.synthetic')}</p>${colours(visit)}</div></footer>
  </body>
</html>`;
}

function menu({ say, person, path }: Visit): Html {
  const here = (to: string) => path === to || (path.startsWith('/cases/') && to === firstListOf(person));
  return html`<nav class="menu" aria-label="${say('site.menu')}"><ul>
    ${menuOf(person).map(
      (entry) =>
        html`<li><a href="${entry.path}"${here(entry.path) ? raw(' aria-current="page"') : ''}>${say(entry.word)}</a></li>`,
    )}
  </ul></nav>`;
}

/** The list that somebody comes from when they open a case. */
export const firstListOf = (person: Visit['person']): string => menuOf(person)[0]?.path ?? '/';

function preferences({ say, language, mode, path }: Visit): Html {
  const elder = mode === 'elder';
  return html`<div class="show">
    <form method="post" action="/preferences">
      <input type="hidden" name="back" value="${path}" />
      <button name="mode" value="${elder ? 'normal' : 'elder'}">${say(elder ? 'show.standard' : 'show.elder')}</button>
      <button name="lang" value="${language === 'zh' ? 'en' : 'zh'}" lang="${language === 'zh' ? 'en' : 'zh'}">${say('show.language')}</button>
    </form>
  </div>`;
}

/** Chosen once and forgotten: it stands at the foot. */
function colours({ say, theme, path }: Visit): Html {
  const option = (value: Visit['theme']) =>
    html`<option value="${value}"${value === theme ? raw(' selected') : ''}>${say(`show.theme.${value}`)}</option>`;
  return html`<form class="colours" method="post" action="/preferences">
    <input type="hidden" name="back" value="${path}" />
    <label>${say('show.theme')} <select name="theme">${option('auto')}${option('light')}${option('dark')}</select></label>
    <button class="colours-set">${say('show.set')}</button>
  </form>`;
}
