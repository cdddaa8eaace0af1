import type { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import type { SectionNode } from '../model/section-node.ts';
import type { Layout } from '../types.ts';

/** What is asked on one page of a form in steps. */
export class Step {
  /** The heading, in the words of the layout. */
  readonly title: string | undefined;
  readonly sections: readonly SectionNode[];

  constructor(title: string | undefined, sections: readonly SectionNode[]) {
    this.title = title;
    this.sections = sections;
  }

  /** Whether there is anything to ask in it. */
  get present(): boolean {
    return this.sections.some((section) => section.present);
  }

  /** Every place in it. */
  *nodes(): Generator<FormNode> {
    for (const { entries } of this.sections) {
      for (const entry of entries) {
        if ('node' in entry) yield* entry.node.walk();
        else if ('union' in entry) yield entry.group;
      }
    }
  }

  holds(node: FormNode): boolean {
    for (const inner of this.nodes()) if (inner === node) return true;
    return false;
  }
}

/** The steps of a layout. Sections that no step names come in one of their own at the end; names of none are passed over. */
export function stepsOf(model: FormModel, { steps }: Layout): Step[] {
  const { sections } = model;
  if (steps === undefined) return [new Step(undefined, sections)];
  if (steps === 'sections') return sections.map((section) => new Step(section.spec?.title, [section]));
  const named = new Set(steps.flatMap((step) => step.sections));
  const rest = sections.filter((section) => !named.has(section.spec?.id ?? ''));
  const found = steps.map(
    ({ title, sections: ids }) =>
      new Step(
        title,
        ids.flatMap((id) => sections.find((section) => section.spec?.id === id) ?? []),
      ),
  );
  return rest.length === 0 ? found : [...found, new Step(rest[0]?.spec?.title, rest)];
}
