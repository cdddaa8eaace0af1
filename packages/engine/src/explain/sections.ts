/** An explanation as sections of plain text: what a page, a letter or a terminal then sets. */
import { isDate } from '@aidflow/definition';
import { localDate, longDate, longMonth } from '../days.ts';
import type { ActorStamp, Authority, ClockView, Json } from '../types.ts';
import type {
  ExplainedDraw,
  ExplainedField,
  ExplainedParameter,
  ExplainedRule,
  Explanation,
  NamedValue,
  PassedTest,
} from './explanation.ts';
import { valueText } from './values.ts';
import { type PageLanguage, type Say, sayIn } from './words.ts';

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'pairs'; pairs: [term: string, value: string][] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'group'; title: string; blocks: Block[] }
  /** What only some readers want: closed until it is opened. */
  | { kind: 'more'; title: string; blocks: Block[] };

export interface Section {
  id: string;
  title: string;
  blocks: Block[];
}

export interface PageOptions {
  /** Names of divisions by code; without them a code stands for itself. */
  names?: Readonly<Record<string, string>>;
}

/** What all sections need. */
interface Reader {
  say: Say;
  /** A text of the definition in the reader's language. */
  tell(source: string): string;
  place(code: string): string;
  date(instantOrDate: string): string;
  value(value: Json, unit?: NamedValue['unit']): string;
  language: PageLanguage;
  explanation: Explanation;
}

/** The sections of an explanation, those that have nothing to say left out. */
export function explanationSections(
  explanation: Explanation,
  language: PageLanguage,
  { names = {} }: PageOptions = {},
): Section[] {
  const say = sayIn(language);
  const { timezone } = explanation.programme;
  const reader: Reader = {
    say,
    tell: (source) => explanation.texts[language]?.[source] ?? source,
    place: (code) => names[code] ?? code,
    date: (at) => longDate(at.length === 10 ? at : localDate(at, timezone), language),
    value: (value, unit) =>
      valueText(value, unit, say, (source) => explanation.texts[language]?.[source] ?? source),
    language,
    explanation,
  };
  const sections: [id: string, title: Parameters<Say>[0], blocks: Block[]][] = [
    ['what', 'what.title', what(reader)],
    ['rule', 'rule.title', explanation.rules.map((rule) => ruleBlock(rule, reader))],
    ['parameters', 'parameters.title', parameterBlocks(reader)],
    ['basis', 'basis.title', basisBlocks(reader)],
    ['authority', 'authority.title', authorityBlocks(reader)],
    ['signed', 'signed.title', signedBlocks(reader)],
    ['clocks', 'clocks.title', clockBlocks(reader)],
    ['draw', 'draw.title', explanation.draw ? drawBlocks(explanation.draw, reader) : []],
    ['data', 'data.title', dataBlocks(reader)],
    ['check', 'check.title', checkBlocks(reader)],
  ];
  return sections.flatMap(([id, title, blocks]) =>
    blocks.length === 0 ? [] : [{ id, title: say(title), blocks }],
  );
}

const text = (line: string): Block => ({ kind: 'text', text: line });

function what(reader: Reader): Block[] {
  const { say, tell, date, explanation } = reader;
  const { event, outcome, followed } = explanation;
  const step = eventTitle(reader);
  const on = date(event.at);
  const blocks: Block[] = [];
  if (event.by.kind === 'system') {
    const word = `automatic.${event.type.slice(event.type.indexOf('.') + 1)}`;
    const result = say.has(word) ? say(word) : event.type;
    const own = say.has(`event.${event.type}`);
    blocks.push(
      text(
        own
          ? say('what.done', { date: on, who: say('system'), step })
          : say('what.system', { date: on, step, outcome: result }),
      ),
    );
  } else if (outcome === undefined) {
    blocks.push(text(say('what.done', { date: on, who: who(reader), step })));
  } else {
    blocks.push(text(say('what.person', { date: on, who: who(reader), step, outcome: tell(outcome) })));
  }
  if (event.reasons) blocks.push(text(say('what.reasons', { reasons: event.reasons })));
  if (followed.award) {
    const month = longMonth(followed.award.starts, reader.language);
    blocks.push(text(say('what.award', { amount: reader.value(followed.award.amount, 'fen'), month })));
  }
  for (const { title, number } of followed.letters) {
    blocks.push(text(say('what.letter', { title: tell(title), number })));
  }
  if (followed.notice?.to !== undefined) {
    const { from, to } = followed.notice;
    blocks.push(text(say('what.notice', { from: date(from), to: date(to) })));
  }
  if (followed.ended !== undefined) {
    blocks.push(text(say('what.ended', { outcome: outcomeText(followed.ended, say) })));
  }
  return blocks;
}

function eventTitle({ say, tell, explanation }: Reader): string {
  const word = `event.${explanation.event.type}`;
  return say.has(word) ? say(word) : tell(explanation.title);
}

function outcomeText(outcome: string, say: Say): string {
  const word = `outcome.${outcome}`;
  return say.has(word) ? say(word) : outcome;
}

function who({ say, tell, place, explanation }: Reader): string {
  const { event, authority, role } = explanation;
  return person(event.by, authority, role, { say, tell, place });
}

function person(
  by: ActorStamp,
  authority: Authority | undefined,
  role: string | undefined,
  { say, tell, place }: Pick<Reader, 'say' | 'tell' | 'place'>,
): string {
  if (by.kind === 'system') return say('system');
  if (by.kind === 'applicant') return say('applicant', { name: by.name });
  if (!authority || role === undefined) return by.name;
  return say('officer', { division: place(authority.division), role: tell(role), name: by.name });
}

function ruleBlock(rule: ExplainedRule, reader: Reader): Block {
  const { say, tell, value } = reader;
  const blocks: Block[] = [text(say('rule.result', { result: say(`result.${rule.result}`) }))];
  const ids = rule.rows.map(({ id }) => id).join(say('comma'));
  if (rule.rows.length === 0) blocks.push(text(say('rule.none')));
  else if (rule.reason === 'rule/two-rows') blocks.push(text(say('rule.two', { rows: ids })));
  else blocks.push(text(say('rule.rows', { rows: ids })));
  for (const { tests } of rule.rows) {
    if (tests.length === 0) blocks.push(text(say('rule.any')));
    else {
      const head = [say('test.condition'), say('test.value'), say('test.required')];
      const rows = tests.map((test) => [
        tell(test.title),
        value(test.value, test.unit),
        requirement(test, rule, reader),
      ]);
      blocks.push({ kind: 'table', head, rows });
    }
  }
  if (rule.values.length > 0) {
    blocks.push({ kind: 'group', title: say('rule.values'), blocks: [named(rule.values, reader)] });
  }
  const tested = new Set(rule.rows.flatMap(({ tests }) => tests.map(({ id }) => id)));
  const others = rule.inputs.filter(({ id, value: given }) => !tested.has(id) && isPlain(given));
  if (others.length > 0) {
    blocks.push({ kind: 'more', title: say('rule.inputs'), blocks: [named(others, reader)] });
  }
  return { kind: 'group', title: tell(rule.title), blocks };
}

const isPlain = (value: Json) => typeof value !== 'object' || value === null;

function named(values: readonly NamedValue[], { tell, value }: Reader): Block {
  return { kind: 'pairs', pairs: values.map((one) => [tell(one.title), value(one.value, one.unit)]) };
}

const COMPARISON = /^\s*(?<sign><=?|>=?)\s*(?<limit>.+)$/s;
const LIST = /^\s*"[^"]*"(\s*,\s*"[^"]*")*\s*$/;

/** A cell of a table in words; as it is written where it says more than a comparison. */
function requirement(cell: PassedTest, rule: ExplainedRule, { say, tell, value }: Reader): string {
  const { test, unit, limit } = cell;
  const trimmed = test.trim();
  if (trimmed === 'true' || trimmed === 'false') return value(trimmed === 'true');
  if (LIST.test(test)) return (JSON.parse(`[${test}]`) as string[]).map(tell).join(say('test.or'));
  const comparison = COMPARISON.exec(test)?.groups;
  if (!comparison || limit === undefined || limit === null) return trimmed;
  const name = comparison.limit?.trim().replace(/^parameters\./, '');
  const parameter = rule.parameters.find(({ id }) => id === name);
  const shown = value(limit, unit ?? parameter?.unit);
  const said = parameter ? `${tell(parameter.title)} ${shown}` : shown;
  return say(`test.${comparison.sign as '<'}`, { limit: said });
}

function parameterBlocks({ say, tell, value, date, explanation }: Reader): Block[] {
  const known = new Map<string, ExplainedParameter>();
  for (const one of explanation.rules.flatMap(({ parameters }) => parameters)) {
    const key = `${one.id} ${one.from ?? one.date}`;
    known.set(key, { ...one, decisive: one.decisive || known.get(key)?.decisive === true });
  }
  const pair = (one: ExplainedParameter): [string, string] => {
    const until = one.until === undefined ? '' : say('parameters.until', { until: date(one.until) });
    const line = say('parameters.line', {
      value: value(one.value, one.unit),
      from: date(one.from ?? one.date),
      until,
      certainty: say(`certainty.${one.certainty}`),
    });
    const source =
      one.source === undefined ? '' : ` ${say('parameters.source', { source: tell(one.source) })}`;
    return [tell(one.title), line + source];
  };
  const all = [...known.values()];
  const decisive = all.filter((one) => one.decisive).map(pair);
  const others = all.filter((one) => !one.decisive).map(pair);
  const blocks: Block[] = [];
  if (decisive.length > 0) blocks.push({ kind: 'pairs', pairs: decisive });
  if (others.length > 0) {
    blocks.push({
      kind: 'more',
      title: say('parameters.others'),
      blocks: [{ kind: 'pairs', pairs: others }],
    });
  }
  return blocks;
}

function basisBlocks({ say, tell, explanation }: Reader): Block[] {
  if (explanation.basis.length === 0) return [text(say('basis.none'))];
  const items = explanation.basis.map(({ cite, certainty }) =>
    say('basis.cite', { cite: tell(cite), certainty: say(`certainty.${certainty as 'sure'}`) }),
  );
  return [{ kind: 'list', items }];
}

function authorityBlocks({ say, tell, place, date, value, explanation }: Reader): Block[] {
  const { authority, role = '', title } = explanation;
  if (!authority) return explanation.event.by.kind === 'system' ? [text(say('authority.system'))] : [];
  const { delegation } = authority;
  const base = { division: place(authority.division), role: tell(role), for: authority.for ?? '' };
  if (!delegation) return [text(say(`authority.${authority.basis}`, base))];
  const line = say('authority.delegation', {
    ...base,
    from: place(delegation.from),
    to: place(delegation.to),
    document: delegation.document,
    action: tell(title),
    effective: date(delegation.effective),
    until: delegation.until === undefined ? '' : say('authority.until', { until: date(delegation.until) }),
  });
  const limit =
    delegation.limit === undefined
      ? []
      : [text(say('authority.limit', { limit: value(delegation.limit, 'fen') }))];
  const standIn = authority.for === undefined ? [] : [text(say('authority.stand-in', base))];
  return [text(line), ...limit, ...standIn];
}

function signedBlocks({ say, tell, place, date, explanation }: Reader): Block[] {
  const items = explanation.signatures.map(({ by, at, outcome, title, reasons, authority }) => {
    const who = person(by, authority, explanation.role, { say, tell, place });
    const line = say('signed.line', { who, date: date(at), outcome: tell(title ?? outcome) });
    return reasons ? `${line}${say('colon')}${reasons}` : line;
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function clockBlocks(reader: Reader): Block[] {
  const { explanation, tell } = reader;
  const pairs = explanation.clocks.map((clock): [string, string] => [
    tell(clock.title),
    clockText(clock, reader),
  ]);
  return pairs.length === 0 ? [] : [{ kind: 'pairs', pairs }];
}

function clockText(clock: ClockView, { say, tell, date }: Reader): string {
  const days = (n: number) => say(clock.unit, { n });
  const known = {
    due: clock.due === undefined ? '' : date(clock.due),
    left: days(clock.left),
    stopped: clock.stopped === undefined ? '' : date(clock.stopped),
  };
  const parts = [
    say('clocks.limit', { date: date(clock.started), days: days(clock.limit) }) + say('semicolon'),
  ];
  if (clock.problem) parts.push(clock.problem.detail);
  else parts.push(say(`clocks.${clock.state}`, known));
  if (clock.extended) parts.push(say('clocks.extended'));
  for (const { from, to, cause, step = '', by } of clock.pauses) {
    const why = say(`cause.${cause}`, { step: tell(step), by: by?.name ?? '' });
    parts.push(
      to === undefined
        ? say('clocks.pausing', { from: date(from), cause: why })
        : say('clocks.pause', { from: date(from), to: date(to), cause: why }),
    );
  }
  return parts.join(say('space'));
}

function drawBlocks(draw: ExplainedDraw, { say, value }: Reader): Block[] {
  const blocks: Block[] = [];
  if (draw.kind === 'draw') {
    blocks.push(text(say(draw.chosen === true ? 'draw.chosen' : 'draw.rest')));
    if (draw.always) blocks.push(text(say('draw.always')));
    const fraction = (draw.fraction ?? 0).toFixed(6);
    blocks.push(text(say('draw.numbers', { fraction, share: value(draw.share ?? 0, 'share') })));
  } else {
    const count = Array.isArray(draw.chosen) ? draw.chosen.length : 0;
    blocks.push(
      text(say('draw.selected', { size: draw.size ?? 0, count, reserve: draw.reserve?.length ?? 0 })),
    );
  }
  blocks.push({
    kind: 'pairs',
    pairs: [
      [say('draw.seed'), draw.seed],
      [say('draw.pool'), draw.pool],
      [say('draw.algorithm'), draw.algorithm],
    ],
  });
  blocks.push(text(say(`draw.repeat.${draw.kind}`, { key: draw.key })));
  blocks.push(text(say(draw.repeated ? 'draw.same' : 'draw.differs')));
  return blocks;
}

function dataBlocks(reader: Reader): Block[] {
  const { say, tell, explanation } = reader;
  if (explanation.forms.length === 0) return [text(say('data.none'))];
  return explanation.forms.map(({ title, fields }) => ({
    kind: 'more',
    title: tell(title),
    blocks: [
      {
        kind: 'pairs',
        pairs: fields.map((field): [string, string] => [
          field.path.map(tell).join(' / '),
          fieldText(field, reader),
        ]),
      },
    ],
  }));
}

function fieldText({ value: given, unit, format }: ExplainedField, { value, date, place }: Reader): string {
  if (typeof given === 'string' && format === 'division') return place(given);
  if (typeof given === 'string' && format === 'date' && isDate(given)) return date(given);
  return value(given, unit);
}

function checkBlocks({ say, tell, explanation }: Reader): Block[] {
  const { event, programme } = explanation;
  return [
    {
      kind: 'pairs',
      pairs: [
        [say('check.event'), `${explanation.case.number} #${event.seq} ${event.type}`],
        ...explanation.rules.map((rule): [string, string] => [
          tell(rule.title),
          say('check.rule', {
            seq: rule.seq,
            rows: rule.rows.map(({ id }) => id).join(' ') || '-',
            reason: rule.reason,
          }),
        ]),
        [say('check.hash'), event.hash],
        [
          say('check.definition'),
          `${programme.id}, ${say('check.version', { version: programme.version, hash: programme.hash })}`,
        ],
      ],
    },
  ];
}
