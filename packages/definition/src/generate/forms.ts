/** The schemas of the language as the two generators want them. */
import type { JsonSchema } from '../types.ts';

type Change = (schema: JsonSchema, root: JsonSchema) => JsonSchema;

/**
 * For types: without what they cannot say or say twice. Words beside a reference would give its type a second name,
 * and a choice of required keys makes a type that is good for nothing.
 */
export const forTypes = (schema: JsonSchema): JsonSchema =>
  everywhere(schema, (part) => {
    if (typeof part.$ref === 'string') return { $ref: part.$ref };
    const { anyOf, ...rest } = part;
    return onlyRequired(anyOf) ? rest : part;
  });

/**
 * For validators: an unmarked choice is made by the key or type that tells its branches apart, so that errors speak
 * about the branch that was meant and not about all of them.
 */
export const forValidators = (schemas: Record<string, JsonSchema>): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, everywhere(schema, choice)]));

const choice: Change = (part, root) => {
  if (!Array.isArray(part.oneOf)) return part;
  const { oneOf, ...rest } = part;
  const branches = oneOf as JsonSchema[];
  if (part.discriminator !== undefined) {
    return { ...part, 'x-known': branches.map((branch) => constantOf(target(branch, root))) };
  }
  const marks = branches.map((branch) => mark(branch, branches, root));
  const keys = marks.flatMap(({ required }) => (Array.isArray(required) ? required : []));
  const none: JsonSchema = { not: {}, 'x-known': keys, 'x-types': marks.map(({ type }) => type) };
  const chain = branches.reduceRight<JsonSchema>(
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema has this name.
    (otherwise, branch, index) => ({ if: marks[index], then: branch, else: otherwise }),
    none,
  );
  return { ...rest, ...chain };
};

/** What tells a branch from the others: its type, and among several objects the first key it requires. */
function mark(branch: JsonSchema, branches: JsonSchema[], root: JsonSchema): JsonSchema {
  const type = typeOf(branch, root);
  const rivals = branches.filter((other) => typeOf(other, root) === type);
  const key = (target(branch, root).required as string[] | undefined)?.[0];
  return rivals.length > 1 && key !== undefined ? { type, required: [key] } : { type };
}

const typeOf = (branch: JsonSchema, root: JsonSchema): unknown => target(branch, root).type;

const constantOf = ({ properties }: JsonSchema): unknown =>
  ((properties as JsonSchema).kind as JsonSchema).const;

function target(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (typeof schema.$ref !== 'string') return schema;
  const name = schema.$ref.replace('#/$defs/', '');
  return (root.$defs as Record<string, JsonSchema>)[name] ?? {};
}

const onlyRequired = (anyOf: unknown): boolean =>
  Array.isArray(anyOf) && anyOf.every((part) => Object.keys(part).join() === 'required');

/** Applies a change to every subschema, the innermost first. */
function everywhere(root: JsonSchema, change: Change): JsonSchema {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visit(part)]));
    return change(inner, root);
  };
  return visit(root) as JsonSchema;
}
