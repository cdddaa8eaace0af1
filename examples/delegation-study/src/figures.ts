/** The figures of the README, taken from a report. */
import type { CountyReport, Estimate } from '@aidflow/simulator';

export interface Figures {
  seed: string;
  replications: number;
  /** Cases counted in each run. */
  cases: number;
  /** A line for each measure: what it is, the county as it was, the delegated county, the paired difference, more staff. */
  rows: string[][];
  sweep: { share: number; busy: number; wait: number }[];
  affordable: number | null;
}

/** Measures that the README shows, with how they are written. */
const SHOWN: readonly (readonly [name: string, title: string, written: (value: number) => string])[] = [
  ['cases/dibao/all/p50', 'Days to the decision, median', (days) => days.toFixed(1)],
  ['cases/dibao/all/p90', 'Days to the decision, 90th percentile', (days) => days.toFixed(1)],
  ['cases/dibao/all/p99', 'Days to the decision, 99th percentile', (days) => days.toFixed(1)],
  ['clock/dibao/decision', 'Decided within the 10 working days', share],
  ['clock/dibao/handling', 'Handled within the 30 working days', share],
  ['desk/officer@county/wait', 'Days on the county confirmers’ desk', (days) => days.toFixed(1)],
  ['desk/officer@county/peak', 'Longest queue there', (count) => count.toFixed(0)],
  ['desk/leader@township/wait', 'Days on a township leader’s desk', (days) => days.toFixed(1)],
  ['desk/investigator@township/wait', 'Days until a visit begins', (days) => days.toFixed(1)],
  ['group/confirmers/busy', 'County confirmers busy', share],
  ['group/leaders/busy', 'Township leaders busy', share],
  ['group/auditors/busy', 'County auditors busy', share],
  ['cost/dibao/township', 'Township hours for each case', (hours) => hours.toFixed(1)],
  ['cost/dibao/county', 'County hours for each case', (hours) => hours.toFixed(1)],
];

/** What is not whole is never told as 100 %. */
function share(value: number): string {
  const part = value * 100;
  return part > 99 && part < 100 ? `${(Math.floor(part * 10) / 10).toFixed(1)} %` : `${part.toFixed(0)} %`;
}

/** The figures of a report of this county. */
export function figuresOf({ seed, replications, variants, sweep }: CountyReport): Figures {
  const [base, delegated, staffed] = variants;
  if (!base || !delegated || !staffed) throw new Error('the study compares three counties');
  return {
    seed,
    replications,
    cases: Math.round(base.arrived / replications),
    rows: SHOWN.map(([name, title, written]) => [
      title,
      shown(base.measures[name], written),
      shown(delegated.measures[name], written),
      changed(delegated.differences[name], written),
      shown(staffed.measures[name], written),
    ]),
    sweep: (sweep?.points ?? []).map(({ value, busy, wait }) => ({
      share: value,
      busy: busy.mean,
      wait: wait.mean,
    })),
    affordable: sweep?.affordable ?? null,
  };
}

const shown = (value: Estimate | undefined, written: (value: number) => string): string =>
  value && Number.isFinite(value.mean) ? written(value.mean) : '–';

/** The difference with half of its interval; nothing where it is no more than chance. */
function changed(by: Estimate | undefined, written: (value: number) => string): string {
  if (!by || !Number.isFinite(by.mean)) return '';
  if (by.low <= 0 && by.high >= 0) return 'no more than chance';
  return `${by.mean > 0 ? '+' : '−'}${written(Math.abs(by.mean))} (± ${written((by.high - by.low) / 2)})`;
}

const BLOCK = /<!-- figures -->[\s\S]*<!-- \/figures -->/;

/** The README with the figures in their place. */
export function withFigures(readme: string, figures: Figures): string {
  if (!BLOCK.test(readme)) throw new Error('the README has no place for figures');
  return readme.replace(BLOCK, () => `<!-- figures -->\n${blockOf(figures)}\n<!-- /figures -->`);
}

function blockOf({ seed, replications, cases, rows, sweep, affordable }: Figures): string {
  return [
    `${replications} runs of some ${cases.toLocaleString('en')} applications each, seed "${seed}"; differences are paired, ± is half of the 95 % interval.`,
    '',
    '| | the county confirms | the townships confirm | difference | and one investigator more |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    '| the county samples | auditors busy | a case waits for them |',
    '| ---: | ---: | ---: |',
    ...sweep.map(
      ({ share: part, busy, wait }) =>
        `| ${share(part)}${part === affordable ? ' (as much as it can afford)' : ''} | ${share(busy)} | ${wait.toFixed(1)} days |`,
    ),
  ].join('\n');
}
