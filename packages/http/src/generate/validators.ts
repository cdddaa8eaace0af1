/** The validators of requests, precompiled: nothing is evaluated when the server runs. */
import { validatorModule } from '@aidflow/definition/node';
import { requestSchemas } from '../schemas/requests.ts';

/** The text of `src/generated/validators.ts`. */
export async function generatedValidators(): Promise<string> {
  const code = await validatorModule(requestSchemas, { minify: true });
  return `// @ts-nocheck\n/* Generated from schemas/requests.ts by \`npm run generate\`. */\n${code}`;
}
