/**
 * The drawing must say what the procedure says: valid by the schema of the OMG, with the same ways from step to step, and
 * with tokens that can arrive; and it must be a drawing: no shape on another, no edge through a shape.
 */
import type { Definition } from '@aidflow/definition';
import { BpmnModdle } from 'bpmn-moddle';
import { beforeAll, describe, expect, it } from 'vitest';
import { waysOfDefinition, waysOfProcess } from '../fixtures/bpmn-ways.ts';
import { expectDrawn, linesOnOneAnother, processOf, within } from '../fixtures/drawing.ts';
import { loadShipped, loadWorkshop, programmeIds } from '../fixtures/load.ts';
import { randomDefinition } from '../fixtures/procedures.ts';
import { randomFrom } from '../fixtures/random.ts';
import { bpmnFaults } from '../fixtures/xsd.ts';
import { listOf, type ModdleElement, partOf, type Reading, textOf } from '../moddle.ts';
import { toBpmn } from './to-bpmn.ts';

const DRAWINGS = Number(process.env.AIDFLOW_DRAWINGS ?? 40);

const names = [...programmeIds, 'workshop'];
let definitions: Record<string, Definition>;
beforeAll(async () => {
  const load = async (name: string) => (name === 'workshop' ? loadWorkshop() : loadShipped(name));
  const loaded = names.map(async (name) => [name, (await load(name)).definition]);
  definitions = Object.fromEntries(await Promise.all(loaded));
}, 60_000);

const read = async (definition: Definition) => new BpmnModdle().fromXML(await toBpmn({ definition }));

/** Steps that nothing leads to are not drawn; nothing leads on from them either. */
function expectSameWays(definition: Definition, reading: Reading): void {
  const drawn = waysOfProcess(processOf(reading));
  const { [definition.start]: _, ...said } = waysOfDefinition(definition);
  const undrawn = Object.keys(said).filter((id) => !(id in drawn));
  for (const id of undrawn) expect(Object.values(said).flat()).not.toContain(id);
  const wanted = Object.fromEntries(
    Object.entries(waysOfDefinition(definition)).filter(([id]) => id in drawn),
  );
  expect(drawn).toEqual(wanted);
}

/** A gateway that waits for every edge has one for each branch; before a split nothing waits. */
function expectTokensArrive(reading: Reading): void {
  const gateways = within(processOf(reading)).filter(({ $type }) => /(Parallel|Complex)Gateway/.test($type));
  for (const gateway of gateways) {
    const [into, out] = [listOf(gateway, 'incoming').length, listOf(gateway, 'outgoing').length];
    expect(into === 1 || out === 1, `${gateway.id} parts or joins`).toBe(true);
    const split = gateways.find(({ id }) =>
      [gateway.id?.replace(/\.join$/, ''), gateway.id?.replace(/join$/, 'split')].includes(id),
    );
    if (into > 1) expect(into, `${gateway.id} waits`).toBe(listOf(split as ModdleElement, 'outgoing').length);
  }
}

describe.each(names)('%s', (name) => {
  it('is valid by the schema of the OMG and read without a warning', async () => {
    const xml = await toBpmn({ definition: definitions[name] as Definition });
    expect(await bpmnFaults(xml)).toEqual([]);
    expect(await bpmnFaults(xml.replace('<bpmn:userTask', '<bpmn:userTask wrong=""'))).not.toEqual([]);
    expect((await new BpmnModdle().fromXML(xml)).warnings).toEqual([]);
  });

  it('is a drawing of the same ways', async () => {
    const reading = await read(definitions[name] as Definition);
    expectDrawn(reading);
    expect(linesOnOneAnother(reading)).toEqual([]);
    expectSameWays(definitions[name] as Definition, reading);
    expectTokensArrive(reading);
  });
});

it(`so are ${DRAWINGS} random procedures`, { timeout: 60_000 + DRAWINGS * 500 }, async () => {
  let unclear = 0;
  for (let seed = 1; seed <= DRAWINGS; seed += 1) {
    const definition = randomDefinition(randomFrom(seed));
    const reading = await read(definition);
    try {
      expect(reading.warnings).toEqual([]);
      expectDrawn(reading);
      expectSameWays(definition, reading);
      expectTokensArrive(reading);
      if (linesOnOneAnother(reading).length > 0) unclear += 1;
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
  // Two edges between the same two columns that change rows with one another lie on one another for a moment.
  expect(unclear).toBeLessThanOrEqual(DRAWINGS / 50);
});

describe('in BPMN', () => {
  const elements = async () => within(processOf(await read(definitions.workshop as Definition)));
  const element = async (id: string) => (await elements()).find((one) => one.id === id) as ModdleElement;
  const events = (one: ModdleElement) => listOf(one, 'eventDefinitions').map(({ $type }) => $type);

  it.each([
    ['a task', 'apply', 'UserTask'],
    ['a check by a rule', 'screen', 'BusinessRuleTask'],
    ['a vote', 'panel', 'UserTask'],
    ['a draw', 'spot', 'BusinessRuleTask'],
    ['a selection', 'lots', 'BusinessRuleTask'],
    ['an effect', 'settle', 'ServiceTask'],
    ['a wait for several things', 'quiet', 'EventBasedGateway'],
    ['a wait for a date', 'open-day', 'IntermediateCatchEvent'],
    ['cases of items', 'visits', 'SubProcess'],
    ['branches that are not all waited for', 'look', 'SubProcess'],
    ['an end', 'approved', 'EndEvent'],
    ['a condition', 'review.choice', 'ExclusiveGateway'],
    ['so many branches', 'review.join', 'ComplexGateway'],
  ])('%s', async (_, id, type) => {
    expect((await element(id)).$type).toBe(`bpmn:${type}`);
  });

  it('a check that asks another system, and an effect that only sends letters', async () => {
    const all = within(processOf(await read(definitions.dibao as Definition)));
    const type = (id: string) => all.find((one) => one.id === id)?.$type;
    expect([type('verification'), type('redirect'), type('inquiry')]).toEqual([
      'bpmn:ServiceTask',
      'bpmn:SendTask',
      'bpmn:ParallelGateway',
    ]);
  });

  it('time at the border ends a step only where something follows from it', async () => {
    const [ends, tells] = [await element('inspect.overdue'), await element('meet.overdue')];
    expect([
      events(ends),
      ends.cancelActivity,
      textOf(partOf(listOf(ends, 'eventDefinitions')[0] as ModdleElement, 'timeDuration'), 'body'),
    ]).toEqual([['bpmn:TimerEventDefinition'], true, 'P10D']);
    expect(tells.cancelActivity).toBe(false);
  });

  it('a veto is an error that is caught, and the other joins end what still runs', async () => {
    expect(events(await element('consent.to.veto'))).toEqual(['bpmn:ErrorEventDefinition']);
    expect(partOf(await element('consent.to.veto.caught'), 'attachedToRef')?.id).toBe('consent');
    expect(events(await element('look.done'))).toEqual(['bpmn:TerminateEventDefinition']);
    expect(textOf(partOf(await element('review.join'), 'activationCondition'), 'body')).toBe('done >= 2');
  });

  it('several people and items are instances', async () => {
    const loop = partOf(await element('go'), 'loopCharacteristics') as ModdleElement;
    expect(textOf(partOf(loop, 'loopCardinality'), 'body')).toBe('2');
    const items = partOf(await element('visits'), 'loopCharacteristics') as ModdleElement;
    expect(textOf(partOf(items, 'completionCondition'), 'body')).toBe('done >= 1');
  });

  it('levels are lanes, and roles are resources', async () => {
    const reading = await read(definitions.workshop as Definition);
    const lanes = listOf(processOf(reading), 'laneSets').flatMap((set) => listOf(set, 'lanes'));
    expect(lanes.map((lane) => [lane.name, lane.$attrs['aidflow:level']])).toEqual([
      ['村级', 'village'],
      ['乡镇级', 'township'],
      ['县级', 'county'],
    ]);
    const [owner] = listOf(await element('decide'), 'resources');
    expect(partOf(owner as ModdleElement, 'resourceRef')?.name).toBe('县级确认岗');
    const placed = lanes.flatMap((lane) => listOf(lane, 'flowNodeRef'));
    const own = listOf(processOf(reading), 'flowElements').filter(
      ({ $type }) => $type !== 'bpmn:SequenceFlow',
    );
    expect(placed).toHaveLength(own.length);
  });

  it('what it has no words for is documentation', async () => {
    const text = async (id: string) => textOf(listOf(await element(id), 'documentation')[0], 'text');
    expect(await text('inspect')).toMatch(/^ +unit: calendar-day$/m);
    const whole = processOf(await read(definitions.workshop as Definition));
    expect(textOf(listOf(whole, 'documentation').at(-1), 'text')).toMatch(/clocks:\n {2}handling:/);
  });
});
