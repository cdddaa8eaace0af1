/** OA-20: the procedure of a child has no notice, and an analyst who adds one is refused. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Files, lint } from '@aidflow/definition';
import { programmeFolders } from '@aidflow/programmes';
import { expect, it } from 'vitest';

const folder = fileURLToPath(programmeFolders['child-support'] as URL);
const files: Files = Object.fromEntries(
  globSync('**/*.{yaml,json,md}', { cwd: folder })
    .filter((path) => !path.startsWith('scenarios'))
    .map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
);

const found = (programme: string) => lint({ ...files, 'programme.yaml': programme }).map(({ code }) => code);

const text = String(files['programme.yaml']);

it('is sound as it is', () => {
  expect(found(text)).toEqual([]);
});

it.each([
  ['with the name of the child', 'application.applicant.name'],
  ['without it', '"孤儿"'],
])('a notice %s is refused', (_, value) => {
  const notice = `  - id: notice
    title: 公示
    kind: notice
    for: { days: 7, unit: calendar-day }
    basis: minfa-62
    items:
      - { label: 对象, value: '${value}' }
    verify:
      title: 异议核实
      level: township
      role: supervisor
      outcomes:
        again: { title: 重新查验, to: verify }
    next: confirm

  - id: confirm
`;
  const changed = text.replace('    pass: confirm', '    pass: notice').replace('  - id: confirm\n', notice);
  expect(found(changed)).toContain('lint/sealed-subject');
});
