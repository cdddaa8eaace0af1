/** Reporting what is wrong at a place of a file, with the nearest right word. */
import { type Problem, type ProblemCode, problem } from '../problems.ts';
import { limits } from './limits.ts';
import { nearest } from './nearest.ts';
import { at, type Source } from './source.ts';

export type Params = Record<string, unknown>;

/** Collects the problems of one file, the first of them: nobody reads thousands, and finding near words takes time. */
export class Report {
  readonly problems: Problem[] = [];
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  add(code: ProblemCode, pointer: string, params: Params = {}): void {
    if (this.#full()) return;
    this.problems.push(problem(code, params, at(this.source, pointer)));
  }

  /** Adds a problem about a word, with the known words and the nearest among them. */
  addNear(
    code: ProblemCode,
    pointer: string,
    word: string,
    known: readonly string[],
    params: Params = {},
  ): void {
    if (this.#full()) return;
    const near = nearest(word, known);
    const variant = near === undefined ? {} : { nearest: near, variant: 'nearest' };
    this.add(code, pointer, { known: known.length > 0 ? known : ['-'], ...variant, ...params });
  }

  #full(): boolean {
    return this.problems.length >= limits.problems;
  }
}
