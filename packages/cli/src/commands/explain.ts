import { explain as explainEvent, explainPage, nationalCalendar, type PageLanguage } from '@aidflow/engine';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { namesIn } from '../division-names.ts';
import { type EventsToExplain, eventsInScenario, eventsInStore } from '../events-to-explain.ts';
import { explanationLines } from '../explanation-lines.ts';
import type { Terminal } from '../terminal.ts';

/** `aidflow explain`: why something was decided, from what was recorded. */
export const explain: Command = {
  name: 'explain',
  summary: 'Says why a case was decided so: law, rule row, standards, authority, clocks, draws, papers.',
  usage: `explain --store FILE CASE [SEQ] | explain SCENARIO [--step N]

  --store FILE       SQLite database of a service; CASE is the id or number of a case, SEQ the number of an event
                     (the decisions unless given)
  SCENARIO           a scenario file, which is played; its decisions are explained
  --step N           what step N of the scenario did, from 1
  --programmes DIR   where to look for the scenario's programme; else it is the folder that it lies in
  --lang zh|en       language (that of the programme)
  --divisions FILE   names of divisions as JSON: { "620821": "..." }
  --full             also what only some readers want: every fact, standard and paper
  --reveal           personal data is not masked
  --json             the explanation as data, a list where there are several
  --html, --markdown a page about one event, of a step the first`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(explain, args, {
      store: { type: 'string' },
      step: { type: 'string' },
      programmes: { type: 'string', multiple: true },
      lang: { type: 'string' },
      divisions: { type: 'string' },
      full: { type: 'boolean', default: false },
      reveal: { type: 'boolean', default: false },
      json: { type: 'boolean' },
      html: { type: 'boolean' },
      markdown: { type: 'boolean' },
    });
    const language = languageOf(values.lang);
    const divisions = namesIn(explain, values.divisions);
    const found = await eventsOf(positionals, values, terminal);
    if (found === undefined) return 1;

    const { programmes, chosen } = found;
    const names = { ...found.names, ...divisions };
    const read = language ?? (found.language.startsWith('zh') ? 'zh' : 'en');
    const options = { calendar: nationalCalendar(), reveal: values.reveal };
    const explained = chosen.map(({ events, seq }) => explainEvent(programmes, events, seq, options));

    if (values.json) {
      terminal.out(JSON.stringify(explained.length === 1 ? explained[0] : explained, null, 2));
      return 0;
    }
    if (values.html || values.markdown) {
      const [only, ...more] = explained;
      // A step decides first, and what it sets off follows.
      if (only === undefined || (more.length > 0 && values.step === undefined)) {
        const seqs = chosen.map(({ seq }) => seq).join(', ');
        throw misused(explain, `a page is about one event and not ${seqs}: name it by SEQ or --step`);
      }
      const page = explainPage(only, read, { names });
      terminal.out((values.html ? page.html : page.markdown).trimEnd());
      return 0;
    }
    for (const [index, one] of explained.entries()) {
      const { of = '' } = chosen[index] ?? {};
      const { event } = one;
      terminal.out(
        `${terminal.tone('strong', `${one.case.number} #${event.seq} ${event.type}`)}  ${terminal.tone('quiet', of)}`.trimEnd(),
      );
      const lines = explanationLines(one, terminal, { language: read, names, full: values.full });
      for (const line of lines) terminal.out(line);
      terminal.out('');
    }
    return 0;
  },
};

function languageOf(lang: string | undefined): PageLanguage | undefined {
  if (lang === undefined || lang === 'zh' || lang === 'en') return lang;
  throw misused(explain, `"${lang}" is neither zh nor en`);
}

async function eventsOf(
  positionals: readonly string[],
  values: { store?: string | undefined; step?: string | undefined; programmes?: string[] | undefined },
  terminal: Terminal,
): Promise<EventsToExplain | undefined> {
  const [first, seq, ...more] = positionals;
  if (values.store === undefined) {
    if (first === undefined || seq !== undefined)
      throw misused(explain, 'exactly one scenario is expected without --store');
    return eventsInScenario(first, values.step, values.programmes, terminal, (reason) =>
      misused(explain, reason),
    );
  }
  if (first === undefined || more.length > 0)
    throw misused(explain, 'one case is expected, and at most one event of it');
  if (values.step !== undefined) throw misused(explain, '--step is for scenarios');
  if (seq !== undefined && !/^[1-9]\d{0,8}$/.test(seq))
    throw misused(explain, `"${seq}" is no number of an event`);
  return eventsInStore(values.store, first, seq === undefined ? undefined : Number(seq));
}
