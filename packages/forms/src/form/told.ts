import { nearestNode } from '../model/errors.ts';
import type { FormModel } from '../model/form-model.ts';
import { GroupNode } from '../model/group-node.ts';
import { batch } from '../model/subject.ts';
import type { FieldProblem } from '../types.ts';
import { inFull, type SummaryLine } from './summary.ts';

const words = ({ detail, title, hint, code }: FieldProblem, lang: string): string =>
  [detail ?? title ?? (hint === undefined ? code : undefined), hint]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ');

/**
 * Shows a server's problems at their places. `/data` in front of a pointer is the envelope of the request.
 * Returns the lines of those that no field shows: about a group they lead into it, about nothing on the page nowhere.
 */
export function tellProblems(model: FormModel, problems: readonly FieldProblem[]): SummaryLine[] {
  const strays: SummaryLine[] = [];
  batch(() => {
    forgetTold(model);
    for (const problem of problems) {
      const pointer = (problem.pointer ?? '').replace(/^#/, '').replace(/^\/data(?=\/|$)/, '');
      const node = model.find(model.root, nearestNode(model, pointer));
      const text = words(problem, model.context.lang);
      const placed = node?.placed || node?.parent?.placed;
      if (!node?.parent || !node.present || !placed) strays.push({ node: undefined, pointer, message: text });
      else if (node instanceof GroupNode) strays.push({ node, pointer, message: inFull(node, text) });
      else {
        node.told = node.told === undefined ? text : `${node.told} ${text}`;
        node.changed();
      }
    }
    model.summary.changed();
  });
  return strays;
}

/** Forgets what a server said. */
export function forgetTold(model: FormModel): void {
  for (const node of model.root.walk()) {
    if (node.told === undefined) continue;
    node.told = undefined;
    node.changed();
  }
}
