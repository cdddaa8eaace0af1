import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root, run, Stop, say } from './console.mjs';
import { browsers, installPackages, installPeers, newerNode, postgres, schemaSuite } from './setup.mjs';
import { conclude, fix, lint, simulate, typecheck, vitest } from './suite.mjs';

/** @param {readonly string[]} args */
const node = async (args) => (await run(process.execPath, args)).code;

async function generate() {
  await schemaSuite();
  const packages = readdirSync(join(root, 'packages')).sort();
  // The documentation comes last: it is made from what the packages say.
  for (const folder of [...packages.map((name) => `packages/${name}`), 'test']) {
    const manifest = join(root, folder, 'package.json');
    if (!existsSync(manifest)) continue;
    /** @type {{ scripts?: Record<string, string> }} */
    const { scripts } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (scripts?.generate === undefined) continue;
    say(`Generating in ${folder}`);
    const { code } = await run('npm', ['run', '--silent', 'generate', '--prefix', dirname(manifest)], {
      shell: process.platform === 'win32',
    });
    if (code !== 0) return code;
  }
  return 0;
}

/** @type {Record<string, (args: readonly string[]) => Promise<number>>} */
const commands = {
  start: (args) => node(['examples/county-portal/src/main.ts', ...args]),
  async test(filter) {
    await browsers();
    await postgres();
    await schemaSuite();
    if (filter.length > 0) return conclude([await vitest(filter)]);
    const results = [await typecheck(), await lint(), await vitest([])];
    const played = await simulate();
    return conclude(played === undefined ? results : [...results, played]);
  },
  example(args) {
    const [name = '', ...rest] = args;
    const file = `examples/${name}/src/main.ts`;
    if (name !== '' && existsSync(join(root, file))) return node([file, ...rest]);
    const names = readdirSync(join(root, 'examples')).filter((one) =>
      existsSync(join(root, 'examples', one, 'src/main.ts')),
    );
    throw new Stop(`Examples: ${names.sort().join(', ')}`);
  },
  bench: (args) => node(['test/bench/main.ts', ...args]),
  async 'bench:forms'(args) {
    await browsers();
    await installPeers();
    return node(['test/bench/forms/main.ts', ...args]);
  },
  async explore(args) {
    const folder = 'packages/programmes';
    const names = readdirSync(join(root, folder)).filter((one) =>
      existsSync(join(root, folder, one, 'programme.yaml')),
    );
    let worst = 0;
    for (const name of names.sort()) {
      say(`Exploring ${name}`);
      const code = await node(['packages/cli/bin/aidflow.mjs', 'explore', `${folder}/${name}`, ...args]);
      worst = Math.max(worst, code);
    }
    return worst;
  },
  check: async () => conclude([await typecheck(), await lint()]),
  fix,
  generate,
};

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) throw new Stop(`Commands: ${Object.keys(commands).join(', ')}`);
  await installPackages();
  const path = await newerNode();
  if (path === undefined) return command(args);
  const env = { ...process.env, PATH: `${dirname(path)}${delimiter}${process.env.PATH ?? ''}` };
  return (await run(path, process.argv.slice(1), { env })).code;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
