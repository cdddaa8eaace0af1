/**
 * The events by which the exported machine is told what it cannot find out by itself. The colon keeps them apart from
 * `STEP.OUTCOME`, and is allowed in the event names of SCXML, too.
 */

/** A step with a condition is entered, or passed over. */
export const applies = (step: string): string => `${step}:applies`;
export const skipped = (step: string): string => `${step}:skipped`;

/** Somebody has chosen an outcome and others must still sign. */
export const signed = (type: string): string => `${type}:signed`;

/** Enough branches are done, or one has ended in a veto. */
export const joined = (step: string): string => `${step}:joined`;
export const vetoed = (step: string): string => `${step}:vetoed`;

/** An officer returns a case to a step, or reopens it there. */
export const leads = (operation: string, step: string): string => `${operation}:${step}`;

/** The state in which the condition of a step is asked. */
export const choiceOf = (step: string): string => `${step}?`;
