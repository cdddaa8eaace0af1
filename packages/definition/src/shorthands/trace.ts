/** Where the parts of what a shorthand stands for were written. */
import { pointerKeys } from '../schema-walk.ts';

/** What a name of a step means where it was written. */
export interface NamedStep {
  id: string;
  /** Id of the step with which it begins: another than its own where it is a shorthand. */
  first: string;
}

/** The names of steps as those who wrote a text mean them. Other names are those of the programme. */
export type StepNames = Map<string, NamedStep>;

/** Where a value was written, and what names of steps mean there. */
export interface Trace {
  /** JSON Pointer into `programme.yaml` as it was written. */
  place: string;
  names: StepNames;
  /** Nothing below the value has a place of its own: it comes from the library, and the place is that of its use. */
  fixed?: boolean;
  /** Parts that were written elsewhere, by their keys. */
  parts?: ReadonlyMap<string, Trace>;
}

/** The trace of the value that a JSON Pointer leads to, below the value of a trace. */
export function traceAt(trace: Trace, pointer: string): Trace {
  return pointerKeys(pointer).reduce((here, key) => {
    const part = here.parts?.get(key);
    if (part !== undefined) return part;
    const { place, names, fixed } = here;
    return fixed ? { place, names, fixed } : { place: `${place}/${escaped(key)}`, names };
  }, trace);
}

/** The trace with another one for the value that a JSON Pointer leads to. */
export function withTrace(trace: Trace, pointer: string, part: Trace): Trace {
  const [key, ...rest] = pointerKeys(pointer);
  if (key === undefined) return part;
  const below = traceAt(trace, `/${escaped(key)}`);
  const inner = rest.length === 0 ? part : withTrace(below, `/${rest.map(escaped).join('/')}`, part);
  return { ...trace, parts: new Map([...(trace.parts ?? []), [key, inner]]) };
}

/** The trace of a list by those of its members. */
export const listTrace = (members: readonly Trace[], { place, names }: Trace): Trace => ({
  place,
  names,
  parts: new Map(members.map((member, index) => [String(index), member])),
});

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
