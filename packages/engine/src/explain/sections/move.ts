/** How a case moved to another version of its programme: between which, where it stands, what is called otherwise. */
import type { ExplainedMove, ExplainedVersion } from '../explanation.ts';
import { type Block, type Reader, text } from './reader.ts';

export function moveBlocks(move: ExplainedMove, { say, tell, date }: Reader): Block[] {
  const version = ({ title, version: id }: ExplainedVersion) =>
    say('move.version', { title: tell(title), version: id });
  const titles = (list: readonly string[]) => list.map(tell).join(say('comma')) || say('nothing');
  const changes = [
    // A step that only changed its id reads the same.
    ...move.steps
      .filter(({ from, to }) => from.title !== to?.title)
      .map(({ from, to }) =>
        to === null
          ? say('move.gone', { from: tell(from.title) })
          : say('move.renamed', { from: tell(from.title), to: tell(to.title) }),
      ),
    ...move.clocks
      .filter(({ from, to }) => from.title !== to?.title)
      .map(({ from, to }) =>
        to === null
          ? say('move.clock-gone', { from: tell(from.title) })
          : say('move.clock', { from: tell(from.title), to: tell(to.title) }),
      ),
    ...move.started.map(({ title, date: since }) =>
      say('move.started', { title: tell(title), date: date(since) }),
    ),
  ];
  return [
    {
      kind: 'pairs',
      pairs: [
        [say('move.from'), version(move.from)],
        [say('move.to'), version(move.to)],
        [say('move.stood'), titles(move.stood)],
        [say('move.stands'), titles(move.stands)],
      ],
    },
    ...(changes.length === 0 ? [] : [{ kind: 'list' as const, items: changes }]),
    text(say('move.kept')),
  ];
}
