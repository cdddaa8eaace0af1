import type { Json, JsonSchema, SchemaError } from '../types.ts';
import type { FormModel } from './form-model.ts';
import { pointerStep, valueAt } from './pointer.ts';

/** Of several errors at one place the first of these is told: it is what has to be mended first. */
const order = [
  'required',
  'dependentRequired',
  'type',
  'const',
  'enum',
  'oneOf',
  'anyOf',
  'format',
  'pattern',
];
/** Only says that a branch failed; the branch says how. */
const silent = new Set(['if']);

/** What a validator met with where it looked whether any item, or any name, fits. */
const attempts = /\/(contains|propertyNames)\//;

const rank = (error: SchemaError) => {
  const at = order.indexOf(error.keyword);
  return at < 0 ? order.length : at;
};

/** The place that an error is about: a missing property is wrong where it is missing. */
function pointerOf({ keyword, instancePath, params }: SchemaError): string {
  const name = keyword === 'required' || keyword === 'dependentRequired' ? params.missingProperty : undefined;
  return typeof name === 'string' ? instancePath + pointerStep(name) : instancePath;
}

/** One error for each place. What is inside a value that one widget shows counts as the widget's. */
export function errorsByPointer(model: FormModel, errors: readonly SchemaError[]): Map<string, SchemaError> {
  const found = new Map<string, SchemaError>();
  for (const error of errors) {
    if (silent.has(error.keyword) || attempts.test(error.schemaPath ?? '')) continue;
    const pointer = nearestNode(model, pointerOf(error));
    const other = found.get(pointer);
    if (other === undefined || rank(error) < rank(other)) found.set(pointer, error);
  }
  return found;
}

/** The pointer, shortened until a node is there. */
export function nearestNode(model: FormModel, pointer: string): string {
  let here = pointer;
  while (here !== '' && model.find(model.root, here) === undefined)
    here = here.slice(0, here.lastIndexOf('/'));
  return here;
}

type Check = (schema: JsonSchema, data: Json, path: string) => SchemaError[];

/**
 * Where a choice between shapes does not fit, a validator tells what every shape misses. A person has chosen one: only
 * what is wrong with that one is told, and that nothing was chosen where nothing was.
 */
export function errorsOfChosen(
  model: FormModel,
  errors: readonly SchemaError[],
  check: Check,
): readonly SchemaError[] {
  let told = errors;
  for (const group of model.groups) {
    if (!group.present || !group.attached) continue;
    const { pointer } = group;
    const union = group.unions.find((one) => group.open(one));
    const failed = (error: SchemaError) =>
      error.instancePath === pointer && (error.keyword === 'oneOf' || error.keyword === 'anyOf');
    const choice = told.find(failed);
    if (union === undefined || choice === undefined) continue;
    const data = valueAt(model.output, group.path) ?? {};
    const inside = ({ instancePath }: SchemaError) =>
      instancePath === pointer || instancePath.startsWith(`${pointer}/`);
    const own = check(group.schema, data, pointer).filter((error) => !failed(error));
    const alternative = union.alternatives[group.chosen(union) ?? -1];
    const missing = alternative === undefined ? [] : check(alternative, data, pointer);
    const found = [...own, ...missing];
    told = [
      ...told.filter((error) => !inside(error)),
      ...(alternative === undefined || found.length === 0 ? [choice] : []),
      ...found,
    ];
  }
  return told;
}
