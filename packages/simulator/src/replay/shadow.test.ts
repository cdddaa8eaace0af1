/** Whatever has happened in any scenario of any programme comes out the same on the version on which it happened. */
import { fileURLToPath } from 'node:url';
import { parseScenario } from '@aidflow/definition';
import { type CaseEvent, nationalCalendar } from '@aidflow/engine';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../node/files.ts';
import { scenarioRunner } from '../node/runner.ts';
import { resultLines } from '../report.ts';
import { runScenario } from '../run.ts';
import { shadowCase } from './shadow.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const programmes = fileURLToPath(new URL('../../../programmes', import.meta.url));
const runner = scenarioRunner();

/** Every operation that leaves something in its event, by people who may. */
const OPERATIONS = `scenario: operations
programme: winter-coat
clock: 2026-01-12T09:00:00+08:00
actors:
  clerk: { role: clerk, division: "620821100" }
  second: { role: clerk, division: "620821100" }
  visitor: { role: visitor, division: "620821100" }
  officer: { role: officer, division: "620821" }
given:
  division: "620821100201"
  data: { application: { name: 张兰, coats: 2 } }
steps:
  - { do: apply, as: applicant }
  - { do: copy, as: clerk, data: { to: second, name: 二号 } }
  - { do: ask, as: clerk, data: { question: 几口人？ } }
  - { do: reply, as: applicant, data: { answer: 三口 } }
  - { do: add-signer, as: clerk, data: { officer: officer, name: 县级, position: before } }
  - { do: remove-signer, as: clerk, data: { officer: officer } }
  - { do: suspend, as: clerk, reasons: 等一等 }
  - { do: resume, as: clerk }
  - { do: transfer, as: clerk, data: { to: second, name: 二号 } }
  - { do: accept.accept, as: second }
  - { do: extend.handling, as: clerk, reasons: 情况复杂 }
  - { do: report-change, as: applicant, reasons: 搬家 }
  - { do: complain, as: public, reasons: 不实 }
  - { do: return, as: visitor, data: { to: accept }, reasons: 重新受理 }
  - { do: declare-relative, as: second, data: { relation: 表兄 } }
  - { do: withdraw, as: applicant, reasons: 不需要了 }
`;

describe('on its own version', () => {
  const files = [...scenarioFiles(fixtures), ...scenarioFiles(programmes)];
  it.each(files)('%s', async (file) => {
    const result = await runner.run(file);
    const programme = await runner.programme(file, result.programme);
    if (!programme) throw new Error('no programme');
    const cases: (readonly CaseEvent[])[] = [
      result.events,
      ...Object.values(result.cases).map(({ events }) => events),
    ];
    for (const events of cases.filter(({ length }) => length > 0)) {
      const shadow = shadowCase(programme, new Map([[programme.hash, programme]]), events, {
        calendar: nationalCalendar(),
      });
      expect([events[0]?.case, shadow.differences, shadow.otherwise]).toEqual([events[0]?.case, [], false]);
      expect(shadow.is).toEqual(shadow.was);
    }
  });
});

it('operations are asked for again as they were', async () => {
  const programme = await runner.programme(`${fixtures}/winter-coat/scenarios/granted.yaml`, 'winter-coat');
  const read = parseScenario('operations.yaml', OPERATIONS);
  if (!programme || !read.ok) throw new Error('the scenario cannot be read');
  const result = runScenario({ 'winter-coat': programme }, read.source);
  expect(resultLines(result)).toEqual([]);
  const versions = new Map([[programme.hash, programme]]);
  const shadow = shadowCase(programme, versions, result.events, { calendar: nationalCalendar() });
  expect([shadow.differences, shadow.is]).toEqual([[], shadow.was]);
  expect(shadow.was.outcome).toBe('withdrawn');
});
