/** The report of a county as one page: no script, no network, a policy that forbids both. */
import { createHash } from 'node:crypto';
import type { ProblemLanguage } from '@aidflow/definition';
import type { Estimate } from '../../../load/estimate.ts';
import { percent } from '../../../load/finding.ts';
import { levelName } from '../../../load/levels.ts';
import { ALL } from '../../../load/measures.ts';
import type { CountyReport } from '../../../load/summary.ts';
import {
  busyPlot,
  clocksPlot,
  costLevels,
  costPlot,
  type Drawing,
  decisionPlot,
  NARROW,
  queuedDesks,
  queuePlot,
  sweepPlot,
  WIDE,
  weeksPlot,
} from './plots.ts';
import { colourOf, STYLE } from './style.ts';
import { wordsIn } from './words.ts';

/** The files of a report in one language refer to the other by name. */
export const pageName = (language: ProblemLanguage): string => `report.${language}.html`;

/** The page in one language. */
export function reportPage(report: CountyReport, language: ProblemLanguage): string {
  const word = wordsIn(language);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const title = titleOf(report, language);
  const other = language === 'zh' ? 'en' : 'zh';
  const keys = keysOf(
    report.variants.map(({ title: name }, index) => ({ name: name[language], colour: colourOf(index) })),
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="quiet">${escaped(spanText(report, language))} · <a href="${pageName(other)}" hreflang="${other}">${word('other')}</a></p>
${report.note ? `<p class="note">${escaped(report.note[language])}</p>` : ''}
<ul class="findings" aria-label="${word('findings')}">
${report.findings.map((finding) => `<li>${escaped(finding[language])}</li>`).join('\n')}
</ul>
${section(word('decision'), word('decisionHelp'), keys, both(report, language, decisionPlot))}
${section(word('weeks'), word('weeksHelp'), keys, both(report, language, weeksPlot))}
${section(
  word('queues'),
  word('queuesHelp'),
  keys,
  queuedDesks(report)
    .map((desk) => both(report, language, (drawing) => queuePlot(drawing, desk)))
    .join('\n'),
)}
${section(word('busy'), word('busyHelp'), keys, both(report, language, busyPlot))}
${hasClocks(report) ? section(word('clocks'), '', keys, both(report, language, clocksPlot)) : ''}
${section(word('cost'), '', keysOf(costLevels(language).slice(0, levelsUsed(report))), both(report, language, costPlot))}
${report.sweep ? section(report.sweep.title[language], word('sweepHelp'), '', both(report, language, sweepPlot)) : ''}
<h2>${word('figures')}</h2>
<p class="quiet">${word('figuresHelp')}</p>
${casesTable(report, language)}
${desksTable(report, language)}
<footer><p class="quiet">${escaped(howText(report, language))}</p></footer>
</main>
</body>
</html>
`;
}

function titleOf({ county, variants }: CountyReport, language: ProblemLanguage): string {
  const name = county[language];
  const [one, ...more] = variants.slice(1);
  if (one === undefined) return name;
  if (more.length > 0) {
    const count = more.length + 1;
    return language === 'zh'
      ? `${name}：${count}个方案与现状相比`
      : `${name}: ${count} alternatives compared`;
  }
  return language === 'zh' ? `${name}：${one.title.zh}，会怎样？` : `${name}: what if? ${one.title.en}`;
}

function spanText(
  { span: { counted, until }, replications }: CountyReport,
  language: ProblemLanguage,
): string {
  return language === 'zh'
    ? `${counted} 至 ${until}（不含），每个方案模拟 ${replications} 次`
    : `${counted} to ${until} (not included), ${replications} runs of each`;
}

function howText({ seed, replications, variants }: CountyReport, language: ProblemLanguage): string {
  const arrived = Math.round((variants[0]?.arrived ?? 0) / replications);
  return language === 'zh'
    ? `每件都由事项的真实流程逐步办理，每次约${arrived}件；各方案遇到同样的申请、同样的时长与同样的运气（随机种子“${seed}”），因此差别只来自所改变的内容。同样的文件和种子得出同样的报告。`
    : `Every case went step by step through the programme's own procedure, some ${arrived} in each run; all variants met the same applications, lengths and luck (seed "${seed}"), so that they differ by what was changed alone. The same file and seed give the same report.`;
}

const hasClocks = ({ variants }: CountyReport): boolean =>
  variants.some(({ measures }) => Object.keys(measures).some((name) => name.startsWith('clock/')));

/** Villages come last among the levels and are often without officers. */
function levelsUsed({ variants }: CountyReport): number {
  const village = variants.some(({ measures }) =>
    Object.entries(measures).some(([name, { mean }]) => /^cost\/.*\/village$/.test(name) && mean > 0),
  );
  return village ? 3 : 2;
}

function section(title: string, help: string, keys: string, plots: string): string {
  return `<h2>${escaped(title)}</h2>
${help === '' ? '' : `<p class="quiet">${escaped(help)}</p>`}
<figure>${keys}${plots}</figure>`;
}

function both(report: CountyReport, language: ProblemLanguage, plot: (drawing: Drawing) => string): string {
  const at = (width: number) => plot({ report, language, width });
  return `<div class="wide">${at(WIDE)}</div><div class="narrow">${at(NARROW)}</div>`;
}

function keysOf(keys: readonly { name: string; colour: string }[]): string {
  if (keys.length < 2) return '';
  const mark = (colour: string) =>
    `<svg viewBox="0 0 20 10" aria-hidden="true"><rect y="3" width="20" height="4" rx="2" fill="${colour}"/></svg>`;
  return `<ul class="keys">${keys.map(({ name, colour }) => `<li>${mark(colour)}${escaped(name)}</li>`).join('')}</ul>`;
}

/** Days by programme and by the level that decided. */
function casesTable({ variants, names }: CountyReport, language: ProblemLanguage): string {
  const word = wordsIn(language);
  const rows = Object.entries(names.programmes).flatMap(([programme, title]) =>
    variants.flatMap(({ title: variant, measures, differences }) =>
      ['township', 'county', 'none', ALL].flatMap((level) => {
        const count = measures[`cases/${programme}/${level}/count`];
        if (!count || count.mean === 0) return [];
        const of = (part: string) => interval(measures[`cases/${programme}/${level}/${part}`]);
        const by = differences[`cases/${programme}/${level}/p50`];
        return [
          [
            `${title[language]}<br><span class="quiet">${escaped(variant[language])}</span>`,
            escaped(levelName(level)[language]),
            count.mean.toFixed(0),
            of('p50'),
            of('p90'),
            of('p99'),
            by && by.runs > 0 && by.mean !== 0 ? interval(by, true) : '',
          ],
        ];
      }),
    ),
  );
  const head = [
    word('programme'),
    word('decidedAt'),
    word('cases'),
    word('median'),
    'p90',
    'p99',
    `${word('median')}, ${word('difference')}`,
  ];
  return table(`${word('figures')}: ${word('decision')}`, head, rows);
}

function desksTable({ variants, names }: CountyReport, language: ProblemLanguage): string {
  const word = wordsIn(language);
  const rows = Object.entries(names.desks).flatMap(([key, title]) =>
    variants.flatMap(({ title: variant, measures, slowest }) => {
      const done = measures[`desk/${key}/done`];
      if (!done || done.mean === 0) return [];
      const place = slowest[key];
      const where = place && place.division.length > 6 ? ` (${escaped(place.name[language])})` : '';
      return [
        [
          `${escaped(title[language])}<br><span class="quiet">${escaped(variant[language])}</span>`,
          interval(measures[`desk/${key}/wait`]),
          `${place ? place.wait.toFixed(1) : ''}${where}`,
          (measures[`desk/${key}/peak`]?.mean ?? 0).toFixed(0),
          percent(measures[`desk/${key}/busy`]),
        ],
      ];
    }),
  );
  return table(
    `${word('figures')}: ${word('queues')}`,
    [word('desk'), word('wait'), word('longest'), word('peak'), word('busyShort')],
    rows,
  );
}

function interval(value: Estimate | undefined, signed = false): string {
  if (!value || Number.isNaN(value.mean)) return '–';
  const sign = signed && value.mean > 0 ? '+' : '';
  return `${sign}${value.mean.toFixed(1)} <span class="chance">[${value.low.toFixed(1)}, ${value.high.toFixed(1)}]</span>`;
}

/** Cells are HTML already. */
function table(name: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(name)}"><table><thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table></div>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
