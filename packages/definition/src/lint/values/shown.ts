/** What an expression shows of what it reads: `if a.b then a.c else "x"` shows `a.c`, and only asks about `a.b`. */
import { children, feelTree, type Node } from '../../feel/syntax.ts';

/**
 * Paths whose values may come out of an expression, names that it brings along replaced by what they stand for.
 * Numbers that are computed from others show none of them.
 *
 * @param wanted the part of the value that is asked for, by names of fields; all of it when empty
 */
export function shownPaths(
  text: string,
  wanted: readonly string[] = [],
  names: Record<string, unknown> = {},
): string[][] {
  const tree = feelTree(text, 'expression', names);
  const [root] = tree === undefined ? [] : children(tree);
  return new Shown(text).of(root, wanted, new Map());
}

type Paths = string[][];

/** Names that the expression brings along, with the paths of what is asked for of them. */
type Bound = ReadonlyMap<string, (wanted: readonly string[]) => Paths>;

/** Functions that tell something about their arguments, or compute with them, and never give them. */
const asking = new Set([
  ...['count', 'not', 'list contains', 'contains', 'starts with', 'ends with', 'matches', 'string length'],
  ...['index of', 'all', 'any', 'is defined', 'sum', 'mean', 'median', 'product', 'floor', 'ceiling', 'abs'],
  ...[
    'modulo',
    'round half up',
    'round half down',
    'round up',
    'round down',
    'sqrt',
    'years and months duration',
  ],
]);

class Shown {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  of(node: Node | undefined, wanted: readonly string[], bound: Bound): Paths {
    if (node === undefined) return [];
    const parts = children(node);
    switch (node.name) {
      case 'VariableName': {
        const name = this.#written(node);
        return bound.get(name)?.(wanted) ?? [[name, ...wanted]];
      }
      case 'PathExpression':
        return this.of(parts[0], [this.#written(parts.at(-1)), ...wanted], bound);
      case 'FilterExpression':
        return this.of(parts[0], wanted, bound);
      case 'Comparison':
      case 'Conjunction':
      case 'Disjunction':
      case 'QuantifiedExpression':
      case 'InstanceOfExpression':
        return [];
      case 'ArithmeticExpression':
        // Only texts are joined so that each can be seen.
        return parts[1]?.name === 'ArithOp' && this.#written(parts[1]) === '+'
          ? [...this.of(parts[0], wanted, bound), ...this.of(parts[2], wanted, bound)]
          : [];
      case 'IfExpression':
        return [...this.of(parts[3], wanted, bound), ...this.of(parts[5], wanted, bound)];
      case 'ForExpression':
        return this.#loop(parts, wanted, bound);
      case 'FunctionInvocation':
        return this.#call(parts, wanted, bound);
      case 'Context':
        return this.#context(parts, wanted, bound);
      default:
        return parts.flatMap((part) => this.of(part, wanted, bound));
    }
  }

  #loop(parts: readonly Node[], wanted: readonly string[], outer: Bound): Paths {
    const bound = new Map(outer);
    for (const iteration of parts[1] === undefined ? [] : children(parts[1])) {
      const [name, , over] = children(iteration);
      const seen = new Map(bound);
      bound.set(this.#written(name), (fields) => this.of(over, fields, seen));
    }
    return this.of(parts[3], wanted, bound);
  }

  #call(parts: readonly Node[], wanted: readonly string[], bound: Bound): Paths {
    const name = this.#written(parts[0]);
    if (asking.has(name)) return [];
    const [part, ...rest] = wanted;
    if (name !== 'get entries' || part === undefined) return this.of(parts[2], wanted, bound);
    return part === 'value' ? this.of(parts[2], rest, bound) : [];
  }

  #context(parts: readonly Node[], wanted: readonly string[], outer: Bound): Paths {
    const bound = new Map(outer);
    const [field, ...rest] = wanted;
    const found: Paths = [];
    for (const entry of parts.filter(({ name }) => name === 'ContextEntry')) {
      const inner = children(entry);
      const name = this.#written(inner[0]).replaceAll(/^"|"$/g, '');
      const seen = new Map(bound);
      if (field === undefined || field === name) found.push(...this.of(inner.at(-1), rest, seen));
      bound.set(name, (fields) => this.of(inner.at(-1), fields, seen));
    }
    return found;
  }

  #written(node: Node | undefined): string {
    return node === undefined ? '' : this.#text.slice(node.from, node.to).replaceAll(/\s+/g, ' ');
  }
}
