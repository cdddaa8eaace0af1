import { describe, expect, it } from 'vitest';
import { parseScenario } from './parse-scenario.ts';

const text = `scenario: the township confirms under a delegation
programme: dibao
clock: 2026-03-02T09:00:00+08:00
actors:
  clerk: { role: clerk, division: "620821100" }
  both:
    - { role: clerk, division: "620821100" }
    - { role: reviewer, division: "620821100" }
given:
  division: "620821100201"
  seed: a seed
  delegations:
    - { programme: dibao, action: confirm, from: "620821", to: "620821100", effective: 2026-01-01, document: "x" }
  stand-ins:
    - { absent: clerk, substitute: both, from: 2026-03-01 }
  connectors:
    household-economy: { answer: { vehicles: 0 } }
    registry: { fail: no answer }
steps:
  - { do: apply, as: applicant, data: { name: x } }
  - do: accept.accept
    as: clerk
    reasons: complete
  - wait: 3wd
  - until: 2026-03-09
  - expect: { step: inquiry, clocks: { handling: { due: 2026-04-14 } } }
  - { do: confirm.approve, as: clerk, refused: authority/jurisdiction }
  - expect: { outcome: approved, award: { amount: 45600 }, letters: [approval] }
`;

describe('parseScenario', () => {
  it('reads every part, with lines', () => {
    const read = parseScenario('one.yaml', text);
    expect(read.ok && read.source.value.steps).toHaveLength(7);
    expect(read.ok && read.source.line('/steps/3/until')).toBe(25);
  });

  it.each<[string, string, string, string, number, string]>([
    [
      'two things in one step',
      '- wait: 3wd',
      '- { wait: 3wd, until: 2026-03-09 }',
      'definition/unknown-key',
      24,
      '/steps/2/until',
    ],
    ['nothing in a step', '- wait: 3wd', '- {}', 'definition/which', 24, '/steps/2'],
    ['a misspelt step', '- wait: 3wd', '- weit: 3wd', 'definition/unknown-key', 24, '/steps/2/weit'],
    ['a wait that is none', 'wait: 3wd', 'wait: 3 days', 'definition/value', 24, '/steps/2/wait'],
    [
      'an act without an actor',
      '{ do: apply, as: applicant,',
      '{ do: apply,',
      'definition/missing-key',
      20,
      '/steps/0/as',
    ],
    [
      'a division without quotes',
      'division: "620821100201"',
      'division: 620821100201',
      'definition/wrong-type',
      10,
      '/given/division',
    ],
    ['a division of ten digits', '"620821100201"', '"6208211002"', 'definition/value', 10, '/given/division'],
    [
      'a connector that answers and fails',
      '{ fail: no answer }',
      '{ }',
      'definition/which',
      18,
      '/given/connectors/registry',
    ],
    [
      'a code that is none',
      'refused: authority/jurisdiction',
      'refused: jurisdiction',
      'definition/value',
      27,
      '/steps/5/refused',
    ],
    [
      'an expectation that is none',
      'letters: [approval]',
      'leters: [approval]',
      'definition/unknown-key',
      28,
      '/steps/6/expect/leters',
    ],
  ])('names %s', (_, from, to, code, line, pointer) => {
    const read = parseScenario('one.yaml', text.replace(from, to));
    expect(read).toMatchObject({ ok: false, problems: [{ code, line, pointer, file: 'one.yaml' }] });
  });
});
