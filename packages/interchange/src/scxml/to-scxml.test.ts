/**
 * There is no official validator of SCXML to install, so the document is read by an XML parser of others and held to what
 * its schema says of ids, targets and event names; its transitions must be those of the machine.
 */
import type { Programme } from '@aidflow/engine';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMachine, type StateNode } from 'xstate';
import { loadFiles, loadShipped, loadWorkshop, programmeIds } from '../fixtures/load.ts';
import { workshop as files } from '../fixtures/workshop.ts';
import { toXState } from '../xstate/to-xstate.ts';
import { toScxml } from './to-scxml.ts';

/** Every procedure: those of the programmes, of further starts, and of the cases of items. */
let procedures: [name: string, programme: Programme][];
beforeAll(async () => {
  const shipped = programmeIds.map(async (id): Promise<[string, Programme]> => [id, await loadShipped(id)]);
  const whole: [string, Programme][] = [...(await Promise.all(shipped)), ['workshop', await loadWorkshop()]];
  procedures = whole.flatMap(([name, programme]) => [
    [name, programme] as [string, Programme],
    ...[...programme.procedures].map(([id, one]): [string, Programme] => [`${name} ${id}`, one]),
  ]);
}, 60_000);

const STATES = ['state', 'parallel', 'final'];

const read = (xml: string): Element => {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(xml, 'text/xml').documentElement as Element;
};

const within = (element: Element): Element[] =>
  [...element.childNodes].filter((node) => node.nodeType === 1) as Element[];

/** Every element with those it lies in, outermost first. */
function walk(element: Element, path: Element[] = []): { element: Element; path: Element[] }[] {
  return within(element).flatMap((inner) => [{ element: inner, path }, ...walk(inner, [...path, inner])]);
}

/** A state with all inside it. */
const allOf = (node: StateNode): StateNode[] => [node, ...Object.values(node.states).flatMap(allOf)];

/** `FROM EVENT TO` for each transition of the machine; states by their keys from the outside in. */
function transitionsOfMachine(programme: Programme, operations: boolean): string[] {
  const machine = createMachine(toXState(programme, { operations }));
  return allOf(machine.root)
    .flatMap((node) =>
      [...node.transitions].flatMap(([event, transitions]) =>
        transitions.map(({ target }) => {
          const type = event.replace(/^xstate\.done\.state\./, 'done.state.');
          return `${node.path.join('/')} ${type} ${target?.[0]?.path.join('/') ?? '-'}`;
        }),
      ),
    )
    .sort();
}

function transitionsOfDocument(root: Element): string[] {
  const whole = `${root.getAttribute('name')}.procedure`;
  const keyOf = (path: readonly Element[]) =>
    path
      .map((one) => one.getAttribute('id') ?? '')
      .filter((id) => id !== whole)
      .map((id) => (id.endsWith('.choice') ? id.replace(/\.choice$/, '?') : (id.split('.').at(-1) ?? '')))
      .join('/');
  const all = walk(root);
  const places = new Map<string, string>();
  for (const { element, path } of all) {
    if (STATES.includes(element.tagName))
      places.set(element.getAttribute('id') ?? '', keyOf([...path, element]));
  }
  return all
    .flatMap(({ element, path }) => {
      const source = path.at(-1);
      if (element.tagName !== 'transition' || source === undefined) return [];
      const target = element.getAttribute('target');
      const from = places.get(source.getAttribute('id') ?? '');
      return [`${from} ${element.getAttribute('event')} ${target === null ? '-' : places.get(target)}`];
    })
    .sort();
}

describe.each([false, true])('every procedure, with operations: %s', (operations) => {
  it('has unique names, targets that are there, and event names as the schema has them', () => {
    for (const [name, programme] of procedures) {
      const root = read(toScxml(programme, { operations }));
      const all = walk(root);
      const ids = all.flatMap(({ element }) => element.getAttribute('id') ?? []);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
      for (const { element } of [{ element: root }, ...all]) {
        for (const attribute of ['initial', 'target']) {
          const named = element.getAttribute(attribute);
          if (named !== null) expect(ids, name).toContain(named);
        }
        expect(element.hasAttribute('cond')).toBe(false);
        const event = element.getAttribute('event');
        if (event !== null) expect(event).toMatch(/^[\w:-]+(\.[\w:-]+)*$/);
      }
    }
  });

  it('leads from where to where the machine leads', () => {
    for (const [name, programme] of procedures) {
      const found = transitionsOfDocument(read(toScxml(programme, { operations })));
      expect(found, name).toEqual(transitionsOfMachine(programme, operations));
    }
  });
});

/** The programme with every kind of step. */
const every = () => procedures.find(([name]) => name === 'workshop')?.[1] as Programme;

/** An event is also taken by a transition for its first words: `a` takes `a.b`. */
it('has no event that another transition of the same states would take first', () => {
  const names = walk(read(toScxml(every(), { operations: true }))).flatMap(
    ({ element }) => element.getAttribute('event') ?? [],
  );
  const taken = names.filter((name) => names.some((other) => name.startsWith(`${other}.`)));
  expect(taken).toEqual([]);
});

it('ends for good where nothing can be reopened', () => {
  const tags = (operations: boolean) =>
    walk(read(toScxml(every(), { operations })))
      .filter(({ element }) => element.getAttribute('id') === 'approved')
      .map(({ element }) => element.tagName);
  expect([tags(false), tags(true)]).toEqual([['final'], ['state']]);
});

it('holds any title', async () => {
  const title = 'a<b>&"c"\u0001 \\u{1F600}';
  const text = files['programme.yaml'] ?? '';
  const programme = await loadFiles({
    ...files,
    'programme.yaml': text.replace('title: 初筛', `title: ${JSON.stringify(title)}`),
  });
  const [screen] = walk(read(toScxml(programme))).filter(
    ({ element }) => element.getAttribute('id') === 'screen',
  );
  expect(screen?.element.getAttribute('aidflow:title')).toBe(title.replace('\u0001', ''));
});
