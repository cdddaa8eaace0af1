/** Masking of an explanation: what was filled in, found or said, and who is named; never the words of the definition. */
import { type Mask, maskEvent } from '../masking.ts';
import type { Programme } from '../programme.ts';
import type { ExplainedRule, Explanation, NamedValue } from './explanation.ts';
import { explainForms } from './forms.ts';

export function maskExplanation(programme: Programme, found: Explanation, mask: Mask): Explanation {
  const data = Object.fromEntries(
    Object.entries(found.data).map(([form, given]) => [form, mask.data(form, given)]),
  );
  const { rule, draw } = found;
  return {
    ...found,
    masked: true,
    event: maskEvent(found.event, mask),
    ...(rule ? { rule: { ...rule, inputs: mask.deep(rule.inputs), values: mask.deep(rule.values) } } : {}),
    rules: found.rules.map((one) => maskRule(one, mask)),
    signatures: found.signatures.map((one) => ({
      ...one,
      by: mask.deep(one.by),
      ...(one.reasons === undefined ? {} : { reasons: mask.deep(one.reasons) }),
    })),
    data,
    forms: explainForms(programme, data).map((form) => ({
      ...form,
      fields: form.fields.map((field) => ({ ...field, value: mask.deep(field.value) })),
    })),
    clocks: found.clocks.map((clock) => ({
      ...clock,
      pauses: clock.pauses.map((pause) => (pause.by ? { ...pause, by: mask.deep(pause.by) } : pause)),
    })),
    ...(draw
      ? {
          draw: {
            ...draw,
            chosen: mask.deep(draw.chosen),
            ...(draw.reserve ? { reserve: mask.deep(draw.reserve) } : {}),
          },
        }
      : {}),
  };
}

function maskRule(rule: ExplainedRule, mask: Mask): ExplainedRule {
  const own = <T extends NamedValue>(one: T): T => ({ ...one, value: mask.deep(one.value) });
  return {
    ...rule,
    rows: rule.rows.map(({ id, tests }) => ({
      id,
      tests: tests.map((test) => ({
        ...own(test),
        ...(test.limit === undefined ? {} : { limit: mask.deep(test.limit) }),
      })),
    })),
    inputs: rule.inputs.map(own),
    values: rule.values.map(own),
  };
}
