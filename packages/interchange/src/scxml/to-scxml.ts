/** A definition as SCXML 1.0 (W3C Recommendation of 1 September 2015). */
import type { Programme } from '@aidflow/engine';
import { AIDFLOW } from '../namespace.ts';
import { document, type Element } from '../xml.ts';
import type { StateConfig, TransitionConfig } from '../xstate/config.ts';
import { toXState, type XStateOptions } from '../xstate/to-xstate.ts';

const SCXML = 'http://www.w3.org/2005/07/scxml';

/**
 * The machine of a procedure as SCXML with the null data model. That model knows no conditions but `In(...)`, so what
 * must be computed is an event here as it is in `toXState`: the document is valid, and any SCXML processor runs it.
 *
 * States are named after steps; `STEP.choice` asks the condition of a step, `STEP.BRANCH` is a branch and
 * `STEP.BRANCH.done` its end. Titles, kinds, roles, levels and conditions are attributes of a namespace of their own.
 *
 * @param programme a compiled programme, or one of its `procedures` for the steps of an `each`
 */
export function toScxml(programme: Programme, options: Pick<XStateOptions, 'operations'> = {}): string {
  const machine = toXState(programme, options);
  const { id, initial = '', states = {} } = machine;
  const steps = Object.entries(states).map(([key, state]) => element(key, state, ''));
  // The root of a document has no transitions of its own.
  const whole = `${id}.procedure`;
  const wrapped = machine.on !== undefined;
  const content = wrapped
    ? [
        {
          name: 'state',
          attributes: { id: whole, initial: stateName(initial) },
          children: [...ways(machine, ''), ...steps],
        },
      ]
    : steps;
  return document({
    name: 'scxml',
    attributes: {
      xmlns: SCXML,
      'xmlns:aidflow': AIDFLOW,
      version: '1.0',
      datamodel: 'null',
      name: id,
      initial: wrapped ? whole : stateName(initial),
      'aidflow:title': programme.title,
    },
    children: content,
  });
}

/** The name of a state that a step gives it. `?` is no letter of an XML id. */
const stateName = (id: string): string => id.replace(/\?$/, '.choice');

/**
 * @param key its key among its siblings
 * @param prefix what makes a key unique that is none of a step: the names of the branch it lies in
 */
function element(key: string, state: StateConfig, prefix: string): Element {
  const name = state.id === undefined ? `${prefix}${key}` : stateName(state.id);
  const { initial, states = {}, meta = {} } = state;
  const inner = `${name}.`;
  return {
    name: elementName(state),
    attributes: {
      id: name,
      initial: initial === undefined ? undefined : stateName(initial),
      'aidflow:title': state.description,
      ...Object.fromEntries(SHOWN.map((fact) => [`aidflow:${fact}`, written(meta[fact])])),
    },
    children: [
      ...ways(state, prefix),
      ...Object.entries(states).map(([inside, one]) => element(inside, one, inner)),
    ],
  };
}

/** An end that cannot be reopened ends the whole. */
function elementName({ type, tags = [], on }: StateConfig): string {
  if (type === 'final' || (tags.includes('ended') && on === undefined)) return 'final';
  return type ?? 'state';
}

/** Facts of a step that are one word or one expression. */
const SHOWN = ['kind', 'role', 'level', 'when', 'outcome'];

const written = (fact: unknown): string | undefined => (typeof fact === 'string' ? fact : undefined);

function ways({ id, on = {}, onDone, states }: StateConfig, prefix: string): Element[] {
  const compound = states !== undefined;
  return [
    ...Object.entries(on).flatMap(([event, transitions]) =>
      [transitions].flat().map((one) => transition(event, one, prefix, compound)),
    ),
    ...(onDone ? [transition(`done.state.${stateName(id ?? '')}`, onDone, prefix, false)] : []),
  ];
}

function transition(
  event: string,
  { target, reenter }: TransitionConfig,
  prefix: string,
  compound: boolean,
): Element {
  return {
    name: 'transition',
    attributes: {
      event,
      target: target === undefined ? undefined : targetName(target, prefix),
      // XState stays inside where the target is; SCXML leaves and comes back unless told.
      type: compound && target !== undefined && !reenter ? 'internal' : undefined,
    },
  };
}

/** `#STEP` anywhere, or the key of a sibling: the end of a branch. */
const targetName = (target: string, prefix: string): string =>
  target.startsWith('#') ? stateName(target.slice(1)) : `${prefix}${target}`;
