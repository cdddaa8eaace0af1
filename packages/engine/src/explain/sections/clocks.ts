/** How the time limits stood. */
import { localize } from '@aidflow/definition';
import type { ExplainedClock } from '../explanation.ts';
import type { Block, Reader } from './reader.ts';

export function clockBlocks(reader: Reader): Block[] {
  const { explanation, tell } = reader;
  const pairs = explanation.clocks.map((clock): [string, string] => [
    tell(clock.title),
    clockText(clock, reader),
  ]);
  return pairs.length === 0 ? [] : [{ kind: 'pairs', pairs }];
}

function clockText(clock: ExplainedClock, { say, tell, date, language }: Reader): string {
  const days = (n: number) => say(clock.unit, { n });
  const known = {
    due: clock.due === undefined ? '' : date(clock.due),
    left: days(clock.left),
    stopped: clock.stopped === undefined ? '' : date(clock.stopped),
  };
  const parts = [
    say('clocks.limit', { date: date(clock.started), days: days(clock.limit) }) + say('semicolon'),
  ];
  if (clock.problem) parts.push(localize(clock.problem, language).detail);
  else parts.push(say(`clocks.${clock.state}`, known));
  if (clock.extended) parts.push(say('clocks.extended'));
  for (const { from, to, cause, step = '', title = step, by } of clock.pauses) {
    const why = say(`cause.${cause}`, { step: tell(title), by: by?.name ?? '' });
    parts.push(
      to === undefined
        ? say('clocks.pausing', { from: date(from), cause: why })
        : say('clocks.pause', { from: date(from), to: date(to), cause: why }),
    );
  }
  return parts.join(say('space'));
}
