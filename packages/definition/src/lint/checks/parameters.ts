/** Parameters that have no value on days on which cases run. */
import { pointerKey } from '../../schema-walk.ts';
import type { ParameterValue } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding, type InputExample } from '../finding.ts';

export function checkParameters(context: Context): Finding[] {
  return Object.entries(context.programme.parameters ?? {}).flatMap(([id, { values }]) => {
    const dated = values.map((value, index) => ({ value, index }));
    dated.sort((one, other) => (from(one.value) < from(other.value) ? -1 : 1));
    return [...late(context, id, dated), ...gaps(context, id, dated), ...ended(context, id, dated)];
  });
}

interface Dated {
  value: ParameterValue;
  /** In the list as it was written. */
  index: number;
}

const from = (value: ParameterValue): string => value['valid-from'];

const place = (id: string, index: number, key: string): string =>
  `/parameters${pointerKey(id)}/values/${index}/${key}`;

/** A day on which the parameter is not there. */
const on = (day: string, parameter: string): InputExample => ({
  kind: 'inputs',
  inputs: { today: day },
  given: { [`parameters.${parameter}`]: null },
});

function late({ reading, programme }: Context, parameter: string, dated: readonly Dated[]): Finding[] {
  const [first] = dated;
  const start = programme['valid-from'];
  if (first === undefined || from(first.value) <= start) return [];
  const params = { parameter, from: start, to: from(first.value) };
  const pointer = place(parameter, first.index, 'valid-from');
  return [finding('lint/parameter-late', reading.source, pointer, params, { example: on(start, parameter) })];
}

function gaps({ reading, programme }: Context, parameter: string, dated: readonly Dated[]): Finding[] {
  return dated.flatMap(({ value, index }, position) => {
    const next = dated[position + 1];
    const end = value['valid-to'];
    // What was before the first case concerns nobody.
    if (next === undefined || end === undefined || end >= from(next.value)) return [];
    if (from(next.value) <= programme['valid-from']) return [];
    const params = { parameter, from: end, to: from(next.value) };
    const pointer = place(parameter, index, 'valid-to');
    const [day = end] = [end, programme['valid-from']].sort().reverse();
    const fix = {
      title: {
        en: `Let the value before be in force until ${from(next.value)}`,
        zh: `将前一项的有效期延至${from(next.value)}`,
      },
      edits: [{ file: reading.source.file, pointer, value: from(next.value) }],
    };
    return [
      finding('lint/parameter-gap', reading.source, pointer, params, { example: on(day, parameter), fix }),
    ];
  });
}

function ended({ reading, programme }: Context, parameter: string, dated: readonly Dated[]): Finding[] {
  const last = dated.at(-1);
  const end = last?.value['valid-to'];
  if (last === undefined || end === undefined || end > programme['valid-from']) return [];
  const params = { parameter, from: end, to: programme['valid-from'], variant: 'ended' };
  const pointer = place(parameter, last.index, 'valid-to');
  const example = on(programme['valid-from'], parameter);
  return [finding('lint/parameter-gap', reading.source, pointer, params, { example })];
}
