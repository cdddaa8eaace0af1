/**
 * FEEL expressions compiled once to closures. The library that gives FEEL its meaning parses at every evaluation; this
 * takes its syntax tree and does the ordinary cases itself. Whatever is not ordinary (a function it does not know, operands
 * that do not fit, dates) throws `NotOrdinary`, and the library evaluates the expression instead: the answer is the
 * same either way, only slower.
 */
import { parseExpression, parseUnaryTests } from 'feelin';
import { compareExact, minus } from '../fraction.ts';
import { functions } from './functions.ts';
import { OUTER, reader, type Scope, View } from './scope.ts';
import { arithmetic, compare, Day, equal, NotOrdinary, numeric, type Warnings } from './values.ts';

type Names = Record<string, unknown>;

/** What is seen at a place in an expression: iteration variables and filter items over the names of the scope. */
export interface Frame {
  names: Scope;
  outer?: Frame;
  warnings: Warnings;
}

type Run = (frame: Frame) => unknown;
type Tree = ReturnType<typeof parseExpression>;
type Syntax = Tree['topNode'];

/** A name with a hyphen or a blank is read by the names in scope, so it cannot be parsed without them. */
const DEPENDS_ON_NAMES = /[\p{L}\d_]-[\p{L}_]/u;

/** The expression as a function of a frame, or nothing where the library must do it. */
export function compileExpression(source: string): Run | undefined {
  return attempt(source, () =>
    new Compiler(source).child(readable(parseExpression(source, {}, undefined)), 0),
  );
}

/** A unary test as a function of a frame whose `?` is the input. */
export function compileUnaryTest(source: string): Run | undefined {
  return attempt(source, () => new Compiler(source).tests(readable(parseUnaryTests(source, {}, undefined))));
}

function attempt(source: string, compile: () => Run): Run | undefined {
  if (DEPENDS_ON_NAMES.test(source.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))) return undefined;
  try {
    return compile();
  } catch (error) {
    // Not ordinary, or not readable: the library says what is wrong with it.
    if (error instanceof NotOrdinary || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The tree of an expression without faults: the parser goes on past them, the library then says what they are. */
function readable(tree: Tree): Syntax {
  tree.iterate({
    enter({ type }) {
      if (type.isError) throw new NotOrdinary();
    },
  });
  return tree.topNode;
}

function children(node: Syntax): Syntax[] {
  const found: Syntax[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

class Compiler {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  text(node: Syntax): string {
    return this.source.slice(node.from, node.to);
  }

  child(node: Syntax, index: number): Run {
    const found = children(node)[index];
    if (!found) throw new NotOrdinary();
    return this.expression(found);
  }

  expression(node: Syntax): Run {
    const parts = children(node);
    switch (node.name) {
      case 'NumericLiteral':
        return this.number(node);
      case 'StringLiteral': {
        const value = JSON.parse(this.text(node)) as string;
        return () => value;
      }
      case 'BooleanLiteral': {
        const value = this.text(node) === 'true';
        return () => value;
      }
      case 'null':
      case 'NullLiteral':
        return () => null;
      case 'VariableName':
        return this.variable(this.text(node).replaceAll(/\s+/g, ' '));
      case '?':
        return this.variable('?');
      case 'ParenthesizedExpression':
        return this.child(node, 1);
      case 'PathExpression':
        return this.path(node);
      case 'FilterExpression':
        return this.filter(node);
      case 'ArithmeticExpression':
        return this.arithmetic(node);
      case 'Comparison':
        return this.comparison(node);
      case 'Conjunction':
        return this.junction(node, false);
      case 'Disjunction':
        return this.junction(node, true);
      case 'IfExpression': {
        const [condition, yes, no] = [this.child(node, 1), this.child(node, 3), this.child(node, 5)];
        return (frame) => {
          const answer = condition(frame);
          if (answer !== null && typeof answer !== 'boolean') throw new NotOrdinary();
          return answer ? yes(frame) : no(frame);
        };
      }
      case 'ForExpression':
        return this.loop(node);
      case 'QuantifiedExpression':
        return this.quantified(node);
      case 'FunctionInvocation':
        return this.invocation(node);
      case 'DateTimeLiteral':
        return this.date(node);
      case 'List': {
        const items = parts.filter(({ name }) => !'[],'.includes(name)).map((part) => this.expression(part));
        return (frame) => items.map((item) => item(frame));
      }
      case 'Context':
        return this.context(parts);
      default:
        throw new NotOrdinary();
    }
  }

  number(node: Syntax): Run {
    const value = Number(this.text(node).replaceAll(/\s+/g, ''));
    if (!Number.isFinite(value)) throw new NotOrdinary();
    return () => value;
  }

  variable(name: string): Run {
    const read = reader(name);
    const builtin = Object.hasOwn(functions, name);
    return (frame) => {
      for (let at: Frame | undefined = frame; at; at = at.outer) {
        for (let scope: Scope | undefined = at.names; scope; scope = scope[OUTER]) {
          const found = read(scope);
          if (found !== undefined) return found;
        }
      }
      if (builtin) throw new NotOrdinary();
      frame.warnings.push(`Variable '${name}' not found`);
      return null;
    };
  }

  path(node: Syntax): Run {
    const parts = children(node);
    const target = this.child(node, 0);
    const name = this.text(parts.at(-1) as Syntax);
    const read = reader(name);
    const step = (value: unknown, frame: Frame): unknown => {
      if (value === null) {
        frame.warnings.push(`Property '${name}' not found in 'null'`);
        return null;
      }
      if (typeof value !== 'object') throw new NotOrdinary();
      const isView = value instanceof View;
      if (!isView && Object.getPrototypeOf(value) !== Object.prototype) throw new NotOrdinary();
      const found = isView ? value.read(name) : read(value);
      if (found !== undefined) return found;
      frame.warnings.push(`Key '${name}' not found in '{...}'`);
      return null;
    };
    return (frame) => {
      const value = target(frame);
      return Array.isArray(value) ? value.map((item) => step(item ?? null, frame)) : step(value, frame);
    };
  }

  filter(node: Syntax): Run {
    const target = this.child(node, 0);
    const inner = children(node)[2] as Syntax;
    const test = this.expression(inner);
    const isNumber = inner.name === 'NumericLiteral';
    const isTruth = ['Comparison', 'Conjunction', 'Disjunction'].includes(inner.name);
    return (frame) => {
      const list = target(frame);
      if (!Array.isArray(list)) throw new NotOrdinary();
      // What a test gives is not seen on an empty list, and the library's answer depends on whether it is a number.
      if (list.length === 0 && !isNumber && !isTruth) throw new NotOrdinary();
      if (isNumber) {
        const place = Number(test(frame));
        if (place < 1) throw new NotOrdinary();
        return list[place - 1] ?? null;
      }
      return list.filter((item) => {
        if (item === null || item === undefined) throw new NotOrdinary();
        const names: Names = { item };
        const own = typeof item === 'object' && !Array.isArray(item) ? item : {};
        const answer = test({
          names: own as Names,
          outer: { names, outer: frame, warnings: frame.warnings },
          warnings: frame.warnings,
        });
        if (typeof answer !== 'boolean' && !(answer === null && inner.name === 'Comparison')) {
          throw new NotOrdinary();
        }
        return answer === true;
      });
    };
  }

  arithmetic(node: Syntax): Run {
    const parts = children(node);
    if (parts.length === 2) {
      const operand = this.child(node, 1);
      return (frame) => minus(0, numeric(operand(frame)));
    }
    const [left, right] = [this.child(node, 0), this.child(node, 2)];
    const operate = arithmetic[this.text(parts[1] as Syntax)];
    if (!operate) throw new NotOrdinary();
    return (frame) => operate(left(frame), right(frame));
  }

  comparison(node: Syntax): Run {
    const parts = children(node);
    const left = this.child(node, 0);
    const operator = parts[1] as Syntax;
    if (operator.name === 'between') {
      const [low, high] = [this.child(node, 2), this.child(node, 4)];
      return (frame) => {
        const [value, from, to] = [numeric(left(frame)), numeric(low(frame)), numeric(high(frame))];
        if (compareExact(from, to) > 0) throw new NotOrdinary();
        return compareExact(from, value) <= 0 && compareExact(value, to) <= 0;
      };
    }
    if (operator.name === 'in') return this.membership(left, parts);
    if (operator.name !== 'CompareOp') throw new NotOrdinary();
    const sign = this.text(operator);
    const right = this.child(node, 2);
    return (frame) => compare(sign, left(frame), right(frame), frame.warnings);
  }

  /** `x in ("a", "b")`: unary tests with the left side as their input. */
  membership(left: Run, parts: Syntax[]): Run {
    const list = parts.find(({ name }) => name === 'PositiveUnaryTests');
    if (!list) throw new NotOrdinary();
    const tests = children(list)
      .filter(({ name }) => name !== ',')
      .map((part) => this.test(part));
    return (frame) => {
      const names: Names = { '?': left(frame) };
      const inner: Frame = { names, outer: frame, warnings: frame.warnings };
      return tests.map((test) => test(inner)).includes(true);
    };
  }

  /** `date(x)` of an ISO date; times and durations are for the library. */
  date(node: Syntax): Run {
    const [kind, , parameters] = children(node);
    const isDate = kind !== undefined && this.text(kind) === 'date';
    if (!isDate || parameters?.name !== 'PositionalParameters' || children(parameters).length !== 1) {
      throw new NotOrdinary();
    }
    const value = this.child(parameters, 0);
    return (frame) => Day.from(value(frame));
  }

  /**
   * Three-valued `and` and `or`: the deciding value ends it, anything that is neither true nor false is unknown. What
   * stands behind a deciding value is not asked, so it gives no warning either.
   */
  junction(node: Syntax, deciding: boolean): Run {
    const [left, right] = [this.child(node, 0), this.child(node, 2)];
    return (frame) => {
      const first = left(frame);
      if (first === deciding) return deciding;
      const second = right(frame);
      if (second === deciding) return deciding;
      return first === !deciding && second === !deciding ? !deciding : null;
    };
  }

  loop(node: Syntax): Run {
    const { name, list } = this.iteration(children(node)[1] as Syntax);
    const body = this.child(node, 3);
    return (frame) =>
      list(frame)?.map((item) =>
        body({ names: { [name]: item ?? null }, outer: frame, warnings: frame.warnings }),
      ) ?? null;
  }

  quantified(node: Syntax): Run {
    const some = children(node)[0]?.name === 'some';
    const { name, list } = this.iteration(children(node)[1] as Syntax);
    const test = this.child(node, 3);
    return (frame) => {
      const items = list(frame);
      if (items === null) return null;
      const answers = items.map((item) =>
        test({ names: { [name]: item ?? null }, outer: frame, warnings: frame.warnings }),
      );
      if (answers.some((answer) => typeof answer !== 'boolean')) throw new NotOrdinary();
      return some ? answers.includes(true) : !answers.includes(false);
    };
  }

  /** One variable over one list, or over nothing; more are for the library. */
  iteration(node: Syntax): { name: string; list: (frame: Frame) => unknown[] | null } {
    const [first, second] = children(node);
    if (!first || second) throw new NotOrdinary();
    const [name, , over] = children(first);
    if (!name || !over || children(over).length !== 1) throw new NotOrdinary();
    const list = this.child(over, 0);
    return {
      name: this.text(name),
      list: (frame) => {
        const value = list(frame);
        if (value !== null && !Array.isArray(value)) throw new NotOrdinary();
        return value;
      },
    };
  }

  invocation(node: Syntax): Run {
    const [callee, , parameters] = children(node);
    if (callee?.name !== 'VariableName' || parameters?.name !== 'PositionalParameters')
      throw new NotOrdinary();
    const name = this.text(callee).replaceAll(/\s+/g, ' ');
    const args = children(parameters)
      .filter((part) => part.name !== ',')
      .map((part) => this.expression(part));
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const read = reader(name);
    return (frame) => {
      const given = new Array<unknown>(args.length);
      for (let index = 0; index < args.length; index++) given[index] = (args[index] as Run)(frame);
      for (let at: Frame | undefined = frame; at; at = at.outer) {
        for (let scope: Scope | undefined = at.names; scope; scope = scope[OUTER]) {
          const own = read(scope);
          if (own === undefined) continue;
          if (typeof own === 'function') return own(...given) ?? null;
          break;
        }
      }
      if (!known) throw new NotOrdinary();
      return known(...given);
    };
  }

  context(parts: Syntax[]): Run {
    const entries = parts
      .filter(({ name }) => name === 'ContextEntry')
      .map((entry): [string, Run] => {
        const [key, ...rest] = children(entry).filter(({ name }) => name !== ':');
        const text = this.text(key as Syntax);
        const value = rest.at(-1);
        if (!value) throw new NotOrdinary();
        return [text.startsWith('"') ? (JSON.parse(text) as string) : text, this.expression(value)];
      });
    return (frame) => {
      const names: Names = {};
      const inner: Frame = { names, outer: frame, warnings: frame.warnings };
      for (const [name, value] of entries) names[name] = value(inner);
      return names;
    };
  }

  tests(node: Syntax): Run {
    const parts = children(node).filter(({ name }) => name !== ',');
    if (parts.some(({ name }) => name === 'Wildcard' || name === '-')) return () => true;
    const list = parts
      .filter(({ name }) => !['not', '(', ')'].includes(name))
      .flatMap((part) => (part.name === 'PositiveUnaryTests' ? children(part) : [part]));
    const runs = list.filter(({ name }) => name !== ',').map((part) => this.test(part));
    if (parts[0]?.name !== 'not') return (frame) => runs.some((run) => run(frame) === true);
    return (frame) => {
      const answers = runs.map((run) => run(frame));
      // Not deciding is no reason to hold: `not(< 60)` says nothing of a missing age.
      return answers.includes(true) ? false : answers.includes(null) ? null : true;
    };
  }

  test(node: Syntax): Run {
    const parts = children(node);
    switch (node.name) {
      case 'PositiveUnaryTest':
      case 'SimplePositiveUnaryTest': {
        const [first, second] = parts;
        if (!first) throw new NotOrdinary();
        if (first.name === 'CompareOp') {
          if (!second) throw new NotOrdinary();
          const sign = this.text(first);
          const right = this.expression(second);
          const input = this.variable('?');
          return (frame) => compare(sign, input(frame), right(frame), frame.warnings);
        }
        return this.test(first);
      }
      case 'NumericLiteral':
      case 'StringLiteral': {
        const value = this.expression(node);
        const input = this.variable('?');
        return (frame) => equal(input(frame), value(frame)) === true;
      }
      case 'BooleanLiteral': {
        const value = this.expression(node);
        const input = this.variable('?');
        return (frame) => input(frame) === value(frame);
      }
      case 'null':
        return (
          (input) => (frame: Frame) =>
            input(frame) === null
        )(this.variable('?'));
      case 'Interval':
        return this.interval(parts);
      default:
        return this.expressionTest(node);
    }
  }

  /** `[1..5]`, `(1..5)`, `]1..5[`. */
  interval(parts: Syntax[]): Run {
    const [open, low, , high, close] = parts;
    if (!open || !low || !high || !close) throw new NotOrdinary();
    const above = this.text(open) === '[' ? '>=' : '>';
    const below = this.text(close) === ']' ? '<=' : '<';
    const [from, to, input] = [this.expression(low), this.expression(high), this.variable('?')];
    return (frame) => {
      const [value, least, most] = [input(frame), from(frame), to(frame)];
      if (least === null || most === null) throw new NotOrdinary();
      const first = compare(above, value, least, frame.warnings);
      const second = compare(below, value, most, frame.warnings);
      return first === null || second === null ? null : first && second;
    };
  }

  /** An expression in place of a test: it says whether it holds, or names the value or the values that fit. */
  expressionTest(node: Syntax): Run {
    const [expected, input] = [this.expression(node), this.variable('?')];
    return (frame) => {
      const value = expected(frame);
      if (typeof value === 'boolean') return value;
      if (typeof value === 'function') throw new NotOrdinary();
      const given = input(frame);
      if (!Array.isArray(value)) return equal(given, value) === true;
      return value.some((one) => equal(given, one ?? null) === true);
    };
  }
}
