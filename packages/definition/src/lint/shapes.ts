/** What the names of a programme may be. */

import type { Json } from '../feel.ts';
import { recordsConnector } from '../parse/check-steps.ts';
import type { Parameter } from '../types.ts';
import type { Context } from './context.ts';
import { infer, type Shapes } from './values/infer.ts';
import { schemaShape } from './values/schema-shape.ts';
import { anything, numbersIn, type Shape, textsOf, truth, union } from './values/shape.ts';

const fieldsOf = (fields: Record<string, Shape>, other?: Shape): Shape => ({
  null: 'no',
  fields: (name) => (Object.hasOwn(fields, name) ? fields[name] : other),
});

/** The shapes that the expressions of a programme see. */
export function shapesOf(context: Context): Shapes {
  const { programme, names, reading } = context;
  const forms = Object.entries(reading.forms).map(([id, { schema }]) => [id, schemaShape(schema)] as const);
  const parameters = Object.fromEntries(
    Object.entries(programme.parameters ?? {}).map(([id, parameter]) => [id, parameterShape(parameter)]),
  );
  const answers: Shape = fieldsOf({ result: textsOf({ values: ['pass', 'fail', 'unknown'] }) }, anything);
  const checks = Object.fromEntries(names.checks.map((id) => [id, { ...answers, null: 'open' as const }]));
  const count = numbersIn({ min: 0, whole: true });
  return {
    ...Object.fromEntries(forms),
    // In a rule parameters are visible by their bare ids, too.
    ...parameters,
    parameters: fieldsOf(parameters),
    checks: fieldsOf(checks, anything),
    case: fieldsOf({ registered: count, complaints: count, delegated: truth }, anything),
    today: textsOf({ dates: true }),
  };
}

/** The shapes that a rule sees besides: what a connector answers, and what the case is an item of. */
export function ruleShapes(rule: string, context: Context, shapes: Shapes): Shapes {
  const asking = context.steps.flatMap((step) => (step.kind === 'check' && step.rule === rule ? [step] : []));
  if (asking.length === 0) return shapes;
  const register = asking.every(({ connector }) => connector === recordsConnector);
  const item = asking.map(({ id }) => itemShape(context.procedureOf(id).each, context, shapes)).reduce(union);
  return { ...shapes, item, ...(register ? { answer: records } : {}) };
}

/** The register of records answers with what it holds, and how many that is. */
const records: Shape = fieldsOf({ count: numbersIn({ min: 0, whole: true }) }, anything);

/** What a case sees as item that a step opens for each of a list. A case that opens by itself sees what nobody knows. */
function itemShape(each: string | undefined, { steps, names }: Context, shapes: Shapes): Shape {
  const step = steps.find(({ id }) => id === each);
  if (step?.kind !== 'each') return anything;
  const listed = step.items === undefined ? [] : [infer(step.items, shapes, names.example).list ?? anything];
  const enrolled = step.enrol === undefined ? [] : [shapes[step.enrol.form] ?? anything];
  return [...listed, ...enrolled].reduce(union);
}

/** What lies between the values of a parameter is told by itself; here it is taken to have one. */
function parameterShape({ values }: Parameter): Shape {
  return values.map(({ value }) => valueShape(value as Json)).reduce(union);
}

function valueShape(value: Json): Shape {
  if (typeof value === 'number') return numbersIn({ min: value, max: value, whole: Number.isInteger(value) });
  if (typeof value === 'string') return textsOf({ values: [value] });
  if (Array.isArray(value)) return { null: 'no', list: value.map(valueShape).reduce(union, { null: 'no' }) };
  return anything;
}
