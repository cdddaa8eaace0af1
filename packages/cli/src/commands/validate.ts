import { localize } from '@aidflow/definition';
import { loadProgramme } from '@aidflow/definition/node';
import { placedIn } from '@aidflow/simulator/node';
import { misused, readArgs, spokenLanguage } from '../args.ts';
import type { Command } from '../command.ts';
import { programmeFoldersIn } from '../load.ts';
import { count, problemLines } from '../problems.ts';

/** `aidflow validate`: what is wrong with a programme, and where. */
export const validate: Command = {
  name: 'validate',
  summary: 'Says what is wrong with programmes: file, line, what would be right.',
  usage: `validate DIR...

  DIR          a folder with programme.yaml, or one that holds such folders
  --lang LANG  en or zh; English when left out
  --json       problems as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(validate, args, {
      lang: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0) throw misused(validate, 'no folder was named');
    const language = spokenLanguage(validate, values.lang);
    const folders = positionals.flatMap(programmeFoldersIn);
    const loaded = await Promise.all(folders.map((folder) => loadProgramme(folder)));
    const problems = loaded.flatMap((one, index) =>
      (one.ok ? one.warnings : one.problems).map((found) =>
        localize(placedIn(folders[index] ?? '', found), language),
      ),
    );
    const errors = problems.filter(({ severity }) => severity !== 'warning').length;
    if (values.json) {
      terminal.out(JSON.stringify({ programmes: folders, problems }, null, 2));
      return errors > 0 ? 1 : 0;
    }
    for (const found of problems) for (const line of problemLines(found, terminal)) terminal.out(line);
    if (problems.length > 0) terminal.out('');
    const all = [
      count(folders.length, 'programme'),
      count(errors, 'error'),
      count(problems.length - errors, 'warning'),
    ].join(', ');
    terminal.out(terminal.tone(errors > 0 ? 'bad' : 'good', all));
    return errors > 0 ? 1 : 0;
  },
};
