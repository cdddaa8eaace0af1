import type { JsonSchema } from '../types.ts';

/** Whether a schema is about an amount in fen. */
export const isMoney = (schema: JsonSchema): boolean =>
  schema['x-unit'] === 'fen' || schema['x-widget'] === 'money';
