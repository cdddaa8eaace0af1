/** Reading FEEL expressions without evaluating them: where they are wrong, and what they refer to. */
import { parseExpression, parseUnaryTests } from 'feelin';

type Tree = ReturnType<typeof parseExpression>;

/** A part of an expression: `name` is its kind, `from` and `to` are its place in the text. */
export type Node = Tree['topNode'];

/** `application.members[item.x > 1].name` refers to `['application', 'members', 'name']` and, inside, to its parts. */
export interface Reference {
  path: string[];
  /** The name is called as a function. */
  called: boolean;
  /** It stands in a filter, where a bare name may be a property of the filtered item. */
  filtered: boolean;
}

export interface FeelFault {
  /** Characters before the fault. */
  offset: number;
  /** What stands there; empty when the expression ends too early. */
  near: string;
}

export interface FeelReading {
  fault: FeelFault | undefined;
  references: Reference[];
  /**
   * Largest number of turns that ranges written in numbers ask of a `for`, `some` or `every`; those within each other
   * multiply.
   */
  turns: number;
}

/**
 * Reads an expression, or a unary test.
 *
 * @param names what it may see, as an example: names with hyphens are only read as such when they are known
 */
export function readFeel(
  text: string,
  kind: 'expression' | 'test' = 'expression',
  names: Record<string, unknown> = {},
): FeelReading {
  const tree = (kind === 'test' ? parseUnaryTests : parseExpression)(text, names, undefined);
  const fault = firstFault(tree, text);
  const walk = new Walk(text);
  if (fault === undefined) walk.visit(tree.topNode, new Set(), false);
  return { fault, references: walk.references, turns: walk.turns };
}

/** What an expression refers to; undefined where it cannot be read. */
export function referencesOf(text: string): Reference[] | undefined {
  const { fault, references } = readFeel(text);
  return fault === undefined ? references : undefined;
}

/** The root of the syntax tree of an expression, or of a unary test; undefined where it cannot be read. */
export function feelTree(
  text: string,
  kind: 'expression' | 'test' = 'expression',
  names: Record<string, unknown> = {},
): Node | undefined {
  const tree = (kind === 'test' ? parseUnaryTests : parseExpression)(text, names, undefined);
  return firstFault(tree, text) === undefined ? tree.topNode : undefined;
}

/** Signs of other languages and of a Chinese keyboard, which the reader takes for parts of names or for nothing. */
const FOREIGN = /"(?:[^"\\]|\\.)*"|(===?|!==|=>|=<|&&|\|\||[（）＞＜＝，；：［］｛｝＋])/g;

function foreignSign(text: string): FeelFault | undefined {
  for (const { 1: sign, index } of text.matchAll(FOREIGN)) if (sign) return { offset: index, near: sign };
  return undefined;
}

function firstFault(tree: Tree, text: string): FeelFault | undefined {
  let fault = foreignSign(text);
  tree.iterate({
    enter({ type, from, to }) {
      if (type.isError && fault === undefined) {
        const near = from === to ? text.slice(from).trim().slice(0, 20) : text.slice(from, to);
        fault = { offset: from, near };
      }
    },
  });
  return fault;
}

class Walk {
  readonly references: Reference[] = [];
  turns = 0;
  /** Turns of the iterations around. */
  #around = 1;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param bound names that the expression itself brings along here */
  visit(node: Node, bound: ReadonlySet<string>, filtered: boolean): void {
    switch (node.name) {
      case 'VariableName':
      case 'PathExpression':
      case 'FilterExpression':
        this.#path(node, bound, filtered, false);
        break;
      case 'FunctionInvocation': {
        const [head, ...rest] = children(node);
        if (head !== undefined) this.#path(head, bound, filtered, true);
        for (const child of rest) this.visit(child, bound, filtered);
        break;
      }
      case 'ForExpression':
      case 'QuantifiedExpression':
        this.#iteration(node, bound, filtered);
        break;
      case 'FunctionDefinition':
      case 'Context':
        this.#naming(node, bound, filtered);
        break;
      // Names of keys, parameters and types refer to nothing.
      case 'Key':
      case 'ParameterName':
      case 'FormalParameters':
      case 'Type':
        break;
      default:
        for (const child of children(node)) this.visit(child, bound, filtered);
    }
  }

  #path(node: Node, bound: ReadonlySet<string>, filtered: boolean, called: boolean): void {
    const names: string[] = [];
    let base: Node | null = node;
    for (;;) {
      if (base.name === 'PathExpression') {
        const [left, ...rest]: Node[] = children(base);
        const name = rest.find((child) => child.name === 'PathName');
        if (left === undefined || name === undefined) break;
        names.unshift(this.#written(name));
        base = left;
      } else if (base.name === 'FilterExpression') {
        const [left, ...inside]: Node[] = children(base);
        if (left === undefined) break;
        for (const child of inside) this.visit(child, new Set([...bound, 'item', 'partial']), true);
        base = left;
      } else break;
    }
    if (base.name !== 'VariableName') {
      // What is filtered may be a call: flatten(lists)[count > 1].
      for (const child of base === node ? children(base) : [base]) this.visit(child, bound, filtered);
      return;
    }
    const root = this.#written(base);
    if (!bound.has(root)) this.references.push({ path: [root, ...names], called, filtered });
  }

  #iteration(node: Node, bound: ReadonlySet<string>, filtered: boolean): void {
    const names = new Set(bound);
    const around = this.#around;
    for (const child of children(node)) {
      if (child.name !== 'InExpressions') {
        this.visit(child, new Set([...names, 'partial']), filtered);
        continue;
      }
      for (const part of children(child)) {
        const [name, ...rest] = children(part);
        for (const inner of rest) {
          this.#measure(inner);
          this.visit(inner, names, filtered);
        }
        if (name !== undefined) names.add(this.#written(name));
      }
    }
    this.#around = around;
  }

  #measure(range: Node): void {
    const [from, to] =
      /^\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*$/.exec(this.#written(range))?.slice(1).map(Number) ?? [];
    if (from === undefined || to === undefined) return;
    this.#around *= Math.abs(to - from) + 1;
    this.turns = Math.max(this.turns, this.#around);
  }

  #naming(node: Node, bound: ReadonlySet<string>, filtered: boolean): void {
    const names = new Set(bound);
    const collect = (child: Node): void => {
      if (child.name === 'Name') names.add(this.#written(child));
      for (const inner of children(child)) collect(inner);
    };
    for (const child of children(node)) {
      if (child.name === 'FormalParameters') collect(child);
      else {
        this.visit(child, names, filtered);
        // An entry of a context is visible in those after it.
        const key = child.name === 'ContextEntry' ? children(child)[0] : undefined;
        if (key !== undefined) names.add(this.#written(key).replace(/^"(.*)"$/, '$1'));
      }
    }
  }

  #written(node: Node): string {
    return this.#text.slice(node.from, node.to).replaceAll(/\s+/g, ' ');
  }
}

/** The parts of a part, in the order of the text. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}
