/** What the names of a programme may be. */

import type { Json } from '../feel.ts';
import type { Parameter } from '../types.ts';
import type { Context } from './context.ts';
import type { Shapes } from './values/infer.ts';
import { schemaShape } from './values/schema-shape.ts';
import { anything, numbersIn, type Shape, textsOf, truth, union } from './values/shape.ts';

const fieldsOf = (fields: Record<string, Shape>, other?: Shape): Shape => ({
  null: 'no',
  fields: (name) => (Object.hasOwn(fields, name) ? fields[name] : other),
});

/** The shapes that the expressions of a programme see. */
export function shapesOf({ programme, names, reading }: Context): Shapes {
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
