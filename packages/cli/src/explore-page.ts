/** What exploring found as one page: no script, no network, a policy that forbids both. */
import { createHash } from 'node:crypto';
import type { Bundle, ProblemLanguage } from '@aidflow/definition';
import { coveragePicture, coverageStyles, type Reach } from '@aidflow/elements/coverage';
import { type CoverageOf, coveredKinds, type Exploration, scenarioText } from '@aidflow/simulator';
import { findingLine, words } from './explore-words.ts';

const STYLE = `${coverageStyles}
:root { --e-radius: 6px; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--aid-surface); color: var(--aid-text); font: 16px/1.6 var(--aid-font); font-variant-numeric: tabular-nums; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 28px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 20px; line-height: 1.4; margin: 40px 0 8px; }
p { margin: 0 0 12px; max-width: 72ch; }
code { font: 0.92em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.quiet, footer { color: var(--aid-text-muted); font-size: 14px; overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0; font-size: 14px; }
.legend span { display: inline-flex; gap: 6px; align-items: center; }
.scroll { font-size: 14px; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--aid-focus); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; }
caption { text-align: start; font-weight: 600; padding: 16px 0 4px; }
th, td { text-align: start; font-weight: inherit; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--aid-line); vertical-align: top; overflow-wrap: anywhere; }
thead th { color: var(--aid-text-muted); font-weight: 600; overflow-wrap: normal; }
.number { text-align: end; white-space: nowrap; }
td .reached, td .partly, td .unreached { white-space: nowrap; font-weight: 600; }
td .reached { color: var(--aid-done); }
td .partly { color: var(--aid-attention); }
td .unreached { color: var(--aid-breach); }
details { border: 1px solid var(--aid-line); border-radius: 6px; margin: 0 0 8px; }
summary { padding: 10px 12px; cursor: pointer; overflow-wrap: anywhere; }
pre { margin: 0; padding: 12px; background: var(--aid-surface-sunken); font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { details { break-inside: avoid; } }
`;

interface Words {
  title(name: string): string;
  picture: string;
  steps: string;
  step: string;
  reach: Record<Reach, string>;
  missed: string;
  id: string;
  times: string;
  share: string;
  never: string;
  none: string;
  findings: string;
  nothing: string;
  problems: string;
  code: string;
  how(seed: string): string;
}

const zh: Words = {
  title: (name) => `${name}：走查报告`,
  picture: '流程',
  steps: '各环节',
  step: '环节',
  reach: { reached: '✓ 已走到', partly: '◐ 部分走到', unreached: '✕ 未走到' },
  missed: '未出现的办理意见',
  id: '标识',
  times: '次数',
  share: '覆盖情况',
  never: '✕ 未走到',
  none: '本事项没有',
  findings: '发现',
  nothing: '未发现问题。',
  problems: '拒绝原因',
  code: '代码',
  how: (seed) => `随机种子“${seed}”。未走到的内容本身不是问题：走查有上限。数据均为生成的示例。`,
};

const en: Words = {
  title: (name) => `${name}: what exploring reached`,
  picture: 'Procedure',
  steps: 'Step by step',
  step: 'Step',
  reach: { reached: '✓ reached', partly: '◐ partly', unreached: '✕ not reached' },
  missed: 'Outcomes that never came',
  id: 'Id',
  times: 'Times',
  share: 'Coverage',
  never: '✕ not reached',
  none: 'The programme has none.',
  findings: 'Findings',
  nothing: 'Nothing was found.',
  problems: 'Refused with',
  code: 'Code',
  how: (seed) =>
    `Seed "${seed}". What was not reached is no fault by itself: the walk is bounded. All data is made up.`,
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page in one language. */
export function explorePage(exploration: Exploration, bundle: Bundle, language: ProblemLanguage): string {
  const word = language === 'zh' ? zh : en;
  const said = words(language);
  const { definition, locales } = bundle;
  const { coverage, findings, configurations, waiting, tried, ended, seed } = exploration;
  const name = locales?.[language]?.[definition.title] ?? definition.title;
  const title = word.title(name);
  const picture = coveragePicture(definition, locales, coverage, language);
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const steps = picture.steps.flatMap(({ id, title: step, reach, missed }) =>
    reach === undefined
      ? []
      : [
          `<tr><th scope="row">${escaped(step)} <code>${escaped(id)}</code></th><td><span class="${reach}">${word.reach[reach]}</span></td><td>${escaped(missed.join(language === 'zh' ? '、' : ', '))}</td></tr>`,
        ],
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="quiet">${escaped(said.end(ended, configurations, waiting, tried))}</p>
<h2>${escaped(word.findings)}: ${findings.length}</h2>
${findings.length === 0 ? `<p>${word.nothing}</p>` : findings.map((finding) => findingBlock(finding, language)).join('\n')}
<h2>${word.picture}</h2>
<div class="legend">${picture.legend}</div>
<div class="scroll" tabindex="0" role="group" aria-label="${word.picture}">${picture.svg}</div>
<h2>${word.steps}</h2>
<table><thead><tr><th scope="col">${word.step}</th><th scope="col">${word.share}</th><th scope="col">${word.missed}</th></tr></thead>
<tbody>${steps.join('\n')}</tbody></table>
${coveredKinds
  .filter((kind) => kind !== 'steps')
  .map((kind) => coveredTable(said.kinds[kind], coverage[kind], word))
  .join('\n')}
${problemsTable(coverage.problems, word)}
<footer><p>${escaped(word.how(seed))}</p><p><code>${escaped(exploration.definition)}</code></p></footer>
</main>
</body>
</html>
`;
}

function findingBlock(finding: Exploration['findings'][number], language: ProblemLanguage): string {
  const line = findingLine(finding, language);
  const [summary = ''] = line.split(' {');
  return `<details><summary>${escaped(summary)}</summary><pre tabindex="0">${escaped(scenarioText(finding.scenario, line))}</pre></details>`;
}

/** What was missed comes first: it is what somebody looks for. */
function coveredTable(title: string, { all, reached }: CoverageOf, word: Words): string {
  const count = all.filter((id) => reached[id] !== undefined).length;
  const heading = `<h2>${escaped(title)} ${count}/${all.length}</h2>`;
  if (all.length === 0) return `${heading}<p class="quiet">${word.none}</p>`;
  const rows = [...all]
    .sort((a, b) => Number(reached[a] !== undefined) - Number(reached[b] !== undefined))
    .map((id) => {
      const times = reached[id];
      const cell = times === undefined ? `<span class="unreached">${word.never}</span>` : times;
      return `<tr><th scope="row"><code>${escaped(id)}</code></th><td class="number">${cell}</td></tr>`;
    });
  return `${heading}
<table><thead><tr><th scope="col">${word.id}</th><th scope="col" class="number">${word.times}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function problemsTable(problems: Record<string, number>, word: Words): string {
  const rows = Object.entries(problems)
    .sort(([, a], [, b]) => b - a)
    .map(
      ([code, times]) =>
        `<tr><th scope="row"><code>${escaped(code)}</code></th><td class="number">${times}</td></tr>`,
    );
  return `<h2>${word.problems}</h2>
<table><thead><tr><th scope="col">${word.code}</th><th scope="col" class="number">${word.times}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}
