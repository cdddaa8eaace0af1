import { nearestNode } from '../model/errors.ts';
import type { FormModel } from '../model/form-model.ts';
import { GroupNode } from '../model/group-node.ts';
import { batch } from '../model/subject.ts';
import type { FieldProblem } from '../types.ts';

const words = ({ detail, title, hint, code }: FieldProblem, lang: string): string =>
  [detail ?? title ?? (hint === undefined ? code : undefined), hint]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ');

/**
 * Shows a server's problems at their places. `/data` in front of a pointer is the envelope of the request.
 * Returns the words of those that have no place on the page.
 */
export function tellProblems(model: FormModel, problems: readonly FieldProblem[]): string[] {
  const strays: string[] = [];
  batch(() => {
    forgetTold(model);
    for (const problem of problems) {
      const pointer = (problem.pointer ?? '').replace(/^#/, '').replace(/^\/data(?=\/|$)/, '');
      const node = model.find(model.root, nearestNode(model, pointer));
      const text = words(problem, model.context.lang);
      if (node === undefined || node instanceof GroupNode || !node.present || !node.placed) strays.push(text);
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
