import type { Problem } from '@aidflow/definition';

/** A problem with its details, as the service answers. */
export interface ProblemReport extends Problem {
  problems?: Problem[];
}

const isProblem = (value: unknown): value is ProblemReport =>
  typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string';

/** The problem an error carries; whatever else went wrong on the way becomes `http/unreachable`. */
export function problemOf(error: unknown): ProblemReport {
  if (typeof error === 'object' && error !== null && 'problem' in error && isProblem(error.problem)) {
    const { problem } = error;
    const details =
      'problems' in error && Array.isArray(error.problems) ? error.problems.filter(isProblem) : [];
    return problem.problems === undefined && details.length > 0 ? { ...problem, problems: details } : problem;
  }
  if (isProblem(error) && 'status' in error) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'http/unreachable', status: 0, title: 'The service cannot be reached', detail };
}

const stale = ['store/conflict', 'http/precondition-failed', 'step/not-active', 'case/ended'];

/** The case moved on since it was read. */
export const isConflict = (problem: Problem): boolean =>
  stale.includes(problem.code) || problem.status === 412;
