import type { Bundle, ExpandedStep, JsonSchema } from '@aidflow/definition';
import { compile } from 'json-schema-to-typescript';

/** What no type can say. Titles become comments: most are no identifiers. */
const wordless = new Set([
  ...['$schema', '$id', '$defs', 'title', 'examples', 'default', 'if', 'then', 'else', 'not'],
  ...['dependentRequired', 'dependentSchemas', 'contains', 'minItems', 'maxItems'],
]);

/** `household-check` is `HouseholdCheck`. */
const typeName = (...ids: readonly string[]): string =>
  ids.join('-').replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema as a type is made of it; references go to definitions that are named after their form, too. */
function plain(schema: JsonSchema, form: string): JsonSchema {
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner);
    return isSchema(value) ? plain(value, form) : value;
  };
  // Choices say their type themselves.
  const chosen = Array.isArray(schema.oneOf) || Array.isArray(schema.enum);
  const kept = Object.entries(schema).filter(
    ([key]) => !wordless.has(key) && !key.startsWith('x-') && !(chosen && key === 'type'),
  );
  const words = [schema.title, schema.description].filter((text) => typeof text === 'string');
  return {
    ...Object.fromEntries(
      kept.map(([key, value]) => {
        if (key === '$ref')
          return [
            key,
            String(value).replace(/^#\/\$defs\/(.*)$/, (_, name) => `#/$defs/${typeName(form, name)}`),
          ];
        // The names of properties are nobody's keywords.
        if (key === 'properties' && isSchema(value))
          return [key, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]))];
        return [key, key === 'enum' || key === 'const' ? value : inner(value)];
      }),
    ),
    ...(words.length > 0 && { description: words.join('\n\n') }),
  };
}

/** Every step that an officer or applicant takes, with those inside of branches and items. */
function* tasksOf(steps: readonly ExpandedStep[]): Generator<Extract<ExpandedStep, { kind: 'task' }>> {
  for (const step of steps) {
    if (step.kind === 'task') yield step;
    if (step.kind === 'each') yield* tasksOf(step.steps);
    if (step.kind === 'parallel')
      for (const branch of Object.values(step.branches)) yield* tasksOf(branch.steps);
  }
}

/** What goes with each command of a task, by its form. */
function commandsOf({ definition, forms }: Bundle): string[] {
  return [...tasksOf(definition.steps)].flatMap((step) =>
    Object.entries(step.outcomes).flatMap(([outcome, { title, form = step.form }]) =>
      form !== undefined && form in forms
        ? [`  /** ${step.title}: ${title} */`, `  '${step.id}.${outcome}': ${typeName(form)};`]
        : [],
    ),
  );
}

/** The letters, and the languages that each is written in. */
const lettersOf = ({ letters }: Bundle): string[] =>
  Object.entries(letters).flatMap(([id, { title, text }]) => [
    `  /** ${title} */`,
    `  '${id}': ${
      Object.keys(text)
        .map((language) => `'${language}'`)
        .join(' | ') || 'never'
    };`,
  ]);

/**
 * TypeScript types of a programme: `Forms` has the value of each form by its id, `Commands` what goes with each command
 * by `step.outcome`, `Letters` the languages of each letter. What only a validator can say is left to it.
 */
export async function programmeTypes(bundle: Bundle): Promise<string> {
  const ids = Object.keys(bundle.forms);
  const $defs: Record<string, JsonSchema> = {};
  for (const [form, { schema }] of Object.entries(bundle.forms)) {
    for (const [name, part] of Object.entries((schema.$defs ?? {}) as Record<string, JsonSchema>))
      $defs[typeName(form, name)] = plain(part, form);
    $defs[typeName(form)] = plain(schema, form);
  }
  const root = {
    type: 'object',
    description: 'What each form holds, by its id.',
    additionalProperties: false,
    required: ids,
    properties: Object.fromEntries(ids.map((form) => [form, { $ref: `#/$defs/${typeName(form)}` }])),
    $defs,
  };
  const types = await compile(root as Parameters<typeof compile>[0], 'Forms', {
    bannerComment: `/* ${bundle.title} (${bundle.programme} ${bundle.version}), written by \`aidflow types\`. */`,
    style: { singleQuote: true, printWidth: 110 },
    additionalProperties: false,
    unreachableDefinitions: false,
  });
  return [
    types.trimEnd(),
    '',
    '/** What goes with each command, by `step.outcome`. */',
    'export interface Commands {',
    ...commandsOf(bundle),
    '}',
    '',
    '/** The languages of each letter, by its id. */',
    'export interface Letters {',
    ...lettersOf(bundle),
    '}',
    '',
  ].join('\n');
}
