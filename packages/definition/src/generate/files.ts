/** What is generated from the schemas of the language: its types, and its validators. */
import { readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { validatorModule } from '../node/standalone.ts';
import type { JsonSchema } from '../types.ts';
import { forTypes, forValidators } from './forms.ts';

/** The schemas in `schemas/`, and so the kinds of files that a person writes. */
const kinds = ['programme', 'rules', 'layout', 'scenario', 'county'] as const;

const banner = '/* Generated from schemas/ by `npm run generate`. */';

const read = (kind: string): JsonSchema =>
  JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));

/** The generated files by their name in `src/generated`. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const schemas: Record<string, JsonSchema> = {};
  for (const kind of kinds) {
    schemas[kind] = read(kind);
    files[`${kind}.ts`] = await compile(forTypes(read(kind)), kind, {
      bannerComment: banner,
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 110 },
    });
  }
  schemas.locale = read('locale');
  // Verbose: what is said about a wrong key names the right ones, and they stand in the schema.
  const code = await validatorModule(forValidators(schemas), {
    verbose: true,
    minify: true,
    metaSchema: true,
  });
  files['validators.ts'] = `// @ts-nocheck\n${banner}\n${code}`;
  return files;
}
