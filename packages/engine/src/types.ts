/**
 * The words of the engine: what is asked (commands), what happened (events), where a case stands (state),
 * and the world in which an answer is given. All of it is plain JSON.
 */

export type * from './types/command.ts';
export type * from './types/event.ts';
export type * from './types/facts.ts';
export type * from './types/json.ts';
export type * from './types/people.ts';
export type * from './types/views.ts';
export type * from './types/world.ts';
