/** What a FEEL expression may give, told from what the names in it may be. */
import { children, feelTree, type Node } from '../../feel/syntax.ts';
import {
  anything,
  arithmeticRange,
  eitherNull,
  extreme,
  fieldOf,
  type Maybe,
  nothing,
  numbersIn,
  type Range,
  type Shape,
  sumRange,
  textsOf,
  truth,
  union,
  withNull,
} from './shape.ts';

/** What names may be; a name that is missing may be anything. */
export type Shapes = Readonly<Record<string, Shape>>;

/**
 * The shape of what an expression gives. Paths that an `if` has found not to be null are not null inside it.
 *
 * @param names example of names with hyphens, as for `readFeel`
 */
export function infer(text: string, shapes: Shapes, names: Record<string, unknown> = {}): Shape {
  const tree = feelTree(text, 'expression', names);
  const [root] = tree === undefined ? [] : children(tree);
  return root === undefined ? anything : new Inference(text).of(root, { shapes, there: new Set() });
}

interface Frame {
  shapes: Shapes;
  /** Paths, as written, that are not null here. */
  there: ReadonlySet<string>;
}

class Inference {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  of(node: Node, frame: Frame): Shape {
    const shape = this.#shape(node, frame);
    return frame.there.has(this.#written(node)) ? withNull(shape, 'no') : shape;
  }

  #written(node: Node): string {
    return this.#text.slice(node.from, node.to).replaceAll(/\s+/g, ' ');
  }

  #part(node: Node, index: number, frame: Frame): Shape {
    const part = children(node)[index];
    return part === undefined ? anything : this.of(part, frame);
  }

  #shape(node: Node, frame: Frame): Shape {
    switch (node.name) {
      case 'NumericLiteral': {
        const value = Number(this.#written(node));
        return numbersIn({ min: value, max: value, whole: Number.isInteger(value) });
      }
      case 'StringLiteral':
        return textsOf({ values: [unquoted(this.#written(node))] });
      case 'BooleanLiteral':
        return { null: 'no', booleans: [this.#written(node) === 'true'] };
      case 'null':
      case 'NullLiteral':
        return nothing;
      case 'VariableName': {
        const name = this.#written(node);
        return Object.hasOwn(frame.shapes, name) ? (frame.shapes[name] ?? anything) : anything;
      }
      case 'ParenthesizedExpression':
        return this.#part(node, 1, frame);
      case 'PathExpression': {
        const name = children(node).at(-1);
        return fieldOf(this.#part(node, 0, frame), name === undefined ? '' : this.#written(name));
      }
      case 'FilterExpression':
        return this.#filter(node, frame);
      case 'ArithmeticExpression':
        return this.#arithmetic(node, frame);
      case 'Comparison':
        return this.#comparison(node, frame);
      case 'Conjunction':
      case 'Disjunction':
        return this.#junction(node, frame);
      case 'IfExpression':
        return this.#choice(node, frame);
      case 'ForExpression':
        return this.#loop(node, frame);
      case 'QuantifiedExpression':
      case 'InstanceOfExpression':
        return truth;
      case 'FunctionInvocation':
        return this.#call(node, frame);
      case 'List': {
        const items = children(node).filter(({ name }) => !'[],'.includes(name));
        return { null: 'no', list: items.map((item) => this.of(item, frame)).reduce(union, nothingYet) };
      }
      case 'Context':
        return this.#context(node, frame);
      default:
        return anything;
    }
  }

  #filter(node: Node, frame: Frame): Shape {
    const list = this.#part(node, 0, frame);
    const inner = children(node)[2];
    if (inner?.name !== 'NumericLiteral') return list;
    // Whether there is a first one depends on what the list holds.
    return list.list === undefined ? anything : withNull(list.list, 'open');
  }

  #arithmetic(node: Node, frame: Frame): Shape {
    const [first, second, third] = children(node);
    if (third === undefined) {
      const operand = second === undefined ? anything : this.of(second, frame);
      const numbers = arithmeticRange('-', { min: 0, max: 0, whole: true }, operand.numbers ?? {});
      return { null: operand.null, numbers };
    }
    const left = first === undefined ? anything : this.of(first, frame);
    const right = this.of(third, frame);
    const isNull = eitherNull(left, right);
    if (left.any || right.any) return { null: isNull, any: true };
    if (left.texts && right.texts && !left.numbers) return { null: isNull, texts: {} };
    if (!left.numbers || !right.numbers) return { null: 'open', any: true };
    const sign = second === undefined ? '' : this.#written(second);
    return {
      null: sign === '/' ? 'open' : isNull,
      numbers: arithmeticRange(sign, left.numbers, right.numbers),
    };
  }

  #comparison(node: Node, frame: Frame): Shape {
    const [first, operator, third, , fifth] = children(node);
    const sign = operator === undefined ? '' : this.#written(operator);
    if (sign === '=' || sign === '!=' || sign === 'in') return truth;
    const operands = [first, third, ...(sign === 'between' ? [fifth] : [])].map((part) =>
      part === undefined ? anything : this.of(part, frame),
    );
    return withNull(truth, comparedNull(operands));
  }

  #junction(node: Node, frame: Frame): Shape {
    const [first, , third] = children(node);
    if (first === undefined || third === undefined) return anything;
    const goesOn = node.name === 'Conjunction';
    const right = this.of(third, { ...frame, there: this.#known(first, goesOn, frame.there) });
    return withNull(truth, eitherNull(this.of(first, frame), right));
  }

  #choice(node: Node, frame: Frame): Shape {
    const [, condition, , yes, , no] = children(node);
    if (condition === undefined || yes === undefined || no === undefined) return anything;
    return union(
      this.of(yes, { ...frame, there: this.#known(condition, true, frame.there) }),
      this.of(no, { ...frame, there: this.#known(condition, false, frame.there) }),
    );
  }

  /** The paths that are not null once a condition has turned out true (or has not). */
  #known(node: Node, holds: boolean, there: ReadonlySet<string>): ReadonlySet<string> {
    const parts = children(node);
    const [first, second, third] = parts;
    if (node.name === 'ParenthesizedExpression' && second !== undefined)
      return this.#known(second, holds, there);
    if (first === undefined || third === undefined) return there;
    if (node.name === (holds ? 'Conjunction' : 'Disjunction')) {
      return this.#known(third, holds, this.#known(first, holds, there));
    }
    if (node.name !== 'Comparison' || second?.name !== 'CompareOp') return there;
    const sign = this.#written(second);
    const withNothing = third.name === 'null' || third.name === 'NullLiteral';
    if (withNothing && sign === (holds ? '!=' : '=')) return new Set([...there, this.#written(first)]);
    // Nothing else than a value is equal to one, above it or below it.
    if (!withNothing && holds && sign !== '!=') return new Set([...there, this.#written(first)]);
    return there;
  }

  #loop(node: Node, frame: Frame): Shape {
    const [, iterations, , body] = children(node);
    if (iterations === undefined || body === undefined) return anything;
    let isNull: Maybe = 'no';
    let shapes = frame.shapes;
    for (const iteration of children(iterations)) {
      const [name, , over] = children(iteration);
      const [inner] = over === undefined ? [] : children(over);
      if (name === undefined || inner === undefined) continue;
      const list = this.of(inner, { ...frame, shapes });
      isNull = eitherNull({ null: isNull }, list);
      shapes = { ...shapes, [this.#written(name)]: list.list ?? anything };
    }
    return { null: isNull, list: this.of(body, { ...frame, shapes }) };
  }

  #context(node: Node, frame: Frame): Shape {
    let shapes = frame.shapes;
    const found: Record<string, Shape> = {};
    for (const entry of children(node).filter(({ name }) => name === 'ContextEntry')) {
      const [key, ...rest] = children(entry);
      const value = rest.at(-1);
      if (key === undefined || value === undefined) continue;
      const name = unquoted(this.#written(key));
      const shape = this.of(value, { ...frame, shapes });
      found[name] = shape;
      shapes = { ...shapes, [name]: shape };
    }
    return { null: 'no', fields: (name) => (Object.hasOwn(found, name) ? found[name] : undefined) };
  }

  #call(node: Node, frame: Frame): Shape {
    const [callee, , parameters] = children(node);
    if (callee === undefined) return anything;
    const args = (parameters === undefined ? [] : children(parameters))
      .filter(({ name }) => name !== ',')
      .map((part) => this.of(part, frame));
    return called(this.#written(callee), args);
  }
}

/** Of a list without items: what joins with everything. */
const nothingYet: Shape = { null: 'no' };

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('\\"', '"') : text;

/** Two values are ordered when both are there and of one kind. */
function comparedNull(operands: readonly Shape[]): Maybe {
  const isNull = eitherNull(...operands);
  if (isNull !== 'no') return isNull;
  const numeric = operands.every((shape) => shape.numbers && !shape.texts && !shape.any);
  const textual = operands.every((shape) => shape.texts && !shape.numbers && !shape.any);
  return numeric || textual ? 'no' : 'open';
}

const rangeOf = ({ numbers, any }: Shape): Range => (any ? {} : (numbers ?? {}));

/** What the functions of FEEL give. What a list holds may spoil a sum, so null is open there. */
function called(name: string, args: readonly Shape[]): Shape {
  const [first = anything] = args;
  switch (name) {
    case 'count':
    case 'string length':
      return { null: first.null, numbers: { min: 0, whole: true } };
    case 'max':
    case 'min': {
      const ranges = first.list === undefined ? args.map(rangeOf) : [rangeOf(first.list)];
      return { null: numericNull(args), numbers: extreme(name, ranges) };
    }
    case 'floor':
    case 'ceiling':
      return { null: numericNull(args), numbers: { ...rangeOf(first), whole: true } };
    case 'sum':
      return {
        null: numericNull(args),
        numbers: first.list === undefined ? {} : sumRange(rangeOf(first.list)),
      };
    case 'abs':
    case 'number':
    case 'round half up':
    case 'modulo':
      return { null: numericNull(args), numbers: {} };
    case 'not':
      return withNull(truth, first.null);
    case 'list contains':
    case 'contains':
    case 'starts with':
    case 'ends with':
    case 'matches':
      return withNull(truth, eitherNull(...args));
    case 'string':
    case 'substring':
    case 'upper case':
    case 'lower case':
    case 'replace':
      return { null: first.null, texts: {} };
    case 'distinct values':
    case 'concatenate':
    case 'append':
    case 'reverse':
      return { null: first.null, list: args.map((arg) => arg.list ?? anything).reduce(union, nothingYet) };
    default:
      return anything;
  }
}

const numericNull = (args: readonly Shape[]): Maybe => {
  const isNull = eitherNull(...args);
  const items = args.map((arg) => arg.list).filter((list) => list !== undefined);
  return isNull === 'no' && items.some((item) => item.null !== 'no') ? 'open' : isNull;
};
