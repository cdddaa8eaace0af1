/** Reading the tests in the cells of a table: what the input is compared with, and how. */
import { children, feelTree, type Node } from '../../feel/syntax.ts';

export interface CellReading {
  /** Expressions that the input is compared with: between two neighbours of their values nothing changes. */
  operands: string[];
  /** Whether the order of values matters, or only which they are. */
  ordered: boolean;
  /** The test computes with its input, so that its operands do not divide the values of the input. */
  opaque: boolean;
}

/** Reads a unary test. `undefined` where it cannot be read. */
export function readCell(test: string): CellReading | undefined {
  const tree = feelTree(test, 'test');
  if (tree === undefined) return undefined;
  const cell: CellReading = { operands: [], ordered: false, opaque: false };
  new Cell(test, cell).visit(tree);
  return cell;
}

const ordering = /^[<>]/;

class Cell {
  readonly #text: string;
  readonly #cell: CellReading;

  constructor(text: string, cell: CellReading) {
    this.#text = text;
    this.#cell = cell;
  }

  visit(node: Node): void {
    const parts = children(node);
    switch (node.name) {
      case 'UnaryTests':
      case 'PositiveUnaryTests':
        for (const part of parts) this.visit(part);
        break;
      case 'PositiveUnaryTest':
      case 'SimplePositiveUnaryTest':
        this.#test(parts);
        break;
      default:
    }
  }

  #test(parts: readonly Node[]): void {
    const [first, second] = parts;
    if (first === undefined) return;
    if (first.name === 'CompareOp') {
      if (ordering.test(this.#written(first))) this.#cell.ordered = true;
      if (second !== undefined) this.#operand(second);
    } else if (first.name === 'SimplePositiveUnaryTest') this.#test(children(first));
    else this.#expression(first);
  }

  /** A test written as an expression: `? > 3 and ? < line`, a list, a range, a value. */
  #expression(node: Node): void {
    const parts = children(node);
    switch (node.name) {
      case 'Interval':
        this.#cell.ordered = true;
        for (const part of parts.filter(isValue)) this.#operand(part);
        break;
      case 'Conjunction':
      case 'Disjunction':
        for (const part of [parts[0], parts[2]]) if (part !== undefined) this.#expression(part);
        break;
      case 'ParenthesizedExpression':
        if (parts[1] !== undefined) this.#expression(parts[1]);
        break;
      case 'FunctionInvocation':
        if (this.#written(parts[0]) === 'not') this.#negated(parts[2]);
        else this.#operand(node);
        break;
      case 'Comparison':
        this.#comparison(parts);
        break;
      default:
        this.#operand(node);
    }
  }

  #negated(parameters: Node | undefined): void {
    for (const part of parameters === undefined ? [] : children(parameters)) {
      if (part.name !== ',') this.#expression(part);
    }
  }

  #comparison(parts: readonly Node[]): void {
    const [first, operator, ...rest] = parts;
    if (first === undefined || operator === undefined) return;
    const sides = [first, ...rest];
    if (!sides.some((side) => side.name === '?')) {
      for (const side of sides.filter(isValue)) this.#operand(side);
      return;
    }
    const sign = this.#written(operator);
    if (ordering.test(sign) || sign === 'between') this.#cell.ordered = true;
    for (const side of sides) {
      if (side.name === '?') continue;
      if (side.name.endsWith('UnaryTests')) this.visit(side);
      else if (side.name === 'PositiveUnaryTest') this.#test(children(side));
      else if (isValue(side)) this.#operand(side);
    }
  }

  #operand(node: Node): void {
    if (this.#reads(node)) this.#cell.opaque = true;
    else this.#cell.operands.push(this.#written(node));
  }

  /** Whether a part computes with the input. */
  #reads(node: Node): boolean {
    return node.name === '?' || children(node).some((part) => this.#reads(part));
  }

  #written(node: Node | undefined): string {
    return node === undefined ? '' : this.#text.slice(node.from, node.to);
  }
}

/** Brackets, commas and words between the values. */
const isValue = ({ name }: Node): boolean => !/^(?:[[\]().,]|\.\.|and|in|between)+$/.test(name);
