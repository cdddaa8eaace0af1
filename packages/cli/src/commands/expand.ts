import { stringify } from 'yaml';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt } from '../load.ts';

/** `aidflow expand`: the definition with its shorthands written out. */
export const expand: Command = {
  name: 'expand',
  summary: 'Prints a programme with its shorthands (notice, supplement ...) written out as plain steps.',
  usage: `expand DIR

  DIR      folder with programme.yaml
  --json   JSON instead of YAML`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(expand, args, { json: { type: 'boolean' } });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw misused(expand, 'exactly one folder is expected');
    const bundle = await bundleAt(folder, terminal);
    if (bundle === undefined) return 1;
    const { definition } = bundle;
    terminal.out(
      values.json ? JSON.stringify(definition, null, 2) : stringify(definition, { lineWidth: 110 }).trimEnd(),
    );
    return 0;
  },
};
