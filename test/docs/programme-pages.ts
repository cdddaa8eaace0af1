/**
 * The pages in `docs/programmes/`: what each programme is, made from its definition, with how far its scenarios and a walk
 * of all that can happen reach. Run as a script, it writes them.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundle, flatSteps } from '@aidflow/definition';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { type Coverage, type CoveredKind, coveredKinds, explore } from '@aidflow/simulator';
import { shownByScenarios } from '@aidflow/simulator/node';

export const pagesFolder = fileURLToPath(new URL('../../docs/programmes/', import.meta.url));

/** Enough to follow every kind of place once, and little enough for every run of the tests. */
const CONFIGURATIONS = 150;

/** Every page by its file name, as it should read. */
export async function programmePages(): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  const rows: string[] = [];
  for (const [id, folder] of Object.entries(programmeFolders)) {
    const loaded = await loadProgramme(fileURLToPath(folder));
    if (!loaded.ok) throw new Error(`${id}: ${loaded.problems[0]?.detail}`);
    const { bundle } = loaded;
    const programme = compile(bundle, await loadValidators(bundle));
    const { samples, coverage, scenarios } = await shownByScenarios(fileURLToPath(folder), programme);
    const walk = explore(programme, { configurations: CONFIGURATIONS, samples });
    const reached = coveredKinds.map((kind) => share(kind, coverage, walk.coverage));
    const findings = walk.findings.length;
    rows.push(
      `| [${bundle.title}](${id}.md) | ${english(bundle, bundle.title)} | ${scenarios} | ${reached.join(' | ')} | ${findings} |`,
    );
    pages[`${id}.md`] = page(id, bundle, scenarios, reached, findings);
  }
  pages['README.md'] = `# Programmes

Each row is a programme of \`packages/programmes\`, each number what its scenarios reach together with a walk of
${CONFIGURATIONS} configurations (\`aidflow explore\`), of what there is; the last column is what the walk found wrong. What
is not reached lies behind other cases, registers or time, which a walk does not follow, or behind data that nobody has
written a scenario for. Made by \`npm run generate\`.

| programme | | scenarios | steps | outcomes | rule rows | clocks | letters | found |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  return pages;
}

function share(kind: CoveredKind, ...coverages: readonly Coverage[]): string {
  const all = coverages[0]?.[kind].all ?? [];
  const reached = all.filter((one) =>
    coverages.some((coverage) => coverage[kind].reached[one] !== undefined),
  );
  return `${reached.length}/${all.length}`;
}

const english = ({ locales }: Bundle, text: string): string => locales.en?.[text] ?? text;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function page(
  id: string,
  bundle: Bundle,
  scenarios: number,
  reached: readonly string[],
  findings: number,
): string {
  const { definition } = bundle;
  const said = (text: string) => `${cell(text)} | ${cell(english(bundle, text))}`;
  const roles = definition.roles ?? {};
  const steps = flatSteps(definition.steps)
    .filter(({ step }) => step.kind !== 'end')
    .map(({ step }) => {
      const role = 'role' in step && step.role !== undefined ? (roles[step.role]?.title ?? step.role) : '';
      return `| \`${step.id}\` | ${said(step.title)} | ${step.kind} | ${cell(role)} |`;
    });
  const parameters = Object.entries(definition.parameters ?? {}).map(
    ([name, { title, certainty, values }]) =>
      `| \`${name}\` | ${said(title)} | ${cell(JSON.stringify(values.at(-1)?.value))} | ${certainty} |`,
  );
  const basis = (definition.basis ?? []).map(({ cite, certainty }) => `| ${said(cite)} | ${certainty} |`);
  const letters = Object.entries(bundle.letters).map(
    ([name, { title }]) => `| \`${name}\` | ${said(title)} |`,
  );
  const numbers = coveredKinds.map((kind, index) => `${reached[index]} ${kind}`).join(', ');
  return `# ${definition.title} (${english(bundle, definition.title)})

[\`packages/programmes/${id}\`](../../packages/programmes/${id}/README.md), version ${definition.version}. ${scenarios} scenarios;
together with a walk of ${CONFIGURATIONS} configurations they reach ${numbers}; the walk found ${findings}.

## Steps

| id | 环节 | | kind | 岗位 |
| --- | --- | --- | --- | --- |
${steps.join('\n')}
${table('Parameters', '| id | 标准 | | value now | certainty |', parameters)}${table('Letters', '| id | 文书 | |', letters)}${table('Sources', '| 依据 | | certainty |', basis)}`;
}

function table(title: string, head: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `\n## ${title}\n\n${head}\n${head.replaceAll(/[^|]+/g, ' --- ')}\n${rows.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = await programmePages();
  mkdirSync(pagesFolder, { recursive: true });
  for (const name of existsSync(pagesFolder) ? readdirSync(pagesFolder) : []) {
    if (!(name in pages)) rmSync(join(pagesFolder, name));
  }
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(pagesFolder, name), text);
}
