/** A scenario as a file: one line for each thing in it, in the part of YAML that is JSON. */
import type { Scenario } from '../scenario.ts';

/** YAML text of a scenario; `about` stands above it as a comment. */
export function scenarioText(scenario: Scenario, about: string): string {
  const { steps, actors, given, ...others } = scenario;
  const lines = about.split('\n').map((line) => `# ${line}`);
  for (const [key, value] of Object.entries(others)) lines.push(`${key}: ${JSON.stringify(value)}`);
  for (const [key, map] of Object.entries({ actors, given })) {
    if (map === undefined) continue;
    lines.push(`${key}:`);
    for (const [name, value] of Object.entries(map)) lines.push(`  ${name}: ${JSON.stringify(value)}`);
  }
  lines.push('steps:', ...steps.map((step) => `  - ${JSON.stringify(step)}`));
  return `${lines.join('\n')}\n`;
}

/** Name of the file of a finding: its kind and what it is about. */
export function scenarioFile({ kind, subject }: { kind: string; subject: string }): string {
  return `${kind}-${subject.replaceAll(/[^A-Za-z0-9-]+/g, '-')}.yaml`;
}
