import type { Definition, Effect } from '@aidflow/definition';

/** The part of a bundle's definition that the picture reads: steps after shorthands are expanded. */
export type Procedure = Pick<Definition, 'title' | 'start' | 'roles' | 'steps'>;

/** What a step of any kind may have, so that the ways out can be read without telling the kinds apart. */
export interface Step {
  id: string;
  title?: string;
  kind: string;
  level?: string;
  role?: string;
  form?: string;
  by?: number;
  when?: string;
  otherwise?: string;
  next?: string;
  delegable?: { level: string; role: string };
  within?: { 'on-overdue'?: string };
  outcomes?: Record<string, Outcome>;
  pass?: string;
  fail?: string;
  unknown?: string;
  branches?: Record<string, { title: string; steps: Step[] }>;
  events?: Record<string, { title: string; to: string; form?: string; role?: string }>;
  chosen?: string;
  rest?: string;
  effects?: Effect[];
  outcome?: string;
}

export interface Outcome {
  title: string;
  to: string;
  form?: string;
  reasons?: 'required' | 'optional';
  single?: boolean;
}

/** Every step of a procedure, those inside branches too, in the order of the definition. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [
    step,
    ...Object.values(step.branches ?? {}).flatMap((branch) => allSteps(branch.steps)),
  ]);
}
