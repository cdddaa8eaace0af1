import { writeFile } from 'node:fs/promises';
import type { Bundle } from '@aidflow/definition';
import { loadValidators } from '@aidflow/definition/node';
import { compile, procedureOf } from '@aidflow/engine';
import { toBpmn, toDmn, toMermaid, toScxml, toXState } from '@aidflow/interchange';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt } from '../load.ts';

const FORMATS = ['xstate', 'scxml', 'bpmn', 'dmn', 'mermaid'] as const;
type Format = (typeof FORMATS)[number];

interface Choice {
  rule: string | undefined;
  procedure: string | undefined;
  operations: boolean;
}

/** `aidflow export`: a programme in the format of another tool. */
export const exporting: Command = {
  name: 'export',
  summary: 'Writes a procedure for XState, SCXML, BPMN or Mermaid, or a rule for DMN tools.',
  usage: `export DIR --to FORMAT [--out FILE]

  DIR                 folder with programme.yaml
  --to FORMAT         xstate (JSON), scxml, bpmn, mermaid: the procedure; dmn: a rule
  --rule ID           which rule, where there are several (dmn)
  --procedure STEP    the steps of the items of an each step, or those of another beginning (xstate, scxml)
  --operations        with what may be done at any time: withdraw, return, reopen (xstate, scxml)
  -o, --out FILE      where to write it; else to standard output`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(exporting, args, {
      to: { type: 'string' },
      rule: { type: 'string' },
      procedure: { type: 'string' },
      operations: { type: 'boolean' },
      out: { type: 'string', short: 'o' },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw misused(exporting, 'exactly one folder is expected');
    const { rule, procedure, operations = false, out } = values;
    const format = FORMATS.find((one) => one === values.to);
    if (format === undefined) throw misused(exporting, `--to is one of ${FORMATS.join(', ')}`);
    const bundle = await bundleAt(folder, terminal);
    if (bundle === undefined) return 1;
    const text = await written(bundle, format, { rule, procedure, operations });
    if (out === undefined) terminal.out(text.trimEnd());
    else await writeFile(out, text);
    return 0;
  },
};

async function written(bundle: Bundle, format: Format, choice: Choice): Promise<string> {
  if (format === 'bpmn') return toBpmn(bundle);
  if (format === 'mermaid') return toMermaid(bundle);
  if (format === 'dmn') return toDmn(bundle, ruleIn(bundle, choice.rule));
  const whole = compile(bundle, await loadValidators(bundle));
  if (choice.procedure !== undefined && !whole.procedures.has(choice.procedure)) {
    throw misused(exporting, oneOf('--procedure', [...whole.procedures.keys()]));
  }
  const procedure = procedureOf(whole, choice);
  if (format === 'scxml') return toScxml(procedure, choice);
  return `${JSON.stringify(toXState(procedure, choice), null, 2)}\n`;
}

/** The rule that was asked for, or the only one. */
function ruleIn({ rules }: Bundle, asked: string | undefined): string {
  const ids = Object.keys(rules);
  const found = asked ?? (ids.length === 1 ? ids[0] : undefined);
  if (found === undefined || !ids.includes(found)) throw misused(exporting, oneOf('--rule', ids));
  return found;
}

const oneOf = (option: string, ids: readonly string[]): string =>
  ids.length === 0 ? `the programme has nothing for ${option}` : `${option} is one of ${ids.join(', ')}`;
