import { localize } from '@aidflow/definition';
import { runCounty, writeCountyReport } from '@aidflow/simulator/node';
import { misused, readArgs, spokenLanguage } from '../args.ts';
import type { Command } from '../command.ts';
import { problemLines } from '../problems.ts';
import { progressOn } from '../progress.ts';

/** `aidflow load`: a county for a year, and the same county otherwise. */
export const load: Command = {
  name: 'load',
  summary: 'Simulates a county for a year, and the same county with something changed beside it.',
  usage: `load COUNTY.yaml

  --out DIR          writes the report there: pages with plots in Chinese and English, CSV, JSON
  --replications N   how often each variant is simulated, each time with other chances
  --seed TEXT        all chance comes from it; else that of the file
  --workers N        how many threads; else one for each core
  --lang zh|en       language of what is printed
  --json             the report as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(load, args, {
      out: { type: 'string' },
      replications: { type: 'string' },
      seed: { type: 'string' },
      workers: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw misused(load, 'one county file has to be named');
    const language = spokenLanguage(load, values.lang);
    const replications = wholeNumber('--replications', values.replications);
    const workers = wholeNumber('--workers', values.workers);
    const progress = progressOn(terminal);
    const result = await runCounty(file, {
      ...(replications === undefined ? {} : { replications }),
      ...(workers === undefined ? {} : { workers }),
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      onProgress: (part, { done, of }) => progress.tell(part, `${done}/${of}`),
    }).finally(() => progress.end());
    if (!result.ok) {
      for (const found of result.problems) {
        for (const line of problemLines(localize(found, language), terminal)) terminal.err(line);
      }
      return 1;
    }
    const { report } = result;
    if (values.json) terminal.out(JSON.stringify(report, null, 1));
    else for (const finding of report.findings) terminal.out(finding[language]);
    if (values.out !== undefined) {
      const files = await writeCountyReport(report, values.out);
      for (const path of files) terminal.err(path);
    }
    return 0;
  },
};

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw misused(load, `${option} is a whole number from 1`);
  return number;
}
