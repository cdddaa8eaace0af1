import { writeFile } from 'node:fs/promises';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt } from '../load.ts';
import { programmeTypes } from '../programme-types.ts';

/** `aidflow types`: what the forms of a programme hold, for TypeScript. */
export const types: Command = {
  name: 'types',
  summary: 'Writes TypeScript types: what each form holds, and what goes with each command.',
  usage: `types DIR [--out FILE]

  DIR                 folder with programme.yaml
  -o, --out FILE      where to write them; else to standard output`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(types, args, { out: { type: 'string', short: 'o' } });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw misused(types, 'exactly one folder is expected');
    const bundle = await bundleAt(folder, terminal);
    if (bundle === undefined) return 1;
    const text = await programmeTypes(bundle);
    if (values.out === undefined) terminal.out(text.trimEnd());
    else await writeFile(values.out, text);
    return 0;
  },
};
