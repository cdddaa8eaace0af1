/** The steps of a scenario with the day on which each is done. */
import { localDate, nationalCalendar } from '@aidflow/engine';
import type { Scenario, ScenarioStep } from '../scenario.ts';
import { after, parseInstant, parseSpan } from '../span.ts';

/** Steps in order, each with its ISO date. */
export function datedScenario(
  { clock, steps }: Scenario,
  timezone: string,
): { step: ScenarioStep; today: string }[] {
  const calendar = nationalCalendar();
  let now = parseInstant(clock, timezone) ?? 0;
  return steps.map((step) => {
    if ('until' in step) now = parseInstant(step.until, timezone) ?? now;
    const span = 'wait' in step ? parseSpan(step.wait) : undefined;
    if (span) now = after(now, span, calendar, timezone);
    return { step, today: localDate(new Date(now).toISOString(), timezone) };
  });
}
