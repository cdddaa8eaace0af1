import {
  type Bundle,
  type CaseWays,
  type Difference,
  type DifferenceArea,
  type DifferenceSeverity,
  diff as differencesOf,
  type ProblemLanguage,
  severities,
  suggestStepMap,
  type TouchedCase,
  touched,
} from '@aidflow/definition';
import { misused, readArgs, spokenLanguage } from '../args.ts';
import type { Command } from '../command.ts';
import { count } from '../problems.ts';
import { casesInFile, casesInStore, type Running } from '../running-cases.ts';
import type { Terminal, Tone } from '../terminal.ts';
import { type Version, versionAt } from '../versions.ts';

/** `aidflow diff`: what a new version changes, in words, and which running cases that touches. */
export const diff: Command = {
  name: 'diff',
  summary: 'Says in words what differs between two versions, and which running cases that touches.',
  usage: `diff BEFORE AFTER

  BEFORE, AFTER   a folder with programme.yaml, or a bundle
  --cases FILE    running cases as JSON: [{ "id", "number", "steps": [], "clocks": [], "data": [] }]
  --store FILE    SQLite database of a service, in place of --cases
  --lang LANG     en or zh; English when left out
  --json          differences, cases and a suggested step map as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(diff, args, {
      cases: { type: 'string' },
      store: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [old, now, ...more] = positionals;
    if (old === undefined || now === undefined || more.length > 0) {
      throw misused(diff, 'exactly two versions are expected');
    }
    if (values.cases !== undefined && values.store !== undefined) {
      throw misused(diff, 'cases come from a file or from a database, not from both');
    }
    const language = spokenLanguage(diff, values.lang);
    // A mistake in the command line is told before anything takes time.
    const listed = values.cases === undefined ? undefined : casesInFile(values.cases);
    const before = await versionAt(old, terminal, language);
    const after = await versionAt(now, terminal, language);
    if (before === undefined || after === undefined) return 1;

    const differences = differencesOf(before.bundle, after.bundle);
    const stored = values.store === undefined ? undefined : await casesInStore(values.store, before.bundle);
    const running = listed ?? stored;
    const compared: Compared = { before, after, differences, running };
    if (values.json) terminal.out(JSON.stringify(asJson(compared), null, 2));
    else for (const line of lines(compared, language, terminal)) terminal.out(line);
    return 0;
  },
};

interface Compared {
  before: Version;
  after: Version;
  differences: Difference[];
  /** Absent where nobody asked for them. */
  running: Running | undefined;
}

function asJson({ before, after, differences, running }: Compared) {
  const named = ({ bundle: { programme, version, hash } }: Version) => ({ programme, version, hash });
  const found = touched(differences, running?.cases ?? []);
  return {
    before: named(before),
    after: named(after),
    differences: found.differences.map(({ difference, cases }) => ({
      ...difference,
      place: after.place(difference),
      ...(running ? { cases } : {}),
    })),
    ...(running ? { cases: found.cases, elsewhere: running.elsewhere } : {}),
    map: suggestStepMap(before.bundle, after.bundle),
  };
}

const tones: Record<DifferenceSeverity, Tone> = {
  money: 'bad',
  authority: 'bad',
  stricter: 'warn',
  procedure: 'strong',
  easier: 'good',
  text: 'quiet',
};

function lines(compared: Compared, language: ProblemLanguage, terminal: Terminal): string[] {
  const { before, after, differences, running } = compared;
  const { tone } = terminal;
  const found = touched(differences, running?.cases ?? []);
  const width = Math.max(...severities.map(({ length }) => length));
  const told: string[] = [];
  for (const area of areas(differences)) {
    told.push('', tone('strong', area));
    for (const { difference, cases } of found.differences) {
      if (difference.area !== area) continue;
      const { severity, sentence, code } = difference;
      told.push(`  ${tone(tones[severity], severity.padEnd(width))}  ${sentence[language]}`);
      const indent = ' '.repeat(width + 4);
      told.push(`${indent}${tone('quiet', `${after.place(difference)} ${code}`)}`);
      if (cases.length > 0) told.push(`${indent}touches ${touchedWords(cases)}`);
    }
  }
  return [
    ...headLines(before.bundle, after.bundle, terminal),
    ...told,
    '',
    summary(differences, terminal),
    ...(running ? caseLines(compared, found.cases, running, terminal) : []),
  ];
}

/** Which two are compared. Other programmes have steps of the same name, so that much would seem to differ. */
function headLines(before: Bundle, after: Bundle, { tone }: Terminal): string[] {
  const same = before.programme === after.programme;
  const later = same ? after.version : `${after.programme} ${after.version}`;
  const head = tone('strong', `${before.programme} ${before.version} -> ${later}`);
  if (same) return [head];
  return [
    head,
    tone('warn', 'These are two programmes, and no two versions of one: no case moves between them.'),
  ];
}

/** The areas, in the order of the most serious difference in each. */
const areas = (differences: readonly Difference[]): DifferenceArea[] => [
  ...new Set(differences.map(({ area }) => area)),
];

/** More cases than this are counted and not named. */
const NAMED = 8;

function touchedWords(cases: readonly TouchedCase[]): string {
  const some = (when: TouchedCase['when'], words: string): string[] => {
    const numbers = cases.filter((one) => one.when === when).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const names = numbers.slice(0, NAMED).join(', ');
    const rest = numbers.length > NAMED ? ` and ${numbers.length - NAMED} more` : '';
    return [`${words} ${names}${rest}`];
  };
  return [...some('now', 'now:'), ...some('later', 'later:')].join('; ');
}

function summary(differences: readonly Difference[], { tone }: Terminal): string {
  if (differences.length === 0) return tone('good', 'no differences');
  const parts = severities.flatMap((severity) => {
    const number = differences.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}`];
  });
  return tone('strong', `${count(differences.length, 'difference')}: ${parts.join(', ')}`);
}

function caseLines(
  { before, after }: Compared,
  cases: readonly CaseWays[],
  { elsewhere }: Running,
  { tone }: Terminal,
): string[] {
  const mapped = cases.filter(({ ways }) => ways.includes('step-map'));
  const asked = cases.filter(({ forms }) => forms.length > 0);
  const words = [
    `${count(cases.length, 'running case')} on the earlier version; all may stay`,
    ...(cases.length > mapped.length ? [`${cases.length - mapped.length} can move as they stand`] : []),
    ...(mapped.length > 0 ? [`${mapped.length} need${mapped.length === 1 ? 's' : ''} a step map`] : []),
  ];
  const { steps } = suggestStepMap(before.bundle, after.bundle);
  const lost = [...new Set(mapped.flatMap((one) => one.lost))];
  return [
    tone('strong', words.join(', ')),
    ...lost.map((step) => {
      const to = steps[step];
      const numbers = mapped.filter((one) => one.lost.includes(step)).map(({ number }) => number);
      const target = to === null || to === undefined ? 'nothing is like it' : `${step} -> ${to} (a guess)`;
      return `  ${tone('warn', step)}: ${numbers.slice(0, NAMED).join(', ')}; ${target}`;
    }),
    ...(asked.length > 0
      ? [`  data of ${count(asked.length, 'case')} will be looked at by the later version when they move`]
      : []),
    ...(elsewhere > 0
      ? [tone('quiet', `  ${count(elsewhere, 'case')} of other versions not looked at`)]
      : []),
  ];
}
