import { writeFile } from 'node:fs/promises';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt } from '../load.ts';

/** `aidflow bundle`: one immutable file with its content hash. */
export const bundle: Command = {
  name: 'bundle',
  summary:
    'Makes one immutable file of a programme: forms, rules, letters, validators, and the hash over them.',
  usage: `bundle DIR [-o FILE]

  DIR               folder with programme.yaml
  -o, --out FILE    where to write it; else to standard output`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(bundle, args, { out: { type: 'string', short: 'o' } });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw misused(bundle, 'exactly one folder is expected');
    const made = await bundleAt(folder, terminal);
    if (made === undefined) return 1;
    const text = JSON.stringify(made);
    if (values.out === undefined) terminal.out(text);
    else {
      await writeFile(values.out, `${text}\n`);
      terminal.out(`${made.programme} ${made.version}  ${made.hash}  ${values.out}`);
    }
    return 0;
  },
};
