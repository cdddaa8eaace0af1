/** Whether checking data against a form schema ends, and soon: references may lead round, or double at every level. */
import { components } from '../graph.ts';
import { pointerKey, resolve } from '../schema-walk.ts';
import type { JsonSchema } from '../types.ts';
import { subschemas } from './keywords.ts';
import { limits } from './limits.ts';

/** What keeps a validator from ending soon, and the schema that it comes from. */
export interface RepetitionFault {
  /**
   * `circle`: a schema refers to itself about the same value. `doubling`: one value and its parts are looked at more often
   * than a file may have values. `chain`: references follow each other further than a validator can.
   */
  kind: 'circle' | 'doubling' | 'chain';
  /** JSON Pointer of a schema. */
  pointer: string;
}

/** Keywords whose schemas speak about the value itself, and not about a part of it. */
const aboutItself = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas']);

/** A schema that another one asks, by its pointer. */
interface Asked {
  pointer: string;
  /** About the same value, and not about a part of it. */
  same: boolean;
}

/** What keeps the validators of a schema from ending soon. References that lead nowhere are told elsewhere. */
export function repetitionFault(root: JsonSchema): RepetitionFault | undefined {
  const asked = questions(root);
  const same = new Map(
    [...asked].map(([pointer, all]) => [pointer, all.filter((one) => one.same).map((one) => one.pointer)]),
  );
  const [circle] = components(same);
  if (circle !== undefined) return { kind: 'circle', pointer: circle.sort()[0] ?? '' };
  return new Weighing(asked).fault;
}

/** For each schema of a document the schemas that it asks; those that nothing asks are not there. */
function questions(root: JsonSchema): Map<string, Asked[]> {
  const names = new Map<JsonSchema, string>([[root, '']]);
  const found = new Map<string, Asked[]>();
  const open: JsonSchema[] = [root];
  const name = (schema: JsonSchema, place: string): string => {
    const known = names.get(schema);
    if (known !== undefined) return known;
    names.set(schema, place);
    open.push(schema);
    return place;
  };
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    const place = names.get(schema) ?? '';
    const inside = Object.entries(schema)
      .filter(([key]) => key !== '$defs')
      .flatMap(([key, value]) =>
        subschemas(key, value).map(([part, below]): Asked => {
          const pointer = name(part, place + pointerKey(key) + below);
          return { pointer, same: aboutItself.has(key) };
        }),
      );
    const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
    const referred: Asked[] =
      typeof target === 'object' && target !== null && !Array.isArray(target)
        ? [{ pointer: name(target as JsonSchema, String(schema.$ref).slice(1)), same: true }]
        : [];
    found.set(place, [...referred, ...inside]);
  }
  return found;
}

/** How many references may follow each other: each is a call within a call. */
const longest = 100;

/** Adds up from the innermost schemas out. A list in place of recursion, so that long chains exhaust no stack. */
class Weighing {
  fault: RepetitionFault | undefined;
  readonly #asked: ReadonlyMap<string, readonly Asked[]>;
  readonly #weights = new Map<string, { cost: number; chain: number }>();

  constructor(asked: ReadonlyMap<string, readonly Asked[]>) {
    this.#asked = asked;
    const entered = new Set<string>();
    const open = [''];
    for (let place = open.at(-1); place !== undefined && !this.fault; place = open.at(-1)) {
      // Where the value goes deeper and the schema leads round, the value ends it.
      const first = !entered.has(place);
      entered.add(place);
      const inner = first ? (asked.get(place) ?? []).filter(({ pointer }) => !entered.has(pointer)) : [];
      open.push(...inner.map(({ pointer }) => pointer));
      if (inner.length > 0) continue;
      open.pop();
      if (!this.#weights.has(place)) this.#weigh(place);
    }
  }

  #weigh(place: string): void {
    let cost = 1;
    let chain = 1;
    for (const { pointer, same } of this.#asked.get(place) ?? []) {
      const weight = this.#weights.get(pointer);
      cost += weight?.cost ?? 0;
      if (same) chain = Math.max(chain, 1 + (weight?.chain ?? 0));
    }
    this.#weights.set(place, { cost, chain });
    if (cost > limits.values) this.fault = { kind: 'doubling', pointer: place };
    if (chain > longest) this.fault = { kind: 'chain', pointer: place };
  }
}
