/**
 * The look of Aidflow in one place: CSS custom properties `--aid-*`. `tokens` is for shadow roots (`:host`),
 * `tokenSheet` for a page (`:root`, and any part of it marked `data-aid-theme` or `data-aid-mode`).
 *
 * Colours follow `color-scheme`, which is inherited: a page that is light only keeps a light form, even where the
 * reader's system is dark; `theme="dark"` or `data-aid-theme="dark"` turns a part of a page.
 */
import { type CSSResult, unsafeCSS } from 'lit';

/** Name: light, dark. Warm greys, one teal-blue accent; four meanings that differ in lightness, too. */
const colours: Readonly<Record<string, readonly [string, string]>> = {
  accent: ['#0b5c6e', '#6cc3d5'],
  'accent-strong': ['#084552', '#9adbe8'],
  'accent-soft': ['#e4f0f2', '#143239'],
  'on-accent': ['#ffffff', '#06242b'],
  surface: ['#ffffff', '#1b1f20'],
  'surface-sunken': ['#f6f4f0', '#131617'],
  'surface-raised': ['#ffffff', '#232829'],
  text: ['#1f2322', '#eceae5'],
  'text-muted': ['#5b5f5c', '#a9aca8'],
  line: ['#dedad3', '#353b3c'],
  'line-strong': ['#85827b', '#858b8a'],
  focus: ['#0b5c6e', '#8fd8e7'],
  waiting: ['#5f5510', '#d8cb7a'],
  attention: ['#8a4500', '#f0ad6c'],
  'attention-soft': ['#fdf1e4', '#38250f'],
  breach: ['#a81f1b', '#ff958c'],
  'breach-soft': ['#fcedeb', '#3b1a18'],
  done: ['#1e6338', '#7fcf9a'],
};

const constants: Readonly<Record<string, string>> = {
  font: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
  'font-figures': 'tabular-nums',
  radius: '6px',
  ring: '3px',
  'ring-gap': '2px',
  quick: '140ms',
};

/** Sizes for everybody, and for elder mode: nothing under 20, controls 24, targets 56. */
const sizes: Readonly<Record<string, readonly [string, string]>> = {
  'text-small': ['14px', '20px'],
  'text-body': ['16px', '22px'],
  'text-control': ['16px', '24px'],
  'text-lead': ['18px', '24px'],
  'text-title': ['22px', '30px'],
  'text-display': ['28px', '36px'],
  target: ['48px', '60px'],
  'space-1': ['4px', '4px'],
  'space-2': ['8px', '10px'],
  'space-3': ['12px', '14px'],
  'space-4': ['16px', '20px'],
  'space-6': ['24px', '32px'],
  'space-8': ['32px', '40px'],
  'space-12': ['48px', '56px'],
  mark: ['22px', '30px'],
};

const rule = (selector: string, table: Record<string, string>, more = '') =>
  `${selector}{${more}${Object.entries(table)
    .map(([name, value]) => `--aid-${name}:${value};`)
    .join('')}}`;

const pick = (table: Readonly<Record<string, readonly [string, string]>>, place: 0 | 1) =>
  Object.fromEntries(Object.entries(table).map(([name, pair]) => [name, pair[place]]));

const both = Object.fromEntries(
  Object.entries(colours).map(([name, [light, dark]]) => [name, `light-dark(${light},${dark})`]),
);

interface Selectors {
  base: string;
  /** What the base says about the colour scheme. */
  scheme: string;
  light: string;
  dark: string;
  auto: string;
  elder: string;
}

/** A part that is marked gets the values anew, so that they are worked out by its own colour scheme. */
function sheet({ base, scheme: baseScheme, light, dark, auto, elder }: Selectors): string {
  const scheme = (value: string) => `color-scheme:${value} !important;`;
  return [
    rule(base, { ...constants, ...pick(sizes, 0), ...pick(colours, 0) }, baseScheme),
    rule(elder, pick(sizes, 1)),
    // Browsers without light-dark(): light, unless dark is asked for in so many words.
    rule(dark, pick(colours, 1), scheme('dark')),
    rule(light, pick(colours, 0), scheme('light')),
    rule(auto, {}, scheme('light dark')),
    `@supports (color:light-dark(#000,#fff)){${rule(`${base},${light},${dark},${auto}`, both)}}`,
  ].join('');
}

/** For shadow roots. */
export const tokens: CSSResult = unsafeCSS(
  sheet({
    base: ':host',
    scheme: '',
    light: ':host([theme=light])',
    dark: ':host([theme=dark])',
    auto: ':host([theme=auto])',
    elder: ':host([mode=elder])',
  }),
);

/** For a page: `:root`, light or dark as the reader's system is, and marked parts. */
export const tokenSheet: string = sheet({
  base: ':root',
  scheme: 'color-scheme:light dark;',
  light: '[data-aid-theme=light]',
  dark: '[data-aid-theme=dark]',
  auto: '[data-aid-theme=auto]',
  elder: '[data-aid-mode=elder]',
});
