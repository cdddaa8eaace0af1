import { toMermaid } from '@aidflow/interchange';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt } from '../load.ts';

/** `aidflow graph`: the procedure as a Mermaid flowchart. */
export const graph: Command = {
  name: 'graph',
  summary: 'Draws the procedure of a programme as a Mermaid flowchart.',
  usage: `graph DIR

  DIR      folder with programme.yaml`,

  async run(args, terminal) {
    const { positionals } = readArgs(graph, args, {});
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw misused(graph, 'exactly one folder is expected');
    const bundle = await bundleAt(folder, terminal);
    if (bundle === undefined) return 1;
    terminal.out(toMermaid(bundle).trimEnd());
    return 0;
  },
};
