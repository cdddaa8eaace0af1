/** What a county's leader should know, in sentences. Nothing is claimed that chance could have done as well. */
import type { CountyText } from '@aidflow/definition';
import { type Estimate, isCertain } from './estimate.ts';
import { levelName } from './levels.ts';
import { ALL } from './measures.ts';
import type { CountyReport, SweepReport, VariantReport } from './summary.ts';

/** A day's difference of less than this is nobody's concern. */
const SMALL_DAYS = 0.1;

/** A share of cases in time that is lower than this is worth a sentence. */
const IN_TIME = 0.99;

/** The findings of a report, the most important first. */
export function findingsOf(report: CountyReport): CountyText[] {
  const [base, ...others] = report.variants;
  if (base === undefined) return [];
  return [
    ...Object.keys(report.names.programmes).flatMap((programme) =>
      programmeFindings(report, programme, base, others),
    ),
    ...report.variants.flatMap((variant) => bottleneck(report, variant)),
    ...report.bursts.flatMap((burst) => throughBurst(report, burst)),
    ...others.flatMap((variant) => costs(report, variant)),
    ...(report.sweep ? [afforded(report, report.sweep)] : []),
    ...report.variants.flatMap((variant) => warnings(variant)),
  ];
}

function programmeFindings(
  report: CountyReport,
  programme: string,
  base: VariantReport,
  others: readonly VariantReport[],
): CountyText[] {
  const title = prefixOf(report, programme);
  const median = base.measures[`cases/${programme}/${ALL}/p50`];
  const most = base.measures[`cases/${programme}/${ALL}/p90`];
  if (!median || !most || Number.isNaN(median.mean)) return [];
  const found: CountyText[] = [
    {
      zh: `${title.zh}${base.title.zh}：从申请到决定，半数在${days(median)}天内，九成在${days(most)}天内。`,
      en: `${title.en}${base.title.en}: half of the applicants have their decision within ${days(median)} days, nine of ten within ${days(most)}.`,
    },
  ];
  for (const variant of others) {
    found.push(...changes(title, programme, variant));
    found.push(...inTime(report.names.clocks, programme, base, variant));
  }
  return found;
}

function changes(title: CountyText, programme: string, variant: VariantReport): CountyText[] {
  const [median, most] = ['p50', 'p90'].map(
    (part) => variant.differences[`cases/${programme}/${ALL}/${part}`],
  );
  if (!median || !most) return [];
  const [zh, en] = [changed(median), changed(most)].reduce<[string[], string[]]>(
    ([allZh, allEn], one) => [
      [...allZh, one.zh],
      [...allEn, one.en],
    ],
    [[], []],
  );
  return [
    {
      zh: `${title.zh}${variant.title.zh}：中位数${zh[0]}，第九十百分位${zh[1]}。`,
      en: `${title.en}${variant.title.en}: the median ${en[0]}, the 90th percentile ${en[1]}.`,
    },
  ];
}

function changed(by: Estimate): CountyText {
  if (!isCertain(by) || Math.abs(by.mean) < SMALL_DAYS) {
    return { zh: '没有超出偶然的变化', en: 'does not change by more than chance would' };
  }
  const size = days({ ...by, mean: Math.abs(by.mean) });
  const half = ((by.high - by.low) / 2).toFixed(1);
  return by.mean < 0
    ? { zh: `缩短${size}天（±${half}）`, en: `falls by ${size} days (± ${half})` }
    : { zh: `延长${size}天（±${half}）`, en: `rises by ${size} days (± ${half})` };
}

/** Where cases of one programme only come in, nobody need be told of which. */
function prefixOf({ names, variants: [base] }: CountyReport, programme: string): CountyText {
  const title = names.programmes[programme];
  const used = Object.keys(names.programmes).filter((id) => base?.measures[`cases/${id}/${ALL}/count`]);
  if (title === undefined || used.length === 1) return { zh: '', en: '' };
  return { zh: `${title.zh}，`, en: `${title.en}, ` };
}

/** Statutory limits that are kept better or worse than before, or not kept. */
function inTime(
  clocks: CountyReport['names']['clocks'],
  programme: string,
  base: VariantReport,
  variant: VariantReport,
): CountyText[] {
  const prefix = `clock/${programme}/`;
  return Object.keys(variant.measures)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const before = base.measures[name];
      const after = variant.measures[name];
      const by = variant.differences[name];
      const title = clocks[name.slice('clock/'.length)];
      if (!before || !after || !by || !title || !isCertain(by) || Math.min(before.mean, after.mean) > IN_TIME)
        return [];
      const [from, to] = [percent(before), percent(after)];
      if (from === to) return [];
      return [
        {
          zh: `“${title.zh}”按时率由${from}变为${to}（${variant.title.zh}）。`,
          en: `"${title.en}" is kept in ${to} of the cases in place of ${from} (${variant.title.en}).`,
        },
      ];
    });
}

const WEEK = 7 * 86_400_000;

/** How long they wait who apply during a burst. */
function throughBurst(
  { variants }: CountyReport,
  { name, from, until }: CountyReport['bursts'][number],
): CountyText[] {
  const [begins, ends] = [Date.parse(from), Date.parse(until)];
  const told = variants.flatMap(({ title, weeks }) => {
    const during = weeks.filter((week) => {
      const start = Date.parse(week.from);
      return start < ends && start + WEEK > begins && Number.isFinite(week.p50);
    });
    const worst = (part: 'p50' | 'p90') => Math.max(...during.map((week) => week[part])).toFixed(0);
    return during.length === 0 ? [] : [{ title, p50: worst('p50'), p90: worst('p90') }];
  });
  if (told.length === 0) return [];
  return [
    {
      zh: `${name.zh}期间申请的人：${told.map(({ title, p50, p90 }) => `${title.zh}，半数等到第${p50}天以上，一成等到第${p90}天以上`).join('；')}。`,
      en: `Those who apply during ${lowered(name.en)}: ${told.map(({ title, p50, p90 }) => `${title.en}, half wait ${p50} days or more and one in ten ${p90} or more`).join('; ')}.`,
    },
  ];
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** The desk where cases wait longest. */
function bottleneck({ names }: CountyReport, variant: VariantReport): CountyText[] {
  const [first] = waits(variant);
  if (first === undefined || first.wait.mean === 0) return [];
  const desk = names.desks[first.key] ?? { zh: first.key, en: first.key };
  const busy = variant.measures[`desk/${first.key}/busy`];
  const slowest = variant.slowest[first.key];
  const many = Object.keys(variant.slowest).length > 0 && slowest && slowest.division.length > 6;
  const place = many
    ? { zh: `，最慢的是${slowest.name.zh}`, en: `, longest in ${slowest.name.en}` }
    : { zh: '', en: '' };
  return [
    {
      zh: `${variant.title.zh}：瓶颈在${desk.zh}，平均等待${days(first.wait)}天，忙碌率${percent(busy)}${place.zh}。`,
      en: `${variant.title.en}: the bottleneck is ${desk.en}, where cases wait ${days(first.wait)} days on average and officers are ${percent(busy)} busy${place.en}.`,
    },
  ];
}

/** Desks by how long cases wait there, the longest first. */
export function waits({ measures }: VariantReport): { key: string; wait: Estimate }[] {
  return Object.entries(measures)
    .filter(([name, { mean }]) => /^desk\/.*\/wait$/.test(name) && Number.isFinite(mean))
    .map(([name, wait]) => ({ key: name.slice('desk/'.length, -'/wait'.length), wait }))
    .sort((a, b) => b.wait.mean - a.wait.mean);
}

function costs(report: CountyReport, variant: VariantReport): CountyText[] {
  const {
    names,
    variants: [base],
  } = report;
  return Object.entries(names.programmes).flatMap(([programme]) => {
    const levels = ['township', 'county', ALL].flatMap((level) => {
      const name = `cost/${programme}/${level}`;
      const [before, after] = [base?.measures[name], variant.measures[name]];
      return before && after ? [{ level, before, after }] : [];
    });
    if (levels.length === 0) return [];
    const said = (language: 'zh' | 'en') =>
      levels
        .map(({ level, before, after }) => `${levelName(level)[language]} ${hours(before)} → ${hours(after)}`)
        .join(language === 'zh' ? '，' : ', ');
    return [
      {
        zh: `每件所需经办人工时（${prefixOf(report, programme).zh}${variant.title.zh}）：${said('zh')}小时。`,
        en: `Officer hours for each case (${prefixOf(report, programme).en}${variant.title.en}): ${said('en')}.`,
      },
    ];
  });
}

function afforded(
  { names }: CountyReport,
  { points, affordable, bound, watch, title }: SweepReport,
): CountyText {
  const group = names.groups[watch] ?? { zh: watch, en: watch };
  const limit = `${Math.round(bound * 100)}%`;
  const best = points.find(({ value }) => value === affordable);
  const next = points.find(({ value }) => affordable === null || value > affordable);
  if (best === undefined) {
    const busy = percent(next?.busy);
    return {
      zh: `${title.zh}：所试各值均超出${group.zh}的能力，最低一档忙碌率已达${busy}（上限${limit}）。`,
      en: `${title.en}: no value that was tried is within the powers of ${group.en}; at the lowest they are ${busy} busy (bound ${limit}).`,
    };
  }
  const beyond = next
    ? {
        zh: `；到${shown(next.value)}时为${percent(next.busy)}，每件等待${days(next.wait)}天`,
        en: `; at ${shown(next.value)} it would be ${percent(next.busy)}, and a case would wait ${days(next.wait)} days`,
      }
    : { zh: '', en: '' };
  return {
    zh: `${title.zh}：县里承受得起${shown(best.value)}，${group.zh}忙碌率${percent(best.busy)}（上限${limit}）${beyond.zh}。`,
    en: `${title.en}: the county can afford ${shown(best.value)}, with ${group.en} ${percent(best.busy)} busy (bound ${limit})${beyond.en}.`,
  };
}

function warnings({ title, stuck, measures }: VariantReport): CountyText[] {
  const undecided = measures.undecided?.mean ?? 0;
  return [
    ...stuck.map(({ step, code, detail, count }) => ({
      zh: `注意（${title.zh}）：有${count}件在“${step}”无人能够继续办理（${code}）。`,
      en: `Note (${title.en}): in ${count} cases nobody could go on at "${step}" (${code}: ${detail}).`,
    })),
    ...(undecided < 0.5
      ? []
      : [
          {
            zh: `注意（${title.zh}）：模拟结束时每次平均有${undecided.toFixed(0)}件尚未决定，实际等待比上述更长。`,
            en: `Note (${title.en}): ${undecided.toFixed(0)} cases on average were not decided when the simulation ended; the real waits are longer than said above.`,
          },
        ]),
  ];
}

const days = ({ mean }: Estimate): string => mean.toFixed(1);
const hours = ({ mean }: Estimate): string => mean.toFixed(1);
const shown = (value: number): string => (value <= 1 ? `${Math.round(value * 100)}%` : String(value));

/** `93%`; what is not whole is never told as 100%. */
export function percent(share: Estimate | undefined): string {
  if (share === undefined || Number.isNaN(share.mean)) return '–';
  const whole = share.mean * 100;
  if (whole > 99 && whole < 100) return `${(Math.floor(whole * 10) / 10).toFixed(1)}%`;
  return `${Math.round(whole)}%`;
}
