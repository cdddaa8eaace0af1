/** `npm run bench [PART...]`: ratios against peers and limits measured in the same run. A rate alone says nothing. */
import { engine } from './engine.ts';
import { explore } from './explore.ts';
import { load } from './load.ts';
import { service } from './service.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = { engine, explore, service, load };

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  throw new Error(`no part "${unknown}"; there are ${Object.keys(parts).join(', ')}`);

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();
