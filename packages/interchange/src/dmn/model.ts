/** The decisions of a model: which have a table, which are values, and what needs what. */
import { listOf, type ModdleElement, partOf } from '../moddle.ts';

export class DmnModel {
  readonly elements: readonly ModdleElement[];
  readonly decisions: readonly ModdleElement[];
  readonly #byId = new Map<string, ModdleElement>();

  constructor(definitions: ModdleElement) {
    this.elements = listOf(definitions, 'drgElement');
    this.decisions = this.elements.filter(({ $type }) => $type === 'dmn:Decision');
    for (const element of this.elements) this.#byId.set(element.id ?? '', element);
  }

  /** Decisions that another requires. */
  required(decision: ModdleElement): ModdleElement[] {
    return listOf(decision, 'informationRequirement').flatMap((requirement) => {
      const href = String(partOf(requirement, 'requiredDecision')?.href ?? '');
      return this.#byId.get(href.replace(/^.*#/, '')) ?? [];
    });
  }

  /** The decision that adds up the rows of a table that collects, as `toDmn` writes it. */
  sumOf(decision: ModdleElement): ModdleElement | undefined {
    return this.decisions.find(
      (one) =>
        `${one.id}.rows` === decision.id &&
        logicOf(one)?.$type === 'dmn:Context' &&
        this.required(one)[0] === decision,
    );
  }

  /**
   * The literal expressions that a decision needs, also through one another, each after those that it needs itself; those
   * that do not need each other as they stand in the file.
   */
  valuesOf(decision: ModdleElement): ModdleElement[] {
    const needed = new Set<ModdleElement>();
    const open = [...this.required(decision)];
    for (const element of open) {
      if (needed.has(element) || !isValue(element)) continue;
      needed.add(element);
      open.push(...this.required(element));
    }
    // A value of `toDmn` that nothing reads is linked to nothing.
    for (const one of this.decisions) if (isOwn(one, decision) && isValue(one)) needed.add(one);
    return this.#inOrder(this.decisions.filter((one) => needed.has(one)));
  }

  /** In a circle of values, which no evaluator can compute either, the order is that of the file. */
  #inOrder(values: readonly ModdleElement[]): ModdleElement[] {
    const placed: ModdleElement[] = [];
    let left = [...values];
    while (left.length > 0) {
      const ready = left.find((one) => this.required(one).every((other) => !left.includes(other)));
      const next = ready ?? (left[0] as ModdleElement);
      placed.push(next);
      left = left.filter((one) => one !== next);
    }
    return placed;
  }
}

const isOwn = ({ id = '' }: ModdleElement, decision: ModdleElement): boolean =>
  ['.let.', '.input.'].some((part) => id.startsWith(`${ruleId(decision)}${part}`));

/** The id of the rule that a table of `toDmn` belongs to. */
export const ruleId = ({ id = '' }: ModdleElement): string => id.replace(/\.rows$/, '');

export const logicOf = (decision: ModdleElement): ModdleElement | undefined =>
  partOf(decision, 'decisionLogic');

export const tableOf = (decision: ModdleElement): ModdleElement | undefined => {
  const logic = logicOf(decision);
  return logic?.$type === 'dmn:DecisionTable' ? logic : undefined;
};

export const isValue = (element: ModdleElement): boolean =>
  logicOf(element)?.$type === 'dmn:LiteralExpression';
