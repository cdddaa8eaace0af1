import type { JsonObject, JsonSchema } from '@aidflow/forms';
import { type Field, type Form, isGroup, type Part } from './form.ts';

/** The form as JSON Schema 2020-12, without the keywords of any library. */
export function schemaOf(form: Form): JsonSchema {
  return {
    title: form.title,
    type: 'object',
    required: form.groups.map((group) => group.name),
    properties: Object.fromEntries(form.groups.map((group) => [group.name, partSchema(group)])),
  };
}

function partSchema(part: Part): JsonSchema {
  if (!isGroup(part)) return fieldSchema(part);
  if (part.items !== undefined) {
    return { title: part.title, type: 'array', minItems: 1, items: objectSchema(part.parts) };
  }
  if (part.when === undefined) return { title: part.title, ...objectSchema(part.parts) };
  const always = part.parts.filter((one) => one.name === part.when);
  const sometimes = objectSchema(part.parts.filter((one) => one.name !== part.when));
  return {
    title: part.title,
    ...objectSchema(always),
    if: { properties: { [part.when]: { const: true } }, required: [part.when] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: sometimes.properties, required: sometimes.required },
  } as JsonSchema;
}

/** Groups inside groups have to be there, so that what they require is required. */
const isRequired = (part: Part) => isGroup(part) || part.required === true;

const objectSchema = (parts: readonly Part[]): JsonSchema => ({
  type: 'object',
  required: parts.filter(isRequired).map((part) => part.name),
  properties: Object.fromEntries(parts.map((part) => [part.name, partSchema(part)])),
});

const types: Record<Field['kind'], string> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  date: 'string',
  choice: 'string',
  list: 'string',
  'yes-no': 'boolean',
};

function fieldSchema({
  title,
  kind,
  choices,
  pattern,
  maxLength,
  minimum,
  maximum,
  help,
}: Field): JsonSchema {
  return {
    title,
    type: types[kind],
    ...(help !== undefined && { description: help }),
    ...(kind === 'date' && { format: 'date' }),
    ...(choices !== undefined && { enum: [...choices] }),
    ...(pattern !== undefined && { pattern }),
    ...(maxLength !== undefined && { maxLength }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

/** What the form begins with: items of repeated groups, and a yes where a part depends on it. */
export const blankValue = (form: Form): JsonObject => dataOf(form.groups, () => undefined);

/** A right value for every field. */
export const rightValue = (form: Form): JsonObject => dataOf(form.groups, rightAnswer);

function dataOf(parts: readonly Part[], answer: (field: Field) => string | number | boolean | undefined) {
  const value: JsonObject = {};
  for (const part of parts) {
    if (!isGroup(part)) {
      const own = answer(part);
      if (own !== undefined) value[part.name] = own;
    } else if (part.items !== undefined) {
      value[part.name] = Array.from({ length: part.items }, () => dataOf(part.parts, answer));
    } else {
      value[part.name] = {
        ...dataOf(part.parts, answer),
        ...(part.when !== undefined && { [part.when]: true }),
      };
    }
  }
  return value;
}

function rightAnswer({ kind, choices, pattern, minimum }: Field): string | number | boolean {
  if (kind === 'integer' || kind === 'number') return Math.max(minimum ?? 0, 7);
  if (kind === 'date') return '1961-05-04';
  if (kind === 'yes-no') return true;
  if (choices !== undefined) return choices[0] ?? '';
  return pattern === undefined ? '示例' : (examples[pattern] ?? '示例');
}

const examples: Record<string, string> = {
  '^[0-9]{17}[0-9X]$': '34082619610504123X',
  '^1[0-9]{10}$': '13800000000',
  '^[0-9]{6}$': '246000',
  '^[0-9]{4}$': '1234',
};
