/** Checking what came in against the schemas of the route table. */
import { formProblems, type JsonSchema, type Problem, problem, type Validate } from '@aidflow/definition';
import * as generated from './generated/validators.ts';
import { type RequestSchema, requestSchemas } from './schemas/requests.ts';

const validators = generated as unknown as Record<RequestSchema, Validate>;

/** What is wrong with a value; nothing when it fits its schema. */
export function requestProblems(name: RequestSchema, value: unknown): Problem[] {
  const validate = validators[name];
  if (validate(value)) return [];
  const schema: JsonSchema = requestSchemas[name];
  const found = formProblems(validate.errors ?? [], schema);
  const [first] = found;
  const reason = first ? `${first.pointer || '/'}: ${first.detail}` : `it does not fit ${name}`;
  return [problem('http/malformed', { reason }), ...found];
}
