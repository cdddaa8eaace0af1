/** What a step says about itself that cannot be. */
import type { PlacedStep } from '../procedure/steps.ts';
import { pointerKey } from '../schema-walk.ts';
import type { SelectStep, SourceStep } from '../types.ts';
import type { Report } from './report.ts';

/** Outcomes by which the engine itself tells that time has run out, and that the first of several has signed. */
const reservedOutcomes = ['elapsed', 'begun'];

export function checkStep({ step, pointer, branches }: PlacedStep, report: Report): void {
  if (step.kind === 'end') {
    if (branches.length > 0) report.add('definition/end-in-branch', pointer, { step: step.id });
    return;
  }
  const hasWay = step.otherwise !== undefined || 'next' in step || step.kind === 'supplement';
  if (step.when !== undefined && !hasWay) {
    report.add('definition/no-otherwise', `${pointer}/when`, { step: step.id });
  }
  const [key, outcomes] = outcomesOf(step);
  for (const name of reservedOutcomes) {
    if (!Object.hasOwn(outcomes, name)) continue;
    report.add('definition/reserved-name', `${pointer}${key}/${name}`, { name, what: { term: 'outcomeId' } });
  }
  checkKind(step, pointer, report);
}

function checkKind(step: SourceStep, pointer: string, report: Report): void {
  switch (step.kind) {
    case 'parallel':
      checkJoin(step, pointer, report);
      break;
    case 'each':
      if (step.items !== undefined && step.enrol !== undefined) {
        report.add('definition/which', `${pointer}/items`, { keys: ['items', 'enrol'] });
      }
      if (step.join === 'veto')
        report.add('definition/join', `${pointer}/join`, { step: step.id, variant: 'each' });
      break;
    case 'select':
      checkMethod(step, pointer, report);
      break;
    case 'vote':
      if (step.totals !== undefined && step.ballots !== undefined) {
        report.add('definition/which', `${pointer}/ballots`, { keys: ['totals', 'ballots'] });
      }
      break;
    case 'check':
      checkQuestion(step.connector, step.request ?? {}, pointer, report);
      break;
  }
}

function outcomesOf(step: SourceStep): [key: string, outcomes: object] {
  switch (step.kind) {
    case 'task':
      return ['/outcomes', step.outcomes];
    case 'notice':
      return ['/verify/outcomes', step.verify.outcomes];
    case 'wait':
      return ['/events', step.events ?? {}];
    default:
      return ['', {}];
  }
}

function checkJoin(step: SourceParallel, pointer: string, report: Report): void {
  const { id, join, branches, 'on-veto': veto } = step;
  if (join === 'veto' && veto === undefined) {
    report.add('definition/join', `${pointer}/join`, { step: id, variant: 'no-way' });
  }
  if (join !== 'veto' && veto !== undefined) {
    report.add('definition/join', `${pointer}/on-veto`, { step: id, variant: 'no-veto' });
  }
  const found = Object.keys(branches).length;
  if (typeof join === 'object' && join['at-least'] > found) {
    report.add('definition/join', `${pointer}/join/at-least`, { step: id, least: join['at-least'], found });
  }
}

type SourceParallel = Extract<SourceStep, { kind: 'parallel' }>;

/** What each method needs one of, and what besides it reads. */
const methods: Record<SelectStep['method'], { needs: (keyof SelectStep)[]; reads: (keyof SelectStep)[] }> = {
  filter: { needs: ['where', 'exclude'], reads: [] },
  sample: {
    needs: ['share', 'count', 'minimum'],
    reads: ['where', 'exclude', 'strata', 'reserve'],
  },
  rank: { needs: ['keys'], reads: ['where', 'exclude', 'quota', 'ties', 'reserve'] },
};
const methodKeys = [...new Set(Object.values(methods).flatMap(({ needs, reads }) => [...needs, ...reads]))];

function checkMethod(step: SelectStep, pointer: string, report: Report): void {
  const { method } = step;
  const { needs, reads } = methods[method];
  if (!needs.some((key) => key in step)) {
    report.add('definition/select-method', `${pointer}/method`, { step: step.id, method, keys: needs });
  }
  for (const key of methodKeys) {
    if (!(key in step) || needs.includes(key) || reads.includes(key)) continue;
    const params = { step: step.id, method, key, known: [...needs, ...reads], variant: 'idle' };
    report.add('definition/select-method', pointer + pointerKey(key), params);
  }
}

/** Id of the connector that every programme has: the register of records. */
export const recordsConnector = 'records';
const recordsRequest = ['type', 'key', 'where'];

function checkQuestion(
  connector: string | undefined,
  request: Record<string, string>,
  pointer: string,
  report: Report,
): void {
  if (connector !== recordsConnector) return;
  if (!Object.hasOwn(request, 'type')) {
    report.add('definition/missing-key', `${pointer}/request/type`, { key: 'type' });
  }
  for (const key of Object.keys(request)) {
    if (recordsRequest.includes(key)) continue;
    report.addNear('definition/unknown-key', `${pointer}/request${pointerKey(key)}`, key, recordsRequest, {
      key,
    });
  }
}
