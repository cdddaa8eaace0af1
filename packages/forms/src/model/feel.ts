import { evaluate } from '@aidflow/definition';
import type { JsonObject } from '../types.ts';

/** FEEL as the whole project understands it. This module is loaded only by forms that have an expression. */
export const evaluateFeel = (expression: string, scope: JsonObject): unknown =>
  evaluate(expression, scope).value;
