/** The readable pages of a dossier: who decided what, when, by which power and which row of which rule, on which data. */
import {
  authorityTexts,
  type CaseEvent,
  type CaseState,
  type Explanation,
  explanationSections,
  type Programme,
  person,
  proceduresAcross,
  type Speech,
  sectionHtml,
  speechOf,
  type Versions,
} from '@aidflow/engine';
import { letterPage, letterStyle } from '../letters.ts';
import { eventTitle, splitType } from '../titles.ts';
import { type DossierDocument, type DossierLanguage, languages, paths } from './layout.ts';
import { dossierStyle } from './style.ts';
import { knows, type Say, sayIn } from './words.ts';

/** What the pages are made of: only what is in the archive, so that they can be made again from it. */
export interface PageContents {
  state: CaseState;
  events: readonly CaseEvent[];
  versions: Versions;
  documents: readonly DossierDocument[];
  names: Readonly<Record<string, string>>;
  made: string;
  masked: boolean;
  /** Of the events that decided something, in order. */
  explanations: readonly Explanation[];
}

/** Every page by its path. */
export function pagesOf(contents: PageContents): Record<string, string> {
  const pages: Record<string, string> = {};
  for (const language of languages) pages[paths.index(language)] = indexPage(contents, language);
  for (const [n, letter] of contents.state.letters.entries()) {
    for (const language of Object.keys(letter.text)) {
      pages[paths.letter(n, language)] = letterPage(letter, language, 'letter.css');
    }
  }
  if (contents.state.letters.length > 0) pages[paths.letterStyle] = letterStyle;
  return pages;
}

interface Page extends PageContents {
  language: DossierLanguage;
  say: Say;
  speech: Speech;
  /** The version on which the case stands now. */
  programme: Programme;
}

function indexPage(contents: PageContents, language: DossierLanguage): string {
  const programme = contents.versions.get(contents.state.definition) as Programme;
  const texts = Object.assign(
    {},
    ...[...contents.versions.values()].map(({ locales }) => locales[language] ?? {}),
  );
  const { names } = contents;
  const say = sayIn(language);
  const page: Page = {
    ...contents,
    language,
    say,
    programme,
    speech: speechOf(language, texts, programme.timezone, { names }),
  };
  const sections: [id: string, title: string, html: string][] = [
    ['case', say('case.title'), caseHtml(page)],
    ['course', say('course.title'), courseHtml(page)],
    ['decisions', say('decisions.title'), decisionsHtml(page)],
    ['letters', say('letters.title'), lettersHtml(page)],
    ['documents', say('documents.title'), documentsHtml(page)],
    ['check', say('check.title'), checkHtml(page)],
  ];
  const [other] = languages.filter((one) => one !== language) as [DossierLanguage];
  const title = `${say('heading')} ${contents.state.number}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${dossierStyle}</style>
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header>
<h1>${say('heading')}</h1>
<p>${escaped(say('subtitle', { programme: page.speech.tell(programme.title), number: contents.state.number }))}</p>
${contents.masked ? `<p class="masked">${say('masked')}</p>\n` : ''}<nav aria-label="${say('contents')}">
<ul>
${sections.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`).join('\n')}
<li><a href="${paths.index(other)}" lang="${other}" hreflang="${other}">${say('other')}</a></li>
</ul>
</nav>
</header>
<main id="main">
${sections.map(([id, name, html]) => `<section aria-labelledby="${id}">\n<h2 id="${id}">${name}</h2>\n${html}\n</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function caseHtml({ state, programme, speech, say, made }: Page): string {
  const outcome = state.decided?.outcome ?? null;
  return pairs([
    [say('case.programme'), speech.tell(programme.title)],
    [say('case.division'), speech.place(state.division)],
    [say('case.applicant'), state.applicant.name],
    [say('case.opened'), instant(state.opened, programme)],
    [say('case.updated'), instant(state.updated, programme)],
    [say('case.status'), say(state.status === 'ended' ? 'case.ended' : 'case.active')],
    ...(outcome === null ? [] : [[say('case.outcome'), outcomeText(outcome, speech)] as [string, string]]),
    [say('case.made'), instant(made, programme)],
  ]);
}

const outcomeText = (outcome: string, { say }: Speech): string => {
  const word = `outcome.${outcome}`;
  return say.has(word) ? say(word) : outcome;
};

function courseHtml(page: Page): string {
  const { events, versions, say, speech, programme, language } = page;
  const procedures = proceduresAcross(versions, events);
  const head = ['seq', 'at', 'what', 'who', 'authority', 'rule', 'reasons'] as const;
  const rows = events.map((event, index) => {
    const on = procedures[index] as Programme;
    const { title, outcome } = eventTitle(on, event, language);
    const role = on.definition.roles?.[event.authority?.role ?? '']?.title;
    const step = on.steps.get(splitType(event.type).step)?.title ?? title;
    const power = event.authority
      ? authorityTexts(event.authority, { role: role ?? event.authority.role, title: step }, speech).join(' ')
      : '';
    return [
      String(event.seq),
      instant(event.at, programme),
      [title, outcome].flatMap((part) => (part === undefined ? [] : [speech.tell(part)])).join(' · '),
      person(event.by, event.authority, role, speech),
      event.by.kind === 'system' ? '' : power,
      ruleText(event, on, page),
      event.reasons ?? '',
    ];
  });
  return table(
    head.map((one) => say(`course.${one}`)),
    rows,
    { label: say('course.title'), kind: 'course' },
  );
}

function ruleText({ detail }: CaseEvent, on: Programme, { say, speech }: Page): string {
  const rule = detail?.rule;
  if (!rule) return '';
  const rows = rule.rows ?? (rule.row === null ? [] : [rule.row]);
  const title = speech.tell(on.rules[rule.rule]?.title ?? rule.rule);
  const result = speech.say(`result.${rule.result}`);
  return rows.length === 0
    ? say('course.no-row', { title, result })
    : say('course.row', { title, rows: rows.join(' '), reason: rule.reason, result });
}

function decisionsHtml({ explanations, language, speech, say, names }: Page): string {
  const articles = explanations.map((explanation) => {
    const { seq } = explanation.event;
    const prefix = `e${seq}-`;
    const title = [explanation.title, explanation.outcome]
      .flatMap((part) => (part === undefined ? [] : [speech.tell(part)]))
      .join(' · ');
    const sections = explanationSections(explanation, language, { names });
    const html = sections
      .map((section) => sectionHtml(section, { level: 4, prefix, under: `e${seq}`, open: true }))
      .join('\n');
    return `<article aria-labelledby="e${seq}">\n<h3 id="e${seq}">${escaped(say('decisions.one', { seq, title }))}</h3>\n${html}\n</article>`;
  });
  return articles.join('\n') || nothing(say);
}

function lettersHtml({ state, say, speech }: Page): string {
  if (state.letters.length === 0) return nothing(say);
  const items = state.letters.map((letter, n) => {
    const { number } = letter;
    const line = say('letters.one', {
      title: speech.tell(letter.title),
      number,
      date: speech.date(letter.issued),
    });
    const links = Object.keys(letter.text).map((language) => {
      const word = `letters.language.${language}`;
      const shown = knows(word) ? say(word) : language;
      return `<a href="${paths.letter(n, language)}" hreflang="${language}">${escaped(shown)}</a>`;
    });
    return `<li>${escaped(line)} ${links.join(' ')}</li>`;
  });
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

function documentsHtml({ documents, say, programme }: Page): string {
  if (documents.length === 0) return nothing(say);
  const rows = documents.map((one) => [
    { html: `<a href="${paths.document(one)}">${escaped(one.name)}</a>` },
    instant(one.at, programme),
    String(one.size),
    { html: hashHtml(one.sha256) },
  ]);
  const head = [say('documents.name'), say('documents.at'), say('documents.size'), say('documents.hash')];
  return table(head, rows, { label: say('documents.title'), kind: 'documents' });
}

function checkHtml({ state, versions, say, speech }: Page): string {
  const definitions = [...versions.values()].map(
    ({ id, hash, definition: { version, title } }): [string, string] => [
      say('check.definition'),
      `${speech.tell(title)} (${id}), ${say('check.version', { version, hash })}`,
    ],
  );
  const facts = pairs([
    [say('check.events'), String(state.version)],
    [say('check.head'), state.head],
    ...definitions,
  ]);
  return `<p>${escaped(say('check.how'))}</p>\n${facts}`;
}

const nothing = (say: Say): string => `<p>${say('none')}</p>`;

function pairs(list: readonly [term: string, value: string][]): string {
  const rows = list.map(([term, value]) => `<dt>${escaped(term)}</dt>\n<dd>${escaped(value)}</dd>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

type Cell = string | { html: string };

function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { label, kind }: { label: string; kind: string },
): string {
  const html = (cell: Cell) => (typeof cell === 'string' ? escaped(cell) : cell.html);
  const lines = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${html(first)}</th>${rest.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`,
  );
  const names = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  // A table that is wider than the screen is moved by the keyboard, too.
  return `<div class="wide" role="group" aria-label="${escaped(label)}" tabindex="0">\n<table class="${kind}">\n<thead><tr>${names}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>\n</div>`;
}

/** An instant to the minute on the clocks of the programme. */
function instant(at: string, { timezone }: Programme): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

const hashHtml = (hash: string): string => `<code>${hash.match(/.{1,8}/g)?.join('<wbr>') ?? ''}</code>`;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
