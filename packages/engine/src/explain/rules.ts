/** The decision tables behind an event, with what inputs, values and parameters are called and how people read them. */
import { evaluate, frameOf } from '@aidflow/definition';
import { canonical } from '../canonical.ts';
import { splitType } from '../facts.ts';
import { parametersOn } from '../parameters.ts';
import type { Programme, Rule } from '../programme.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { CaseEvent, CaseState, RuleTrace } from '../types.ts';
import type { ExplainedParameter, ExplainedRule, NamedValue, PassedTest } from './explanation.ts';
import { versionOf } from './move.ts';

/** The event of a rule, the state in which it was judged, and the procedure on which. */
export interface Judged {
  event: CaseEvent;
  before: CaseState | undefined;
  programme: Programme;
  /** Id of the check, as it is called now: the case may have moved to a version that calls it otherwise. */
  step: string;
}

/** The event's own rule, else the last judgement of each check before it, in the order in which they were made. */
export function explainRules(
  programme: Programme,
  event: CaseEvent,
  judged: readonly Judged[],
): ExplainedRule[] {
  const last = new Map<string, Judged>();
  for (const one of judged) last.set(one.step, one);
  const own = judged.filter((one) => one.event === event);
  // A question, an extension or a withdrawal rests on no rule, nor does a lot that is drawn.
  const kind = programme.steps.get(splitType(event.type).step)?.kind;
  if (kind === undefined || kind === 'draw' || kind === 'select') return [];
  const found = own.length > 0 ? own : [...last.values()].sort((a, b) => a.event.seq - b.event.seq);
  return found.flatMap((one) => {
    const { rule } = one.event.detail ?? {};
    return rule ? [explainRule(one, rule, programme)] : [];
  });
}

/** In the words of the version on which it was judged; `present` is that of the event to be explained. */
function explainRule(judged: Judged, trace: RuleTrace, present: Programme): ExplainedRule {
  const { programme } = judged;
  const rule = programme.rules[trace.rule];
  const inputs: NamedValue[] = (rule?.inputs ?? [])
    .filter(({ id }) => Object.hasOwn(trace.inputs, id))
    .map(({ id, title, unit }) => ({
      id,
      title,
      ...(unit === undefined ? {} : { unit }),
      value: trace.inputs[id] ?? null,
    }));
  const fired = trace.rows ?? (trace.row === null ? [] : [trace.row]);
  const seen = rule && frameThen(judged, rule, trace);
  const decisive = rule ? wordsBehind(rule, fired) : new Set<string>();
  return {
    seq: judged.event.seq,
    step: splitType(judged.event.type).step,
    title: rule?.title ?? trace.rule,
    ...(programme.hash === present.hash ? {} : { on: versionOf(programme) }),
    result: trace.result,
    reason: trace.reason,
    rows: fired.map((id) => {
      const tests = rule?.rows.find((row) => row.id === id)?.if ?? {};
      return { id, tests: inputs.flatMap((input) => passed(input, tests[input.id], seen)) };
    }),
    inputs,
    values: Object.entries(rule?.outputs ?? {}).flatMap(([id, { title, unit }]) =>
      Object.hasOwn(trace.values, id)
        ? [{ id, title, ...(unit === undefined ? {} : { unit }), value: trace.values[id] ?? null }]
        : [],
    ),
    parameters: [
      ...Object.entries(trace.parameters).map(([id, value]) => ({ parameter: id, date: trace.date, value })),
      ...(trace.lookups ?? []),
    ].map((lookup) => explainParameter(programme, lookup, decisive)),
  };
}

/** Every word in the cells and values of the rows that fired, and in the inputs and `let` values that these name. */
function wordsBehind(rule: Rule, fired: readonly string[]): Set<string> {
  const sources = new Map([...(rule.let ?? []), ...rule.inputs].map(({ id, value }) => [id, value]));
  const words = new Set<string>();
  const read = (text: string) => {
    for (const word of text.match(/[A-Za-z]\w*/g) ?? []) {
      if (words.has(word)) continue;
      words.add(word);
      const source = sources.get(word);
      if (source !== undefined) read(source);
    }
  };
  for (const { id, if: tests = {}, values = {} } of rule.rows) {
    if (fired.includes(id)) for (const [name, test] of Object.entries(tests)) read(`${name} ${test}`);
    if (fired.includes(id)) for (const value of Object.values(values)) read(value);
  }
  return words;
}

/** `< line` is a comparison with what `line` was. */
const COMPARISON = /^\s*(?:<=?|>=?)\s*(?<limit>.+)$/s;

function passed(input: NamedValue, test: string | undefined, seen: Scope | undefined): PassedTest[] {
  if (test === undefined || test === '-') return [];
  const limit = COMPARISON.exec(test)?.groups?.limit;
  if (limit === undefined || seen === undefined) return [{ ...input, test }];
  return [{ ...input, test, limit: evaluate(limit, seen).value }];
}

/** What the rows saw when the rule was judged; nothing where judging again from the events gives other inputs. */
function frameThen({ event, before, programme }: Judged, rule: Rule, trace: RuleTrace): Scope | undefined {
  if (!before) return undefined;
  const { answer } = event.detail ?? {};
  const scope = { ...scopeOf(programme, before, { now: event.at }), ...(answer ? { answer } : {}) };
  const frame = frameOf(rule, scope, (date) => parametersOn(programme, date));
  return canonical(frame.inputs) === canonical(trace.inputs) ? frame.scope : undefined;
}

function explainParameter(
  programme: Programme,
  { parameter: id, date, value }: NonNullable<RuleTrace['lookups']>[number],
  decisive: ReadonlySet<string>,
): ExplainedParameter {
  const definition = programme.definition.parameters?.[id];
  const entry = definition?.values.find(
    (one) => one['valid-from'] <= date && (one['valid-to'] === undefined || date < one['valid-to']),
  );
  const { source } = definition ?? {};
  return {
    id,
    title: definition?.title ?? id,
    ...(definition === undefined ? {} : { unit: definition.unit }),
    value,
    date,
    ...(entry === undefined ? {} : { from: entry['valid-from'] }),
    ...(entry?.['valid-to'] === undefined ? {} : { until: entry['valid-to'] }),
    ...(source === undefined ? {} : { source }),
    certainty: definition?.certainty ?? 'local',
    decisive: decisive.has(id),
  };
}
