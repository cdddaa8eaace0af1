/** The standards that applied: those on which the rows rest, and the others that the rules name. */
import type { ExplainedParameter } from '../explanation.ts';
import type { Block, Reader } from './reader.ts';

export function parameterBlocks({ say, tell, value, date, explanation }: Reader): Block[] {
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
