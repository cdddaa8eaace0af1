import type { SchemaError } from '../types.ts';
import type { FormModel } from './form-model.ts';
import { pointerStep } from './pointer.ts';

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
    if (silent.has(error.keyword)) continue;
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
