/** How far something is, told to people and not to programs that read the answer. */
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** `part` from 0 to 1. */
  tell(part: number, words: string): void;
  end(): void;
}

/** Where nobody watches, a line for each tenth is enough. */
const TENTHS = 10;

/**
 * A bar that is written over itself where a person watches standard error; a line for each tenth anywhere else.
 */
export function progressOn(terminal: Terminal): Progress {
  let last = 0;
  let shown = '';
  return {
    tell(part, words) {
      if (terminal.over) {
        const done = Math.round(part * 30);
        const text = `${'█'.repeat(done)}${'·'.repeat(30 - done)} ${String(Math.floor(part * 100)).padStart(3)}% ${words}`;
        if (text !== shown) terminal.over(text);
        shown = text;
        return;
      }
      const tenth = Math.floor(part * TENTHS);
      if (tenth > last) terminal.err(`${tenth * (100 / TENTHS)}% ${words}`);
      last = Math.max(last, tenth);
    },
    end() {
      if (shown !== '') terminal.over?.('');
    },
  };
}
