/**
 * There is no official validator of SCXML to install, so the document is read by an XML parser of others and held to what
 * its schema says of ids, targets and event names; its transitions must be those of the machine.
 */
import type { Programme } from '@aidflow/engine';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMachine, type StateNode } from 'xstate';
import { loadDibao, loadFiles, loadWorkshop } from '../fixtures/load.ts';
import { workshop as files } from '../fixtures/workshop.ts';
import { toXState } from '../xstate/to-xstate.ts';
import { toScxml } from './to-scxml.ts';

let programmes: Record<string, Programme>;
beforeAll(async () => {
  const workshop = await loadWorkshop();
  programmes = { dibao: await loadDibao(), workshop, visits: workshop.procedures.get('visits') as Programme };
});

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

const cases = ['dibao', 'workshop', 'visits'].flatMap((name) =>
  [false, true].map((operations): [string, boolean] => [name, operations]),
);

describe.each(cases)('%s, operations %s', (name, operations) => {
  const documentOf = () => read(toScxml(programmes[name] as Programme, { operations }));

  it('has unique names, targets that are there, and event names as the schema has them', () => {
    const root = documentOf();
    const all = walk(root);
    const ids = all.flatMap(({ element }) => element.getAttribute('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
    for (const { element } of [{ element: root }, ...all]) {
      for (const attribute of ['initial', 'target']) {
        const named = element.getAttribute(attribute);
        if (named !== null) expect(ids).toContain(named);
      }
      expect(element.hasAttribute('cond')).toBe(false);
      const event = element.getAttribute('event');
      if (event !== null) expect(event).toMatch(/^[\w:-]+(\.[\w:-]+)*$/);
    }
  });

  it('leads from where to where the machine leads', () => {
    const machine = createMachine(toXState(programmes[name] as Programme, { operations }));
    const expected: string[] = [];
    for (const node of allOf(machine.root)) {
      for (const [event, transitions] of node.transitions) {
        const type = event.replace(/^xstate\.done\.state\./, 'done.state.');
        for (const { target } of transitions) {
          expected.push(`${node.path.join('/')} ${type} ${target?.[0]?.path.join('/') ?? '-'}`);
        }
      }
    }
    const root = documentOf();
    const places = new Map<string, string>();
    const keyOf = ({ element, path }: { element: Element; path: Element[] }) =>
      [...path, element]
        .map((one) => one.getAttribute('id') ?? '')
        .filter((id) => id !== `${root.getAttribute('name')}.procedure`)
        .map((id) => (id.endsWith('.choice') ? id.replace(/\.choice$/, '?') : (id.split('.').at(-1) ?? '')))
        .join('/');
    const all = walk(root);
    for (const one of all) {
      if (STATES.includes(one.element.tagName)) places.set(one.element.getAttribute('id') ?? '', keyOf(one));
    }
    const found = all.flatMap(({ element, path }) => {
      const source = path.at(-1);
      if (element.tagName !== 'transition' || source === undefined) return [];
      const target = element.getAttribute('target');
      const from = places.get(source.getAttribute('id') ?? '');
      return [`${from} ${element.getAttribute('event')} ${target === null ? '-' : places.get(target)}`];
    });
    expect(found.sort()).toEqual(expected.sort());
  });
});

/** An event is also taken by a transition for its first words: `a` takes `a.b`. */
it('has no event that another transition of the same states would take first', () => {
  const names = walk(read(toScxml(programmes.workshop as Programme, { operations: true }))).flatMap(
    ({ element }) => element.getAttribute('event') ?? [],
  );
  const taken = names.filter((name) => names.some((other) => name.startsWith(`${other}.`)));
  expect(taken).toEqual([]);
});

it('ends for good where nothing can be reopened', () => {
  const tags = (operations: boolean) =>
    walk(read(toScxml(programmes.workshop as Programme, { operations })))
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
