/** `npm run generate`: writes the generated files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './files.ts';

const folder = new URL('../generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await generatedFiles())) writeFileSync(new URL(name, folder), text);
