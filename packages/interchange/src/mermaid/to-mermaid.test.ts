import type { Definition, ExpandedStep } from '@aidflow/definition';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWorkshop } from '../fixtures/load.ts';
import { toMermaid } from './to-mermaid.ts';

let workshop: { definition: Definition };
beforeAll(async () => {
  workshop = await loadWorkshop();
});

const lines = () => toMermaid(workshop).trimEnd().split('\n');

describe('a flowchart', () => {
  it('has a shape for each kind and an arrow for each way', () => {
    expect(lines()[0]).toBe('flowchart TD');
    expect(lines()).toEqual(
      expect.arrayContaining([
        '  s_apply["申请"]',
        '  s_apply -->|"提交"| s_screen',
        '  s_screen{{"初筛"}}',
        '  s_screen -->|"fail"| s_settle',
        '  s_quiet(["静默"])',
        '  s_quiet -->|"time"| s_open-day',
        '  s_open-day -->|"otherwise"| s_panel',
        '  s_panel -->|"no quorum"| s_quiet',
        '  s_settle[/"登记"/]',
        '  s_settle --> s_decide',
        '  s_inspect -->|"overdue"| s_lapsed',
        '  s_approved(("已认定"))',
      ]),
    );
  });

  it('draws branches and items in boxes of their own', () => {
    const drawn = lines();
    const from = drawn.indexOf('  subgraph s_consent-fire["消防"]');
    expect(drawn.slice(from, from + 11)).toEqual([
      '  subgraph s_consent-fire["消防"]',
      '    s_fire["消防"]',
      '    s_fire -->|"同意"| s_consent-fire-done',
      '    s_fire -->|"反对"| s_consent-fire-veto',
      '    s_consent-fire-done(( ))',
      '    s_consent-fire-veto(( ))',
      '  end',
      '  s_consent --> s_fire',
      '  s_consent-fire-done --> s_review',
      '  s_consent-fire-veto --> s_refused',
      '  subgraph s_consent-health["卫生"]',
    ]);
    expect(drawn).toContain('  s_visits -->|"each"| s_greet');
    expect(drawn).toContain('    s_meet["见面"]');
  });

  it('skips to what follows where a condition names nothing else', () => {
    const step = {
      id: 'a',
      title: 'A',
      kind: 'effect',
      when: 'x',
      effects: [],
      next: 'b',
    } as unknown as ExpandedStep;
    expect(toMermaid({ definition: { steps: [step] } })).toContain('s_a -->|"otherwise"| s_b');
  });

  it('quotes what Mermaid would read', () => {
    const step = { id: 'end', title: 'a "b"\n#c', kind: 'end', outcome: 'approved' } as ExpandedStep;
    expect(toMermaid({ definition: { steps: [step] } })).toBe(
      'flowchart TD\n  s_end(("a #quot;b#quot; #35;c"))\n',
    );
  });
});
