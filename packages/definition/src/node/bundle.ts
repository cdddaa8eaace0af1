import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type Problem, problem } from '../problems.ts';
import type { Bundle, Definition, JsonSchema, Programme } from '../types.ts';
import { validatorModule } from './standalone.ts';

export type BundleResult = { ok: true; bundle: Bundle } | { ok: false; problems: Problem[] };

/** Makes the immutable bundle of a checked programme: its content hash and the validators of its forms. */
export async function bundle(programme: Programme): Promise<BundleResult> {
  const { definition, forms, rules, letters, locales } = programme;
  const content = {
    aidflow: 1 as const,
    programme: definition.programme,
    version: definition.version,
    title: definition.title,
    language: definition.language,
    timezone: definition.timezone,
    definition,
    forms,
    rules,
    letters,
    locales,
  };
  const schemas = Object.fromEntries(Object.entries(forms).map(([id, { schema }]) => [id, schema]));
  const validators = await validatorsOf(schemas, definition);
  if (typeof validators !== 'string') return { ok: false, problems: validators };
  return { ok: true, bundle: { ...content, hash: bundleHash(content), validators } };
}

/** The content hash of a bundle: SHA-256 (hex) of the canonical JSON (RFC 8785) of all but hash and validators. */
export function bundleHash(bundle: Omit<Bundle, 'hash' | 'validators'>): string {
  const { hash: _hash, validators: _validators, ...content } = bundle as Bundle;
  return bytesToHex(sha256(utf8ToBytes(canonicalize(content) ?? '')));
}

async function validatorsOf(
  schemas: Record<string, JsonSchema>,
  { forms = {} }: Definition,
): Promise<string | Problem[]> {
  try {
    return await validatorModule(schemas);
  } catch {
    // Ajv speaks of the first schema it stumbles over without its name: each is tried by itself to find it.
    const problems: Problem[] = [];
    for (const [form, schema] of Object.entries(schemas)) {
      try {
        await validatorModule({ [form]: schema });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        problems.push(
          problem('definition/form-schema', { form, reason }, { file: forms[form]?.schema, line: 1 }),
        );
      }
    }
    return problems;
  }
}
