/** Dated parameters: what holds from when, not how the values are written down. */
import { pointerKey } from '../schema-walk.ts';
import type { Parameter } from '../types.ts';
import type { Changes } from './changes.ts';
import type { DifferenceSeverity, Words } from './difference.ts';
import { both, equal } from './equal.ts';
import { list, money, nothing, same, value } from './say.ts';

export function compareParameters(changes: Changes): void {
  const parameters = both(changes.before.definition.parameters, changes.after.definition.parameters);
  for (const [id, before, after] of parameters) {
    if (!equal(before, after)) compareParameter(changes, id, before, after);
  }
}

function compareParameter(changes: Changes, id: string, before?: Parameter, after?: Parameter): void {
  // Rules see a parameter by its bare name, everything else behind `parameters.`.
  const named = new RegExp(`\\b${id}\\b`);
  const concerns = changes.around(changes.usersOf((json) => named.test(json)));
  const at = `/definition/parameters${pointerKey(id)}`;
  const found = { id, before, after, at, concerns };
  if (before === undefined && after !== undefined) {
    const params = {
      parameter: changes.title(after.title),
      after: list(after.values.map(dated(after.unit))),
    };
    changes.add('diff/parameter-added', { ...found, params, severity: worth(after) });
    return;
  }
  if (before !== undefined && after === undefined) {
    const params = { parameter: changes.oldTitle(before.title) };
    changes.add('diff/parameter-removed', { ...found, params, severity: worth(before) });
    return;
  }
  if (before === undefined || after === undefined) return;
  const parameter = changes.title(after.title);
  if (before.unit !== after.unit) {
    const units = { before: before.unit, after: after.unit };
    changes.add('diff/parameter-unit', {
      ...found,
      ...units,
      at: `${at}/unit`,
      params: { parameter, before: unitName(before.unit), after: unitName(after.unit) },
      severity: worth(after),
    });
  }
  for (const span of differing(before, after)) {
    const place = after.values.findIndex(
      (entry) => entry['valid-from'] <= span.from && covers(entry, span.from),
    );
    changes.add('diff/parameter-value', {
      ...found,
      before: span.before,
      after: span.after,
      at: place < 0 ? at : `${at}/values/${place}`,
      severity: worth(after),
      params: {
        parameter,
        span: spanName(span),
        before: amount(before.unit, span.before),
        after: amount(after.unit, span.after),
      },
    });
  }
  const words = ({ title, source, certainty }: Parameter) => [title, source, certainty];
  if (!equal(words(before), words(after)))
    changes.add('diff/parameter-text', { ...found, params: { parameter } });
}

/** An amount in fen is money, whoever gets or must have it. */
const worth = ({ unit }: Parameter): DifferenceSeverity | undefined => (unit === 'fen' ? 'money' : undefined);

type Dated = Parameter['values'][number];

const covers = (entry: Dated, date: string): boolean =>
  entry['valid-from'] <= date && (entry['valid-to'] === undefined || date < entry['valid-to']);

/** A stretch in which the two versions give different values; `to` is the first day after it. */
interface Span {
  from: string;
  to?: string;
  before: unknown;
  after: unknown;
}

/** Stretches of time with different values, as long as they can be told in one sentence. */
function differing(before: Parameter, after: Parameter): Span[] {
  const entries = [...before.values, ...after.values];
  const days = entries.flatMap((entry) => [entry['valid-from'], entry['valid-to'] ?? []].flat());
  const cuts = [...new Set(days)].sort();
  const spans: Span[] = [];
  for (const [index, from] of cuts.entries()) {
    const old = before.values.find((entry) => covers(entry, from))?.value;
    const now = after.values.find((entry) => covers(entry, from))?.value;
    if (equal(old, now)) continue;
    const to = cuts[index + 1];
    const last = spans.at(-1);
    if (last?.to === from && equal([last.before, last.after], [old, now])) {
      if (to === undefined) delete last.to;
      else last.to = to;
    } else spans.push({ from, ...(to === undefined ? {} : { to }), before: old, after: now });
  }
  return spans;
}

function spanName({ from, to }: Span): Words {
  if (to === undefined) return { zh: `自${from}起`, en: `from ${from}` };
  return { zh: `自${from}起至${to}前`, en: `from ${from} until before ${to}` };
}

const dated =
  (unit: Parameter['unit']) =>
  (entry: Dated): Words => {
    const { zh, en } = amount(unit, entry.value);
    return { zh: `自${entry['valid-from']}起${zh}`, en: `${en} from ${entry['valid-from']}` };
  };

const unitWords: Record<Parameter['unit'], Words> = {
  fen: { zh: '分', en: 'fen' },
  share: { zh: '比例', en: 'a share' },
  days: { zh: '天', en: 'days' },
  count: { zh: '数量', en: 'a count' },
  age: { zh: '岁', en: 'years of age' },
  months: { zh: '个月', en: 'months' },
  text: { zh: '文字', en: 'a text' },
  list: { zh: '清单', en: 'a list' },
};

const unitName = (unit: Parameter['unit']): Words => unitWords[unit];

/** A value with its unit, as it is said. */
function amount(unit: Parameter['unit'], given: unknown): Words {
  if (given === undefined) return nothing;
  if (Array.isArray(given)) return list(given.map((entry) => same(String(entry))));
  if (typeof given !== 'number') return value(given);
  switch (unit) {
    case 'fen':
      return money(given);
    case 'share':
      return same(`${Number((given * 100).toFixed(4))}%`);
    case 'days':
    case 'months':
    case 'age': {
      const { zh, en } = unitWords[unit];
      return { zh: `${given}${zh}`, en: `${given} ${en}` };
    }
    default:
      return same(String(given));
  }
}
