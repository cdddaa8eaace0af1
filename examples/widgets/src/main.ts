import type { AddressInfo } from 'node:net';
import { createSite } from './server.ts';

const site = await createSite();
site.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  const { port } = site.address() as AddressInfo;
  process.stdout.write(`Every widget, live: http://127.0.0.1:${port}/\n`);
});
