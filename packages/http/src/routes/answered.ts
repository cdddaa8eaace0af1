/** From what the service answers to a response. */
import type { Answer } from '@aidflow/service';
import { problemResponse } from '../problem.ts';
import { type Exchange, json } from '../route.ts';

export function answered<T>({ speaker }: Exchange, result: Answer<T>, status = 200): Response {
  return result.ok ? json(result.value, status) : problemResponse(result.problems, speaker);
}

/** Items of a page when the client does not say. */
const USUAL = 20;

/** Cursor and limit of a list, as checked by the query's schema. */
export function paged({ cursor, limit }: Record<string, string>): { cursor?: string; limit: number } {
  return { ...(cursor === undefined ? {} : { cursor }), limit: limit === undefined ? USUAL : Number(limit) };
}
