import type { ContestantFigures, Figures } from '../gather.ts';
import type { Share } from '../measures/quality.ts';
import type { Showing } from '../measures/timing.ts';

/** A table as texts: the first row is its head. */
export interface Table {
  title: string;
  rows: string[][];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 === 1 ? middle : middle - 1],
    sorted[middle],
  ];
  return (low + high) / 2;
}

/** Median of the ratios within each round. */
const ratio = (own: readonly number[], base: readonly number[]): number =>
  median(own.map((value, round) => value / (base[round] ?? Number.NaN)));

const times = (value: number): string =>
  Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 1)}x` : '–';
const kilo = (bytes: number): string => (bytes / 1000).toFixed(1);

const find = (figures: Figures, key: string) => figures.contestants.find((one) => one.contestant.key === key);

/** What the figures are about, each as a ratio to another contestant of the same round. */
const timed: readonly (readonly [name: keyof Showing, title: string, unit: (value: number) => string])[] = [
  ['paintWork', 'paint, processor', (value) => `${value.toFixed(0)} ms`],
  ['paint', 'paint, clock', (value) => `${value.toFixed(0)} ms`],
  ['key', 'keystroke', (value) => `${value.toFixed(2)} ms`],
  ['submit', 'submit, all wrong', (value) => `${value.toFixed(0)} ms`],
  ['heap', 'heap', (value) => `${(value / 1e6).toFixed(1)} MB`],
  ['nodes', 'DOM nodes', (value) => `${value.toFixed(0)}`],
  ['listeners', 'listeners', (value) => `${value.toFixed(0)}`],
];

function timeTable(figures: Figures, form: string, title: string): Table {
  const plain = find(figures, 'plain');
  const limit = find(figures, 'lit');
  const of = (one: ContestantFigures | undefined, name: keyof Showing) =>
    one?.forms[form]?.showings.map((showing) => showing[name]) ?? [];
  const checks = (one: ContestantFigures | undefined) => one?.forms[form]?.checks ?? [];
  return {
    title,
    rows: [
      ['', 'gzip kB', 'brotli kB', ...timed.map(([, name]) => name), 'whole check', 'fields drawn by a key'],
      ...figures.contestants.map((one) => {
        const { weight, drawn } = one.forms[form] ?? {};
        const isPlain = one === plain;
        return [
          one.contestant.name,
          kilo(weight?.gzip ?? 0),
          kilo(weight?.brotli ?? 0),
          ...timed.map(([name, , unit]) =>
            isPlain ? unit(median(of(one, name))) : times(ratio(of(one, name), of(plain, name))),
          ),
          one === limit
            ? `${(median(checks(one)) * 1000).toFixed(0)} µs`
            : times(ratio(checks(one), checks(limit))),
          drawn === undefined ? '–' : `${drawn}`,
        ];
      }),
    ],
  };
}

const share = ([part, whole]: Share) => `${part} of ${whole}`;

function qualityTable(figures: Figures): Table {
  return {
    title: 'How the application treats people and pages',
    rows: [
      [
        '',
        'errors linked',
        'focus',
        'links that land',
        'small targets',
        'changed by host CSS',
        'typed FormData',
        'FormData as text',
        'nested forms',
        'axe: empty, filled, errors',
        'CSP and Trusted Types',
      ],
      ...figures.contestants.map(({ contestant, quality }) => [
        contestant.name,
        share(quality.linkedErrors),
        quality.focus,
        quality.links[1] === 0 ? 'none' : share(quality.links),
        share(quality.smallTargets),
        share(quality.changedByHost),
        share(quality.typedEntries),
        share(quality.textEntries),
        `${quality.nestedForms}`,
        quality.axe.join(', '),
        quality.policyReports === undefined ? 'no form' : `${quality.policyReports} reports`,
      ]),
    ],
  };
}

/** Everything that was measured, as texts. */
export const tables = (figures: Figures): Table[] => [
  timeTable(figures, 'household', 'The application: 60 fields, a repeated group, a conditional part'),
  timeTable(figures, 'stress', 'The stress form: 500 fields in nested groups'),
  qualityTable(figures),
  goalTable(figures),
];

interface Goal {
  title: string;
  most: number;
  value: number;
  show(value: number): string;
}

function goals(figures: Figures): Goal[] {
  const [aid, plain, lit] = ['aid', 'plain', 'lit'].map((key) => find(figures, key));
  if (aid === undefined || plain === undefined || lit === undefined) return [];
  const against = (form: string, name: keyof Showing) =>
    ratio(
      aid.forms[form]?.showings.map((one) => one[name]) ?? [],
      plain.forms[form]?.showings.map((one) => one[name]) ?? [],
    );
  const own = (form: string, name: keyof Showing) => aid.forms[form]?.showings.map((one) => one[name]) ?? [];
  const goal = (title: string, most: number, value: number, show = times): Goal => ({
    title,
    most,
    value,
    show,
  });
  return [
    goal(
      'application over the wire, gzip',
      40,
      (aid.forms.household?.weight.gzip ?? 0) / 1000,
      (value) => `${value.toFixed(1)} kB`,
    ),
    goal('paint, 60 fields, processor', 1.5, against('household', 'paintWork')),
    goal('paint, 60 fields, clock', 1.5, against('household', 'paint')),
    goal('paint, 500 fields, processor', 2, against('stress', 'paintWork')),
    goal('paint, 500 fields, clock', 2, against('stress', 'paint')),
    goal('keystroke, 500 fields', 1.3, against('stress', 'key')),
    goal('keystroke, 500 fields over 60 fields', 1, ratio(own('stress', 'key'), own('household', 'key'))),
    goal('fields drawn by a keystroke', 1, aid.forms.stress?.drawn ?? Number.NaN, String),
    goal(
      'whole check, 500 fields, over bare Ajv',
      2,
      ratio(aid.forms.stress?.checks ?? [], lit.forms.stress?.checks ?? []),
    ),
    goal('heap, 500 fields', 3, against('stress', 'heap')),
  ];
}

function goalTable(figures: Figures): Table {
  return {
    title: 'Aims',
    rows: [
      ['', '<aid-form>', 'at most', ''],
      ...goals(figures).map(({ title, most, value, show }) => [
        title,
        show(value),
        show(most),
        value <= most ? 'reached' : 'missed',
      ]),
    ],
  };
}
