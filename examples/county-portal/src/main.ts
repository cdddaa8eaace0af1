/** `npm start`: a county with its past, served on this machine. */
import { createApp } from '@aidflow/http';
import { bundleAssets } from './assets.ts';
import { people } from './county/people.ts';
import { openCounty } from './county.ts';
import { listen } from './listen.ts';
import { readOptions, usage } from './options.ts';
import { createPortal } from './portal.ts';
import { progressLine } from './progress.ts';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const started = Date.now();
  const progress = progressLine(process.stdout);
  const bundling = bundleAssets();
  const county = await openCounty({
    ...options,
    onProgress: (what, made, all) => progress.show(`Making the county's past: ${what}, ${made} of ${all}`),
  });
  progress.end();
  const door = createApp({ service: county.service, demo: { people, clock: true } });
  const portal = createPortal({
    door,
    assets: await bundling,
    verify: county.verify,
  });
  const served = await listen(portal, options.port, options.portAsked).catch(async (error) => {
    await county.stop();
    throw error;
  });
  county.run();

  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`
  Shifan County, a demonstration with synthetic data (ready in ${seconds} s)

    ${served.url}

  Open it and choose a person: a resident applies, officers act, the auditor reads along.
  The data is kept in ${options.folder} (--fresh makes it anew). Stop with Ctrl+C.

`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await served.close();
    await county.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

try {
  await main();
} catch (error) {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
  process.stderr.write(
    code === 'EADDRINUSE'
      ? `Port ${port} is taken. Say another with --port, or leave PORT out to take the next free one.\n`
      : `${message}\n`,
  );
  process.exitCode = 1;
}
