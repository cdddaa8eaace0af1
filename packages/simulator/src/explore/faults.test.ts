/** Each of these faults, put into a copy of a real programme, is found, and the scenario written for it shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@aidflow/definition';
import { bundle, loadValidators } from '@aidflow/definition/node';
import { compile } from '@aidflow/engine';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../run.ts';
import { explore, type Progress } from './explore.ts';

/** Faults are found long before; the original is clean within it. */
const CONFIGURATIONS = 400;

const dibao = fileURLToPath(new URL('../../../programmes/dibao', import.meta.url));
const original = Object.fromEntries(
  readdirSync(dibao, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        path
          .slice(dibao.length)
          .replace(/^[\\/]/, '')
          .replaceAll('\\', '/'),
        readFileSync(path, 'utf8'),
      ];
    }),
);

type Edit = [file: string, from: string, to: string];

async function copyWith(edits: readonly Edit[]) {
  const files = { ...original };
  for (const [file, from, to] of edits) {
    expect(files[file], from).toContain(from);
    files[file] = (files[file] ?? '').replace(from, () => to);
  }
  const read = parse(files);
  if (!read.ok) throw new Error(read.problems.map(({ code, detail }) => `${code} ${detail}`).join('\n'));
  const made = await bundle(read.programme);
  if (!made.ok) throw new Error(made.problems.map(({ code, detail }) => `${code} ${detail}`).join('\n'));
  return compile(made.bundle, await loadValidators(made.bundle));
}

const faults: [fault: string, found: string, edits: Edit[]][] = [
  [
    // After a complaint nobody may decide, and nobody can send the case to a visit.
    'a missing outcome',
    'dead-end confirm',
    [
      [
        'programme.yaml',
        `      # For a complaint or a relation that comes in when the case is here already.
      visit:
        title: 转县级入户调查
        to: county-visit
        requires:
          - that: >-
              case.registered + case.complaints > 0
              and (checks.compare = null or checks.compare.concerns < case.registered + case.complaints)
            refused: 没有尚未核实的投诉或者近亲属关系
            reason: NOTHING_TO_VISIT
      return: { title: 退回重新提出意见, to: opinion, reasons: required }
`,
        '',
      ],
      [
        'programme.yaml',
        'confirm.deny, confirm.return, confirm.reassess]',
        'confirm.deny, confirm.reassess]',
      ],
    ],
  ],
  [
    // What was assessed is not reconciled again, and what needs no reconciling is assessed.
    'a loop',
    'endless assess.fail',
    [
      [
        'programme.yaml',
        '    pass: opinion\n    fail: opinion\n',
        '    pass: opinion\n    fail: reconcile\n',
      ],
    ],
  ],
  [
    'a barred investigator who may sign',
    'invariant decides-on-others-work',
    [
      ['programme.yaml', '    separate-from: [visit]\n', ''],
      ['programme.yaml', '    separate-from: [opinion, visit]\n', '    separate-from: [opinion]\n'],
    ],
  ],
  [
    'an unreachable step',
    'unreachable serve-denial.served',
    [
      [
        'programme.yaml',
        'guard: date(service.date) <= date(today)',
        'guard: date(service.date) < date(case.decided)',
      ],
    ],
  ],
  [
    'a rule gap',
    'rule-gap verification',
    [
      [
        'rules.yaml',
        '      - { id: V8, if: {}, result: pass, reason: nothing-found, basis: measures-2021 }\n',
        '',
      ],
    ],
  ],
  [
    'a clock that never stops',
    'clock-left-running handling',
    [
      [
        'programme.yaml',
        '    stops: [confirm.approve, confirm.deny]\n    pauses-in',
        '    stops: [confirm.approve]\n    pauses-in',
      ],
    ],
  ],
  [
    'a notice that leaks',
    'leak notice-publish',
    [
      [
        'programme.yaml',
        '{ label: 申请人, value: application.applicant.name }',
        '{ label: 申请人, value: application.applicant.name + application.applicant.mobile }',
      ],
    ],
  ],
  [
    'two deciders',
    'two-deciders denied',
    [
      [
        'programme.yaml',
        '    level: county\n    role: officer\n    delegable: { level: township, role: leader, when: case.registered = 0 }',
        '    role: anyone',
      ],
    ],
  ],
];

describe('exploring a copy of a programme', { timeout: 300_000 }, () => {
  it.each(faults)('finds %s', async (_, expected, edits) => {
    const programme = await copyWith(edits);
    // Whatever is found first is this fault: there is no other.
    const goOn = ({ findings: count }: Progress) => count === 0;
    const { findings } = explore(programme, { configurations: CONFIGURATIONS, goOn });
    const found = findings.find(({ kind, subject }) => `${kind} ${subject}` === expected);
    expect(found, findings.map(({ kind, subject }) => `${kind} ${subject}`).join(', ')).toBeDefined();
    if (!found) return;
    const source = { file: 'found.yaml', value: found.scenario, line: () => 1 };
    const played = runScenario({ [programme.id]: programme }, source);
    expect(played.problems).toEqual([]);
    expect(played.steps.at(-1)?.failure).toBeNull();
    expect(played.passed).toBe(true);
  });

  it('finds nothing in the original', async () => {
    const { findings } = explore(await copyWith([]), { configurations: CONFIGURATIONS });
    expect(findings).toEqual([]);
  });
});
