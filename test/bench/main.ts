/** `npm run bench`: ratios against peers and limits measured in the same run. A rate alone says nothing. */
import { engine } from './engine.ts';
import { service } from './service.ts';

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
await engine();
await service();
