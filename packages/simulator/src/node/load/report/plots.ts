/** The plots of a report, as SVG that needs no script and no style of its own. */

import type { ProblemLanguage } from '@aidflow/definition';
import { barX, dot, lineY, type PlotOptions, plot, rectX, ruleX, ruleY, text } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Estimate } from '../../../load/estimate.ts';
import { levelName } from '../../../load/levels.ts';
import { ALL } from '../../../load/measures.ts';
import type { CountyReport, VariantReport } from '../../../load/summary.ts';
import { colourOf } from './style.ts';
import { wordsIn } from './words.ts';

/** Widths at which every plot is drawn; the page shows the one that fits. */
export const WIDE = 768;
export const NARROW = 320;

export interface Drawing {
  report: CountyReport;
  language: ProblemLanguage;
  width: number;
}

/** One plot as SVG. Its style element and attributes go: a strict policy forbids them, and the page has its own. */
function draw(options: PlotOptions, label: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const figure = plot({ ...options, document, figure: false } as PlotOptions);
  for (const style of figure.querySelectorAll('style')) style.remove();
  for (const element of [figure, ...figure.querySelectorAll('[style]')]) element.removeAttribute('style');
  // The plot has one name, and its figures stand in the tables; marks are not to be read out one by one.
  for (const part of figure.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
  figure.removeAttribute('class');
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', label);
  return figure.outerHTML;
}

const common = (width: number): Partial<PlotOptions> => ({ width, marginTop: 24, marginRight: 16 });

/** About how wide a text is at the size of axis labels. */
function widthOf(label: string): number {
  return [...label].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 11 : 6), 8);
}

/** Room for labels at the left: as much as the longest wants, and not too much of the plot. */
const roomFor = (labels: readonly string[], width: number): number =>
  Math.min(width < 500 ? 100 : 190, Math.max(48, ...labels.map((label) => widthOf(label) * 1.15 + 12)));

/** A label on lines of about as many signs as fit. */
function folded(label: string, room: number): string {
  const lines: string[] = [''];
  for (const part of label.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? [label]) {
    if (widthOf(`${lines.at(-1)}${part}`.trimEnd()) > room && lines.at(-1) !== '') lines.push('');
    lines[lines.length - 1] += part;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

interface Row {
  label: string;
  variant: string;
  colour: string;
  value: Estimate;
}

/** Rows of dots with their intervals: one row for each label, variants one below the other within it. */
function dots(
  rows: readonly Row[],
  { width }: Drawing,
  { label, unit, domain, percent = false }: DotOptions,
): string {
  const labels = [...new Set(rows.map((row) => row.label))];
  const room = roomFor(labels, width);
  const variants = [...new Set(rows.map((row) => row.variant))];
  const place = new Map<string, number>();
  const gap = variants.length + 0.9;
  for (const [index, one] of labels.entries()) {
    for (const [nth, variant] of variants.entries()) place.set(`${one} ${variant}`, index * gap + nth);
  }
  // An interval of few runs may reach where no value can be.
  const [least, most] = domain ?? [0, Number.POSITIVE_INFINITY];
  const within = (value: number) => Math.min(most, Math.max(least, value));
  const placed = rows.map(({ label: one, variant, colour, value: { mean, low, high } }) => ({
    colour,
    mean,
    low: within(low),
    high: within(high),
    y: place.get(`${one} ${variant}`) as number,
  }));
  const middles = labels.map((one, index) => ({
    text: folded(one, room - 8),
    y: index * gap + (variants.length - 1) / 2,
  }));
  const height = labels.length * gap * 15 + 52;
  const shown = (value: number) => (percent ? `${percentText(value)}` : value.toFixed(1));
  return draw(
    {
      ...common(width),
      height,
      marginLeft: room,
      marginRight: 52,
      marginBottom: 30,
      x: {
        label: unit,
        grid: true,
        nice: true,
        ...(domain ? { domain } : { zero: true }),
        ...(percent ? { tickFormat: percentText } : {}),
        ticks: width < 500 ? 4 : 7,
        labelArrow: 'none',
      },
      y: { axis: null, domain: [labels.length * gap - 0.6, -0.8] },
      marks: [
        ruleX([0], { stroke: 'var(--line)' }),
        ruleY(placed, {
          y: 'y',
          x1: 'low',
          x2: 'high',
          stroke: 'colour',
          strokeWidth: 2,
          strokeOpacity: 0.55,
        }),
        dot(placed, { x: 'mean', y: 'y', fill: 'colour', r: 4 }),
        text(placed, {
          x: 'high',
          y: 'y',
          text: (row: { mean: number }) => shown(row.mean),
          dx: 8,
          textAnchor: 'start',
          fill: 'var(--ink)',
          fontSize: 12,
        }),
        text(middles, {
          frameAnchor: 'left',
          y: 'y',
          text: 'text',
          dx: -room + 4,
          textAnchor: 'start',
          fill: 'var(--ink)',
          fontSize: 12,
        }),
      ],
    },
    label,
  );
}

interface DotOptions {
  label: string;
  unit: string;
  domain?: [number, number];
  percent?: boolean;
}

const percentText = (value: number): string => {
  const whole = value * 100;
  return whole > 99 && whole < 100 ? `${(Math.floor(whole * 10) / 10).toFixed(1)}%` : `${Math.round(whole)}%`;
};

/** Which measures of which variants, as rows. */
function rowsOf({ report, language }: Drawing, names: readonly { name: string; label: string }[]): Row[] {
  return names.flatMap(({ name, label }) =>
    report.variants.flatMap(({ measures, title }, index) => {
      const value = measures[name];
      if (!value || Number.isNaN(value.mean)) return [];
      return [{ label, variant: title[language], colour: colourOf(index), value }];
    }),
  );
}

/** Median, 90th and 99th percentile of days to the decision, by programme. */
export function decisionPlot(drawing: Drawing): string {
  const { report, language } = drawing;
  const word = wordsIn(language);
  const programmes = Object.entries(report.names.programmes).filter(
    ([id]) => report.variants[0]?.measures[`cases/${id}/${ALL}/p50`],
  );
  const names = programmes.slice(0, 12).flatMap(([id, title]) =>
    (['p50', 'p90', 'p99'] as const).map((part) => {
      const share = word(part === 'p50' ? 'half' : part === 'p90' ? 'ninety' : 'ninetyNine');
      return {
        name: `cases/${id}/${ALL}/${part}`,
        label: programmes.length === 1 ? share : `${title[language]}, ${share}`,
      };
    }),
  );
  return dots(rowsOf(drawing, names), drawing, { label: word('decision'), unit: word('days') });
}

/** Lines by week of application. */
export function weeksPlot({ report, language, width }: Drawing): string {
  const word = wordsIn(language);
  const points = report.variants.flatMap(({ id, weeks }, index) =>
    weeks
      .filter(({ p50 }) => Number.isFinite(p50))
      .map(({ from, p50, p90 }) => ({ id, colour: colourOf(index), from: new Date(from), p50, p90 })),
  );
  return draw(
    {
      ...common(width),
      height: width < 500 ? 220 : 300,
      marginLeft: 36,
      marginBottom: 30,
      x: { type: 'utc', label: null, ticks: width < 500 ? 4 : 8, tickFormat: monthText(language) },
      y: { label: word('days'), grid: true, zero: true, nice: true, labelArrow: 'none', ticks: 6 },
      marks: [
        ...burstMarks(report),
        ruleY([0], { stroke: 'var(--line)' }),
        lineY(points, { x: 'from', y: 'p90', z: 'id', stroke: 'colour', strokeWidth: 1, strokeOpacity: 0.7 }),
        lineY(points, { x: 'from', y: 'p50', z: 'id', stroke: 'colour', strokeWidth: 2.5 }),
      ],
    },
    word('weeks'),
  );
}

function burstMarks({ bursts }: CountyReport) {
  const spans = bursts.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
  return spans.length === 0 ? [] : [rectX(spans, { x1: 'from', x2: 'until', fill: 'var(--burst)' })];
}

const monthText = (language: ProblemLanguage) => (date: Date) =>
  language === 'zh'
    ? `${date.getUTCMonth() + 1}月`
    : (['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
        date.getUTCMonth()
      ] as string);

/** A desk whose queue was never as long as this has none worth a plot. */
const NO_QUEUE = 0.5;

/** Desks that had a queue in any variant, the fullest first. */
export function queuedDesks({ variants }: CountyReport): string[] {
  const most = (key: string) =>
    Math.max(...variants.map(({ queues }) => Math.max(0, ...(queues[key] ?? []))));
  const keys = [...new Set(variants.flatMap(({ queues }) => Object.keys(queues)))];
  return keys.filter((key) => most(key) >= NO_QUEUE).sort((a, b) => most(b) - most(a));
}

/** The queue of one role, day by day. */
export function queuePlot({ report, language, width }: Drawing, desk: string): string {
  const start = Date.parse(report.span.counted);
  const points = report.variants.flatMap(({ id, queues }, index) =>
    (queues[desk] ?? []).map((waiting, day) => ({
      id,
      colour: colourOf(index),
      date: new Date(start + day * 86_400_000),
      waiting,
    })),
  );
  const title = report.names.desks[desk]?.[language] ?? desk;
  return draw(
    {
      ...common(width),
      height: 140,
      marginLeft: 36,
      marginBottom: 26,
      x: { type: 'utc', label: null, ticks: width < 500 ? 4 : 8, tickFormat: monthText(language) },
      y: { label: title, grid: true, zero: true, nice: true, ticks: 3, labelArrow: 'none' },
      marks: [
        ...burstMarks(report),
        ruleY([0], { stroke: 'var(--line)' }),
        lineY(points, { x: 'date', y: 'waiting', z: 'id', stroke: 'colour', strokeWidth: 1.5 }),
      ],
    },
    `${title}: ${wordsIn(language)('waiting')}`,
  );
}

/** How busy each group of officers is. */
export function busyPlot(drawing: Drawing): string {
  const { report, language } = drawing;
  const word = wordsIn(language);
  const names = Object.entries(report.names.groups).map(([id, title]) => ({
    name: `group/${id}/busy`,
    label: title[language],
  }));
  return dots(rowsOf(drawing, names), drawing, {
    label: word('busy'),
    unit: word('share'),
    domain: [0, 1],
    percent: true,
  });
}

/** Shares of cases in which each statutory limit was kept. */
export function clocksPlot(drawing: Drawing): string {
  const { report, language } = drawing;
  const word = wordsIn(language);
  const names = [...new Set(report.variants.flatMap(({ measures }) => Object.keys(measures)))]
    .filter((name) => name.startsWith('clock/'))
    .sort((a, b) => worst(report.variants, a) - worst(report.variants, b))
    .slice(0, 12)
    .map((name) => ({ name, label: report.names.clocks[name.slice('clock/'.length)]?.[language] ?? name }));
  const rows = rowsOf(drawing, names);
  const least = Math.min(0.95, ...rows.map(({ value }) => value.mean));
  const domain: [number, number] = [Math.max(0, Math.floor(least * 10) / 10), 1];
  return dots(rows, drawing, { label: word('clocks'), unit: word('share'), domain, percent: true });
}

const worst = (variants: readonly VariantReport[], name: string): number =>
  Math.min(...variants.map(({ measures }) => measures[name]?.mean ?? 1));

/** Officer hours for each case, by level, one bar for each variant. */
export function costPlot({ report, language, width }: Drawing): string {
  const word = wordsIn(language);
  const programmes = Object.keys(report.names.programmes)
    .filter((id) => report.variants[0]?.measures[`cost/${id}/${ALL}`])
    .slice(0, 12);
  const room = width < 500 ? 104 : 190;
  const labelOf = (programme: string, variant: VariantReport) =>
    folded(
      programmes.length === 1
        ? variant.title[language]
        : `${report.names.programmes[programme]?.[language]} – ${variant.title[language]}`,
      room - 8,
    );
  const levels = ['township', 'county', 'village'];
  const bars = programmes.flatMap((programme) =>
    report.variants.flatMap((variant) =>
      levels.flatMap((level, index) => {
        const hours = variant.measures[`cost/${programme}/${level}`]?.mean ?? 0;
        return hours === 0
          ? []
          : [{ label: labelOf(programme, variant), level, hours, colour: `var(--v${index + 1})` }];
      }),
    ),
  );
  const labels = [...new Set(bars.map(({ label }) => label))];
  return draw(
    {
      ...common(width),
      height: labels.length * 46 + 46,
      marginLeft: room,
      marginBottom: 30,
      x: { label: word('hours'), grid: true, nice: true, labelArrow: 'none', ticks: width < 500 ? 4 : 7 },
      y: { axis: null, domain: labels, padding: 0.3 },
      marks: [
        barX(bars, { x: 'hours', y: 'label', fill: 'colour', order: levels, z: 'level', insetRight: 1 }),
        text(labels, {
          frameAnchor: 'left',
          y: (label: string) => label,
          text: (label: string) => label,
          dx: -room + 4,
          textAnchor: 'start',
          fill: 'var(--ink)',
          fontSize: 12,
        }),
        ruleX([0], { stroke: 'var(--quiet)' }),
      ],
    },
    word('cost'),
  );
}

/** The levels of the bars of `costPlot`, with their colours. */
export const costLevels = (language: ProblemLanguage): { name: string; colour: string }[] =>
  ['township', 'county', 'village'].map((level, index) => ({
    name: levelName(level)[language],
    colour: `var(--v${index + 1})`,
  }));

/** How busy the watched officers are with each value that was tried. */
export function sweepPlot({ report, language, width }: Drawing): string {
  const { sweep } = report;
  if (sweep === null) return '';
  const word = wordsIn(language);
  const share = sweep.points.every(({ value }) => value <= 1);
  const points = sweep.points.map(({ value, busy, wait }) => ({
    value,
    mean: busy.mean,
    low: Math.max(0, busy.low),
    high: Math.min(1, busy.high),
    wait: wait.mean,
  }));
  return draw(
    {
      ...common(width),
      height: width < 500 ? 220 : 280,
      marginLeft: 44,
      marginBottom: 36,
      x: {
        label: sweep.title[language],
        labelArrow: 'none',
        ...(share ? { tickFormat: percentText } : {}),
        ticks: width < 500 ? 5 : 9,
        inset: 12,
      },
      y: {
        label: word('busyShort'),
        grid: true,
        domain: [0, 1.05],
        tickFormat: percentText,
        ticks: 5,
        labelArrow: 'none',
      },
      marks: [
        ruleY([0], { stroke: 'var(--line)' }),
        ruleY([sweep.bound], { stroke: 'var(--bound)', strokeDasharray: '5 4' }),
        lineY(points, { x: 'value', y: 'mean', stroke: 'var(--v1)', strokeWidth: 2 }),
        ruleX(points, {
          x: 'value',
          y1: 'low',
          y2: 'high',
          stroke: 'var(--v1)',
          strokeWidth: 2,
          strokeOpacity: 0.55,
        }),
        dot(points, { x: 'value', y: 'mean', fill: 'var(--v1)', r: 4 }),
        text(points, {
          x: 'value',
          y: 'mean',
          text: ({ wait }: { wait: number }) => `${wait.toFixed(wait < 10 ? 1 : 0)} ${word('days')}`,
          dy: width < 500 ? 16 : 18,
          fill: 'var(--quiet)',
          fontSize: width < 500 ? 10 : 12,
        }),
      ],
    },
    sweep.title[language],
  );
}
