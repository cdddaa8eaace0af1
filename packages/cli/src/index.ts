/** The command line as a function. */
export { run } from './run.ts';
export type { Terminal, Tone } from './terminal.ts';
