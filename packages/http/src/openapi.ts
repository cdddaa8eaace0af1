/** The OpenAPI document, made from the route table. */
import type { JsonSchema } from '@aidflow/definition';
import type { Route, RouteAnswer } from './route.ts';
import { answerSchemas } from './schemas/answers.ts';
import { requestSchemas } from './schemas/requests.ts';

/** An OpenAPI 3.1 document of these routes. */
export function openApi(routes: readonly Route[]): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([a-zA-Z0-9]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Aidflow',
      version: '0.1.0',
      description:
        'Cases of public aid: applying, deciding, reading. Errors are RFC 9457 problems with a stable code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: { ...answerSchemas, ...bodySchemas(routes) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'aidflow-session' } },
    },
  };
}

function bodySchemas(routes: readonly Route[]): Record<string, JsonSchema> {
  const names = routes.map(({ body }) => body).filter((body) => body !== undefined && body !== 'file');
  return Object.fromEntries(names.map((name) => [nameOf(name), requestSchemas[name]]));
}

const nameOf = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}Request`;

function operation(route: Route): JsonSchema {
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.roles === 'signed-in' ? { security: [{ session: [] }] } : {}),
    parameters: parametersOf(route),
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: bodyOf(route.body) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [status, responseOf(answer)]),
      ),
      default: responseOf({ description: 'A problem.', type: 'application/problem+json', schema: 'Problem' }),
    },
  };
}

function bodyOf(body: NonNullable<Route['body']>): JsonSchema {
  if (body !== 'file')
    return { 'application/json': { schema: { $ref: `#/components/schemas/${nameOf(body)}` } } };
  return { 'image/jpeg': {}, 'image/png': {}, 'application/pdf': {} };
}

function responseOf({ description, schema, type = 'application/json' }: RouteAnswer): JsonSchema {
  if (schema === undefined) return { description };
  const its = typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema;
  return { description, content: { [type]: { schema: its } } };
}

function parametersOf({ path, query, keyed, versioned, body }: Route): JsonSchema[] {
  const inPath = [...path.matchAll(/:([a-zA-Z0-9]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const properties = query === undefined ? {} : (requestSchemas[query] as JsonSchema).properties;
  const inQuery = Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => ({
    name,
    in: 'query',
    schema,
  }));
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...inPath,
    ...inQuery,
    ...(keyed ? [header('Idempotency-Key', true, '8 to 128 letters, digits, "-" or "_".')] : []),
    ...(versioned ? [header('If-Match', false, 'Version that the actor saw, as in the ETag.')] : []),
    ...(body === 'file' ? [header('X-File-Name', true, 'URI encoded.')] : []),
  ];
}
