/** A refused change of a case. */
import { type Problem, problem } from '@aidflow/definition';
import { etag } from '../conditions.ts';
import { problemResponse } from '../problem.ts';
import type { Exchange } from '../route.ts';

/**
 * A lost race is answered with the newer version, so that the client knows what to load; one who may not see the case is
 * told that it has changed.
 */
export async function refusal(
  { service, actor, speaker, context }: Exchange,
  problems: Problem[],
  expected: number | undefined,
): Promise<Response> {
  const id = context.req.param('id');
  if (problems[0]?.code !== 'store/conflict' || id === undefined) return problemResponse(problems, speaker);
  const found = await service.caseVersion(actor, id);
  const headers: Record<string, string> = found === undefined ? {} : { etag: etag(found) };
  if (expected === undefined) return problemResponse(problems, speaker, headers);
  const lost =
    found === undefined
      ? [problem('http/precondition-failed', { variant: 'unseen' })]
      : [problem('http/precondition-failed', { expected, found }), ...problems];
  return problemResponse(lost, speaker, headers);
}
