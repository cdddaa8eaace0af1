/** Results as JUnit XML, which build servers read. */
import { resultLines } from './report.ts';
import type { ScenarioResult } from './result.ts';

/** A result with the seconds that it took. */
export interface TimedResult {
  result: ScenarioResult;
  seconds: number;
}

/** One suite for each programme, one case for each scenario, in their order. */
export function junitXml(results: readonly TimedResult[]): string {
  const suites = new Map<string, TimedResult[]>();
  for (const one of results) {
    const { programme } = one.result;
    suites.set(programme, [...(suites.get(programme) ?? []), one]);
  }
  const lines = [...suites].flatMap(([name, suite]) => [
    `  <testsuite ${attributes({ name, ...counts(suite) })}>`,
    ...suite.flatMap(testcase),
    '  </testsuite>',
  ]);
  const head = `<testsuites ${attributes({ name: 'aidflow simulate', ...counts(results) })}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[head, ...lines, '</testsuites>'].join('\n')}\n`;
}

function counts(results: readonly TimedResult[]) {
  return {
    tests: results.length,
    failures: results.filter(({ result }) => !result.passed && result.problems.length === 0).length,
    // A file that cannot be meant was not even run.
    errors: results.filter(({ result }) => result.problems.length > 0).length,
    time: results.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
  };
}

function testcase({ result, seconds }: TimedResult): string[] {
  const { scenario, programme, file, passed, problems, steps } = result;
  const line = problems[0]?.line ?? steps.at(-1)?.line;
  const place = passed || line === undefined ? { file } : { file, line };
  const about = attributes({ classname: programme, name: scenario, ...place, time: seconds.toFixed(3) });
  if (passed) return [`    <testcase ${about}/>`];
  const [found] = problems.length > 0 ? problems : (steps.at(-1)?.failure?.problems ?? []);
  const kind = problems.length > 0 ? 'error' : 'failure';
  const why = attributes({ type: found?.code ?? '', message: found?.detail ?? '' });
  return [
    `    <testcase ${about}>`,
    `      <${kind} ${why}>${escaped(resultLines(result).join('\n'))}</${kind}>`,
    '    </testcase>',
  ];
}

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Signs that XML 1.0 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text.replaceAll(FORBIDDEN, '\ufffd').replaceAll(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign);
