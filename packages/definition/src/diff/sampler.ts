/** Made-up data for trying two decision tables: as the forms allow, near what the rules compare with, always the same. */
import { resolve } from '../schema-walk.ts';
import type { JsonSchema } from '../types.ts';
import { isPlain } from './targets.ts';

/** Deeper than this a schema refers to itself. */
const DEEPEST = 8;

/** Synthetic resident identity numbers: two adults, a child, an elder. */
const people = ['62082119780512002X', '620821197503030010', '620821201506010065', '620821194003030010'];
const names = ['甲', '乙', '丙', '丁'];

export interface SamplerOptions {
  seed: number;
  /** Numbers near which answers may change. */
  amounts: readonly number[];
  /** Words of the rules: what they do not speak of is left out where it may be. */
  words: ReadonlySet<string>;
  /** ISO date of the case. */
  today: string;
}

export class Sampler {
  readonly #options: SamplerOptions;
  #state: number;

  constructor(options: SamplerOptions) {
    this.#options = options;
    this.#state = options.seed;
  }

  /** From 0 up to but not including 1 (Mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }

  /** An amount near which something may change. */
  amount(): number {
    return this.pick(this.#options.amounts) ?? 0;
  }

  /** A small number of things. */
  small(): number {
    return this.pick([1, 1, 2, 3]) ?? 1;
  }

  /** A part of the people that forms speak of. */
  someone(): string[] {
    return people.filter(() => this.chance(0.2));
  }

  /** Data of a form. */
  data(schema: JsonSchema): unknown {
    return this.#value([schema], schema, 0, 0);
  }

  #value(schemas: readonly JsonSchema[], root: JsonSchema, index: number, depth: number): unknown {
    const parts = schemas.flatMap((schema) => [schema, ...referred(schema, root)]);
    const say = <T>(key: string): T | undefined =>
      parts.find((part) => part[key] !== undefined)?.[key] as T | undefined;
    const fixed = say('const');
    if (fixed !== undefined) return fixed;
    const choices = say<unknown[]>('enum') ?? say<unknown[]>('oneOf')?.flatMap(constant);
    if (choices !== undefined && choices.length > 0) return this.pick(choices);
    switch (say('type')) {
      case 'object':
        return this.#object(parts, root, index, depth);
      case 'array': {
        const least = say<number>('minItems') ?? 0;
        const most = Math.min(say<number>('maxItems') ?? 3, least + 3);
        const length = least + Math.floor(this.next() * (most - least + 1));
        const items = say('items');
        if (!isPlain(items)) return [];
        return Array.from({ length }, (_, place) => this.#value([items], root, place, depth + 1));
      }
      case 'integer':
      case 'number':
        return this.#number(say<number>('minimum') ?? 0, say<number>('maximum') ?? Number.MAX_SAFE_INTEGER);
      case 'boolean':
        return this.chance(0.5);
      default:
        return this.#text(say<string>('format'), index, depth);
    }
  }

  #object(parts: readonly JsonSchema[], root: JsonSchema, index: number, depth: number): unknown {
    const required = new Set(parts.flatMap((part) => (Array.isArray(part.required) ? part.required : [])));
    const properties = parts.flatMap((part) =>
      Object.entries(isPlain(part.properties) ? part.properties : {}),
    );
    const { words } = this.#options;
    const named = properties.some(([name]) => words.has(name));
    const data: Record<string, unknown> = {};
    for (const [name, property] of properties) {
      if (!isPlain(property) || depth > DEEPEST) continue;
      // What no rule names is left out, unless rules go through whatever there is.
      const wanted = words.has(name) || !named ? this.chance(0.4) : false;
      if (required.has(name) || wanted) data[name] = this.#value([property], root, index, depth + 1);
    }
    return data;
  }

  #number(minimum: number, maximum: number): number {
    const small = [0, 1, 2, 3].map((step) => minimum + step);
    const wanted = maximum > 1000 && this.chance(0.8) ? this.amount() : (this.pick(small) ?? minimum);
    return Math.min(Math.max(wanted, minimum), maximum);
  }

  #text(format: string | undefined, index: number, depth: number): string {
    // Whoever stands alone in a form is mostly the first of those listed elsewhere.
    const who = depth > 2 ? index : this.chance(0.8) ? 0 : 1;
    if (format === 'resident-id') return people[who % people.length] ?? '';
    if (format === 'date') return this.#options.today;
    return names[who % names.length] ?? '';
  }
}

function referred(schema: JsonSchema, root: JsonSchema, depth = 0): JsonSchema[] {
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
  if (!isPlain(target) || depth > DEEPEST) return [];
  return [target, ...referred(target, root, depth + 1)];
}

const constant = (choice: unknown): unknown[] => (isPlain(choice) && 'const' in choice ? [choice.const] : []);
