/** Validators as code: what Ajv compiles, written down as one ES module that imports nothing and evaluates nothing. */
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { formats } from '../formats.ts';
import type { JsonSchema } from '../types.ts';

const here = fileURLToPath(import.meta.url);
/** Source while developing, compiled when published. */
const runtime = `../validator-runtime${extname(here)}`;

export interface CompilerOptions {
  /** Errors carry the schema and the data they are about. */
  verbose?: boolean;
  minify?: boolean;
  /** A validator of schemas themselves, exported as `jsonSchema`. */
  metaSchema?: boolean;
}

/** An Ajv that knows our formats, allows the `x-` keywords of these schemas, and can write its validators down. */
export function schemaCompiler(
  schemas: readonly JsonSchema[],
  { verbose = false }: CompilerOptions = {},
): Ajv2020 {
  const ajv = new Ajv2020({
    verbose,
    allErrors: true,
    messages: false,
    discriminator: true,
    inlineRefs: false,
    // Conditions on properties that are declared elsewhere, and keywords next to a reference, are plain style.
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    formats,
    code: { source: true, esm: true, formats: _`formats` },
  });
  for (const keyword of new Set(schemas.flatMap((schema) => [...extensions(schema)])))
    ajv.addKeyword(keyword);
  return ajv;
}

/**
 * The ES module with one export for each schema, by its key.
 *
 * @throws Error of Ajv when one of them is no valid schema
 */
export async function validatorModule(
  schemas: Record<string, JsonSchema>,
  options: CompilerOptions = {},
): Promise<string> {
  const ajv = schemaCompiler(Object.values(schemas), options);
  const ids: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    // Two forms may share one schema file and so one $id; each gets an id of its own.
    ids[name] = `urn:aidflow:form:${name}`;
    ajv.addSchema({ ...schema, $id: ids[name] });
  }
  if (options.metaSchema) ids.jsonSchema = 'https://json-schema.org/draft/2020-12/schema';
  return bundled(standalone.default(ajv, ids), options);
}

/** Ajv's helpers are replaced by ours: they are CommonJS, which does not bundle to plain ES modules. */
async function bundled(code: string, { minify = false }: CompilerOptions): Promise<string> {
  const contents = code
    .replaceAll(/require\("ajv\/dist\/runtime\/(ucs2length|equal)"\)\.default/g, '$1')
    .replace('"use strict";', `import { equal, formats, ucs2length } from ${JSON.stringify(runtime)};`);
  const result = await build({
    stdin: { contents, resolveDir: dirname(here), loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    minify,
    minifySyntax: true,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

function* extensions(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('x-')) yield key;
    yield* extensions(inner);
  }
}
