/** What all shorthands of a programme together may stand for, so that a few lines cannot fill the memory. */
import { limits } from '../parse/limits.ts';

/** Thrown when more would be made than may be. */
export class TooMuch extends Error {
  readonly what: 'steps' | 'values' | 'text';
  readonly found: number;
  readonly limit: number;

  constructor(what: TooMuch['what'], found: number, limit: number) {
    super(`more than ${limit} ${what}`);
    this.what = what;
    this.found = found;
    this.limit = limit;
  }
}

/** Counts what is made. */
export class Budget {
  #steps = 0;
  #values = 0;
  #characters = 0;

  step(): void {
    this.#steps += 1;
    if (this.#steps > limits.steps) throw new TooMuch('steps', this.#steps, limits.steps);
  }

  value(): void {
    this.#values += 1;
    if (this.#values > limits.values) throw new TooMuch('values', this.#values, limits.values);
  }

  /** A value that is put somewhere once more counts with all its parts. */
  copy(value: unknown): void {
    this.value();
    if (typeof value === 'string') this.text(value);
    if (typeof value !== 'object' || value === null) return;
    for (const part of Object.values(value)) this.copy(part);
  }

  text(text: string): void {
    this.#characters += text.length;
    if (this.#characters > limits.fileSize) {
      throw new TooMuch('text', this.#characters, limits.fileSize);
    }
  }
}
