/** Clocks that never start, that nothing stops, or that name what never touches them. */
import { reachable, waysFrom } from '../../graph.ts';
import { eventsOf } from '../../procedure/events.ts';
import { pointerKey } from '../../schema-walk.ts';
import type { ClockDefinition } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import type { Fix } from '../fix/edit.ts';
import { type Passage, type Procedure, pathTo } from '../procedures.ts';

export function checkClocks(context: Context): Finding[] {
  return Object.entries(context.programme.clocks ?? {}).flatMap(([id, clock]) =>
    checkClock(context, id, clock),
  );
}

function checkClock(context: Context, id: string, clock: ClockDefinition): Finding[] {
  const { source } = context.reading;
  const place = `/clocks${pointerKey(id)}`;
  const starts = clock.starts.map((event) => happening(context, event));
  if (!starts.some(({ happens }) => happens)) {
    const step = clock.starts[0]?.split('.')[0] ?? '';
    const procedure = context.procedureOf(step);
    const example = pathTo(procedure, step, procedure.passages);
    const params = { clock: id, events: clock.starts };
    return [finding('lint/clock-never-starts', source, `${place}/starts`, params, { example })];
  }
  const running = starts.map(({ procedure, step, leads }) => ({
    procedure,
    steps: runningFrom(procedure, step, leads, clock.stops),
  }));
  const runs = (step: string): boolean => running.some(({ steps }) => steps.has(step));
  // What counts from a date of its own may start and stop at once: it then tells whether that was in time.
  const atOnce = (event: string) => clock.since !== undefined && clock.starts.includes(event);
  const stopping = clock.stops.map((event) => happens(context, event, runs) || atOnce(event));
  const idleStarts = starts.flatMap(({ happens: does }, index) =>
    does ? [] : [idle(context, id, `${place}/starts/${index}`, clock.starts[index] ?? '', 'start')],
  );
  const idlePauses = (clock['pauses-in'] ?? []).flatMap((step, index) =>
    runs(step) ? [] : [idle(context, id, `${place}/pauses-in/${index}`, step, 'pause')],
  );
  if (!stopping.includes(true)) {
    return [...idleStarts, neverStops(context, id, clock, place), ...idlePauses];
  }
  const idleStops = stopping.flatMap((does, index) =>
    does ? [] : [idle(context, id, `${place}/stops/${index}`, clock.stops[index] ?? '', 'stop')],
  );
  return [...idleStarts, ...idleStops, ...idlePauses];
}

interface Happening {
  procedure: Procedure;
  step: string;
  /** Where the event leads; empty where it leads nowhere, such as the opening of cases for items. */
  leads: Passage[];
  happens: boolean;
}

/** An event of a step: whether cases come there, and no closed way alone carries it. */
function happening(context: Context, event: string): Happening {
  const [step = '', name = ''] = event.split('.');
  const procedure = context.procedureOf(step);
  const carrying = procedure.passages.filter((passage) => passage.from === step && passage.event === name);
  const leads = carrying.filter(({ closed }) => !closed);
  return {
    procedure,
    step,
    leads,
    happens: procedure.reached.has(step) && (carrying.length === 0 || leads.length > 0),
  };
}

function happens(context: Context, event: string, runs: (step: string) => boolean): boolean {
  const found = happening(context, event);
  const { step } = found.procedure.steps.get(found.step) ?? {};
  return found.happens && runs(found.step) && step !== undefined && eventsOf(step).includes(event);
}

/** The steps in which a case may be while the clock runs. */
function runningFrom(
  { open, steps }: Procedure,
  step: string,
  leads: readonly Passage[],
  stops: readonly string[],
): Set<string> {
  const going = open.filter(({ from, event }) => event === undefined || !stops.includes(`${from}.${event}`));
  // An event that leads nowhere leaves the case where it is; in a branch, it is in the others as well.
  const from = leads.length > 0 ? leads.map(({ to }) => to) : [step];
  const beside = [...steps.values()].filter(({ parallel }) => {
    const own = steps.get(step)?.parallel;
    return own !== undefined && parallel === own;
  });
  return reachable([...from, ...beside.map((flat) => flat.step.id)], waysFrom(going));
}

function neverStops(context: Context, id: string, clock: ClockDefinition, place: string): Finding {
  const [start = ''] = clock.starts;
  const { procedure, step, leads } = happening(context, start);
  const to = pathTo(procedure, step)?.path ?? [];
  const [first] = leads;
  const ends = [...procedure.steps.values()].flatMap(({ step: end }) => (end.kind === 'end' ? [end.id] : []));
  const rest =
    first === undefined
      ? undefined
      : ends
          .map((end) => pathTo({ ...procedure, starts: [first.to] }, end)?.path)
          .filter((path) => path !== undefined)
          .sort((one, other) => one.length - other.length)[0];
  const lead = first === undefined ? [] : [{ step: first.from, event: first.event ?? null, to: first.to }];
  const example = { kind: 'path' as const, path: [...to, ...lead, ...(rest ?? [])] };
  const params = { clock: id, events: clock.stops };
  return finding('lint/clock-never-stops', context.reading.source, `${place}/stops`, params, { example });
}

function idle(context: Context, clock: string, pointer: string, event: string, variant: string): Finding {
  const { source } = context.reading;
  const fix: Fix = {
    title: { en: `Remove "${event}" from the clock`, zh: `从时限中删除“${event}”` },
    edits: [{ file: source.file, pointer, remove: true }],
  };
  const step = event.split('.')[0] ?? '';
  const example = pathTo(context.procedureOf(step), step);
  return finding('lint/clock-idle', source, pointer, { clock, event, variant }, { example, fix });
}
