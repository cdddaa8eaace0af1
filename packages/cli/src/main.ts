#!/usr/bin/env node
import { run } from './run.ts';
import { terminal } from './terminal.ts';

// Who reads through `head` has seen enough; that is no fault of anything.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), terminal);
