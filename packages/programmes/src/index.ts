import { existsSync, readdirSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The programmes that come with Aidflow, each by its id. A folder holds a programme as its authors write it. */
export const programmeFolders: Record<string, URL> = Object.fromEntries(
  readdirSync(root)
    .sort()
    .map((id): [string, URL] => [id, new URL(`${id}/`, root)])
    .filter(([, folder]) => existsSync(new URL('programme.yaml', folder))),
);
