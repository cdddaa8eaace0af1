/**
 * Putting values into a template: a text that is just `$name` becomes the value, whatever it is; `${name}` inside a text
 * becomes its text. What has no value is left out, and so is a map or a list that nothing is left of.
 */
import { pointerKey } from '../schema-walk.ts';
import type { Budget } from './budget.ts';
import { type Trace, traceAt } from './trace.ts';

/** A value with where it was written. */
export interface Traced {
  value: unknown;
  trace: Trace;
}

/** The values of a use by the names of parameters; undefined where an optional one has none. */
export type Values = ReadonlyMap<string, Traced | undefined>;

const whole = /^\$([a-z][A-Za-z0-9]*)$/;
const inside = /\$\{([a-z][A-Za-z0-9]*)\}/g;

/** Fills a template. */
export class Filling {
  /** Names in the template that are no parameters, with their places. */
  readonly unknown: { name: string; place: string }[] = [];
  readonly #values: Values;
  readonly #budget: Budget;

  /** @param budget what may be made altogether; filling ends with `TooMuch` beyond it */
  constructor(values: Values, budget: Budget) {
    this.#values = values;
    this.#budget = budget;
  }

  /** The template with values in place of parameters; undefined where nothing is left of it. */
  fill(template: unknown, trace: Trace): Traced | undefined {
    this.#budget.value();
    if (typeof template === 'string') return this.#text(template, trace);
    if (typeof template !== 'object' || template === null) return { value: template, trace };
    const filled = Object.entries(template).flatMap(([key, part]) => {
      const one = this.fill(part, traceAt(trace, pointerKey(key)));
      return one === undefined ? [] : [[key, one] as const];
    });
    if (filled.length === 0 && Object.keys(template).length > 0) return undefined;
    const keyed = Array.isArray(template)
      ? filled.map(([, one], index) => [String(index), one] as const)
      : filled;
    const parts = new Map(keyed.map(([key, one]) => [key, one.trace]));
    const value = Array.isArray(template)
      ? keyed.map(([, one]) => one.value)
      : Object.fromEntries(keyed.map(([key, one]) => [key, one.value]));
    return { value, trace: { ...trace, parts } };
  }

  #text(template: string, trace: Trace): Traced | undefined {
    const name = whole.exec(template)?.[1];
    if (name !== undefined) {
      const given = this.#value(name, trace);
      if (given !== undefined) this.#budget.copy(given.value);
      return given;
    }
    const value = template.replaceAll(inside, (_, part: string) => {
      const given = this.#value(part, trace)?.value ?? '';
      const text = typeof given === 'string' ? given : JSON.stringify(given);
      this.#budget.text(text);
      return text;
    });
    return { value, trace };
  }

  #value(name: string, { place }: Trace): Traced | undefined {
    if (!this.#values.has(name)) this.unknown.push({ name, place });
    return this.#values.get(name);
  }
}
