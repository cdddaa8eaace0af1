import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundle, divisionAt } from '@aidflow/definition';
import { type Actor, nationalCalendar } from '@aidflow/engine';
import { createApp, serve as listen } from '@aidflow/http';
import { programmeFolders } from '@aidflow/programmes';
import { createService } from '@aidflow/service';
import { openSqliteStore } from '@aidflow/store';
import { openPostgresStore } from '@aidflow/store/postgres';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt, programmeFoldersIn } from '../load.ts';
import type { Terminal } from '../terminal.ts';

/** The village of the demonstration's people; its township and county follow from it. */
const VILLAGE = '620821100201';

/** `aidflow serve`: service and HTTP interface on one database, until it is interrupted. */
export const serve: Command = {
  name: 'serve',
  summary: 'Serves programmes over HTTP from a SQLite file or a PostgreSQL database.',
  usage: `serve [--port N] [--url URL] [--data DIR] [--database URL] [--programmes DIR ...] [--seed TEXT] [--demo]

  --port N            port on the loopback interface (8421; 0 takes a free one)
  --url URL           address by which browsers reach it, behind a proxy (this machine alone without)
  --data DIR          folder of the database and the uploaded files (.)
  --database URL      keeps cases in PostgreSQL (postgres://USER@HOST/NAME) in place of a file; also AIDFLOW_DATABASE,
                      where a password belongs. Several servers may have one; the folder of files is then shared, too
  --programmes DIR    folder with programmes; may be repeated (those that come with Aidflow)
  --seed TEXT         seed of draws, announced beforehand so that anyone can repeat them (aidflow)
  --demo              sign in without a password as one person for each role, and a clock that can be moved`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(serve, args, {
      port: { type: 'string', default: '8421' },
      url: { type: 'string' },
      data: { type: 'string', default: '.' },
      database: { type: 'string' },
      programmes: { type: 'string', multiple: true },
      seed: { type: 'string', default: 'aidflow' },
      demo: { type: 'boolean', default: false },
    });
    if (positionals.length > 0) throw misused(serve, 'no folder is expected without --programmes');
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
      throw misused(serve, `"${values.port}" is not a port`);
    if (values.url !== undefined && !URL.canParse(values.url))
      throw misused(serve, `"${values.url}" is no address`);
    const bundles = await bundlesOf(values.programmes, terminal);
    if (bundles === undefined) return 1;

    await mkdir(values.data, { recursive: true });
    const database = values.database ?? process.env.AIDFLOW_DATABASE;
    const store =
      database === undefined
        ? openSqliteStore(join(values.data, 'aidflow.sqlite'))
        : await openPostgresStore({ url: database });
    try {
      const service = await createService({
        store,
        programmes: bundles,
        calendar: nationalCalendar(),
        seed: values.seed,
        files: join(values.data, 'files'),
      });
      const app = createApp({
        service,
        ...(values.url === undefined ? {} : { publicUrl: values.url }),
        ...(values.demo ? { demo: { people: peopleOf(bundles), clock: true } } : {}),
      });
      const { url, close } = await listen(app, { port });
      const running = service.run();
      terminal.out(`Serving ${bundles.map(({ programme }) => programme).join(', ')} at ${url}/api`);
      await interrupted();
      await close();
      await running.stop();
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function bundlesOf(given: string[] | undefined, terminal: Terminal): Promise<Bundle[] | undefined> {
  const folders = given
    ? given.flatMap(programmeFoldersIn)
    : Object.values(programmeFolders).map((url) => fileURLToPath(url));
  const bundles: Bundle[] = [];
  for (const folder of folders) {
    const bundle = await bundleAt(folder, terminal);
    if (bundle === undefined) return undefined;
    bundles.push(bundle);
  }
  return bundles;
}

/** A villager, their village's proxy, and an officer for each role that the programmes name. */
function peopleOf(bundles: readonly Bundle[]): Actor[] {
  const people = new Map<string, Actor>([
    ['applicant', { id: 'applicant', kind: 'applicant', name: '申请人', grants: [] }],
    [
      'proxy',
      { id: 'proxy', kind: 'proxy', name: '代办人', grants: [{ role: 'committee', division: VILLAGE }] },
    ],
  ]);
  for (const { definition } of bundles) {
    for (const [role, { title, level }] of Object.entries(definition.roles ?? {})) {
      const grants = [{ role, division: divisionAt(VILLAGE, level) }];
      people.set(role, { id: role, kind: 'officer', name: title, grants });
    }
  }
  return [...people.values()];
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
