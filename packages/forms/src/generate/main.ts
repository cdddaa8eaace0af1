import { mkdir, writeFile } from 'node:fs/promises';
import { divisionsModule } from './divisions.ts';

const folder = new URL('../generated/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('divisions.ts', folder), await divisionsModule());
