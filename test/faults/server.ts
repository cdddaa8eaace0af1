/**
 * A real server to be killed: `node server.ts DATABASE BUNDLE CONNECTOR-URL SHIFT`. Prints its address when it is ready.
 * SHIFT is added to the machine's clock (milliseconds). Who asks is told by a header.
 */
import { readFileSync } from 'node:fs';
import type { Bundle } from '@aidflow/definition';
import { nationalCalendar } from '@aidflow/engine';
import { createApp, serve } from '@aidflow/http';
import { createService } from '@aidflow/service';
import { openSqliteStore } from '@aidflow/store';
import { people } from './people.ts';

const [path = '', bundle = '', connector = '', shift = '0'] = process.argv.slice(2);

const service = await createService({
  store: openSqliteStore(path),
  programmes: [JSON.parse(readFileSync(bundle, 'utf8')) as Bundle],
  calendar: nationalCalendar(),
  seed: 'announced',
  connectors: { 'household-economy': { url: connector } },
  retryDelay: 20,
  realTime: () => Date.now() + Number(shift),
});
const app = createApp({
  service,
  authenticate: async (request) => people[request.headers.get('x-person') ?? ''],
});
service.run();
const { url } = await serve(app, { port: 0 });
process.stdout.write(`${url}\n`);
