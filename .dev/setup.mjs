import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, Stop, say, step } from './console.mjs';

/** @param {string} path */
const inRoot = (path) => join(root, path);

/** @param {string} output */
const tail = (output) => output.trimEnd().split('\n').slice(-30).join('\n');

/**
 * Installs what the lock of a folder names, unless it is the one that was installed there last.
 *
 * @param {string} folder
 * @param {(packageManager: string) => string} label
 * @param {readonly string[]} more further arguments of pnpm
 */
async function install(folder, label, more) {
  const stamp = join(folder, 'node_modules/.aidflow-stamp');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'pnpm-lock.yaml')))
    .digest('hex');
  const wanted = `${lock} ${process.platform} ${process.arch}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  /** @type {{ packageManager: string }} */
  const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  await step(label(packageManager), async (news) => {
    const args = ['--yes', packageManager, 'install', '--frozen-lockfile', ...more];
    const { code, output } = await run('npx', args, {
      env: { ...process.env, CI: 'true' },
      output: 'keep',
      onLine: (line) => {
        if (/^(Progress|Downloading)/.test(line)) news(line);
      },
      shell: process.platform === 'win32',
    });
    if (code !== 0) throw new Stop(`${tail(output)}\nThe packages could not be installed.`);
  });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Installs what the workspace needs. */
export const installPackages = () => install(root, (manager) => `Installing packages with ${manager}`, []);

/** Installs the form libraries that only a benchmark needs: they weigh more than everything else together. */
export function installPeers() {
  const folder = inRoot('test/bench/forms/peers');
  return install(folder, () => 'Installing the form libraries to measure against', [
    '--ignore-workspace',
    '--ignore-scripts',
    `--dir=${folder}`,
  ]);
}

/** @param {string} version */
function suits(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || major === 24 || major >= 26;
}

/**
 * The Node to go on with: `undefined` where the present one suits, else the one among the installed packages.
 *
 * @returns {Promise<string | undefined>}
 */
export async function newerNode() {
  if (suits(process.versions.node)) return undefined;
  const system = { darwin: 'darwin', linux: 'linux', win32: 'win' }[/** @type {string} */ (process.platform)];
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const paths = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
    .map((name) => inRoot(`node_modules/${name}/${binary}`))
    .filter((path) => existsSync(path));
  for (const path of paths) {
    const { code, output } = await run(path, ['--version'], { output: 'keep' });
    if (code === 0 && suits(output.trim().replace(/^v/, ''))) {
      say(`Node ${process.versions.node} is too old: going on with ${output.trim()} from the packages`);
      return path;
    }
  }
  throw new Stop(
    `Node ${process.versions.node} is too old and no newer one is packaged for this system: install Node 24.`,
  );
}

/** @param {string} name */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && existsSync(path)) return path;
  }
  return undefined;
}

/** @typedef {object} Kind a kind of browser: its variable, its commands, its usual places, and how to come by it
 * @property {string} variable
 * @property {readonly string[]} commands
 * @property {readonly string[]} mac
 * @property {readonly string[]} windows below the folders of programs
 * @property {readonly string[]} debian packages
 * @property {string} advice
 */

/** @type {Kind} */
const chromium = {
  variable: 'CHROME_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  mac: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
  windows: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  debian: ['chromium', 'fonts-noto-cjk'],
  advice: 'Install Chromium or Chrome, or set CHROME_PATH to one.',
};

/** @type {Kind} */
const firefox = {
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  mac: ['Firefox'],
  windows: ['Mozilla Firefox/firefox.exe'],
  debian: ['firefox-esr'],
  advice: 'Install Firefox, or set FIREFOX_PATH to it.',
};

/** @param {Kind} kind */
function usualPlaces({ mac, windows }) {
  if (process.platform === 'darwin') {
    return mac.map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name === 'Firefox' ? 'firefox' : name}`,
    );
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    return [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windows.map((path) => join(folder, path)));
  }
  return [];
}

/** @param {Kind} kind */
function findBrowser(kind) {
  const told = process.env[kind.variable];
  if (told) {
    if (existsSync(told)) return told;
    throw new Stop(`${kind.variable} is ${told}, which is not there.`);
  }
  return kind.commands.map(onPath).find(Boolean) ?? usualPlaces(kind).find((path) => existsSync(path));
}

const mayInstall = () =>
  existsSync('/etc/debian_version') && onPath('apt-get') !== undefined && process.getuid?.() === 0;

/**
 * @param {string} label
 * @param {readonly string[]} packages
 * @param {string} advice
 */
async function aptInstall(label, packages, advice) {
  await step(label, async (news) => {
    const options = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      output: /** @type {const} */ ('keep'),
      onLine: news,
    };
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    for (const args of [['update'], install]) {
      const { code, output } = await run('apt-get', args, options);
      if (code !== 0) throw new Stop(`${tail(output)}\napt-get ${args.join(' ')} failed. ${advice}`);
    }
  });
}

/** Whether pages can show Chinese here. Systems other than Linux bring the fonts along. */
async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh'], { output: 'keep' });
  return code === 0 && output.trim() !== '';
}

/**
 * @param {Kind} kind
 * @returns {Promise<string>}
 */
async function foundOrInstalled(kind) {
  let path = findBrowser(kind);
  if (path === undefined && mayInstall()) {
    await aptInstall(`Installing ${kind.debian.join(', ')}`, kind.debian, kind.advice);
    path = findBrowser(kind);
  }
  if (path === undefined) throw new Stop(`The tests need a browser that is not here. ${kind.advice}`);
  return path;
}

/**
 * The driver of WebKit, tried where it can be had: no other system than Linux packages one.
 *
 * @returns {Promise<string>} where it is, or an empty text
 */
async function webkitDriver() {
  const there = () => (onPath('Xvfb') === undefined ? undefined : onPath('WebKitWebDriver'));
  if (there() === undefined && mayInstall())
    await aptInstall(
      'Installing WebKit',
      ['webkit2gtk-driver', 'xvfb'],
      'Install webkit2gtk-driver and xvfb.',
    );
  const path = there() ?? '';
  if (path === '') say('WebKit is not tried here: its driver and Xvfb are not installed.');
  return path;
}

/**
 * Finds the browsers that the tests drive, installs them where that is possible, and tells the tests by
 * CHROME_PATH, FIREFOX_PATH and WEBKIT_DRIVER.
 */
export async function browsers() {
  for (const kind of [chromium, firefox]) process.env[kind.variable] = await foundOrInstalled(kind);
  process.env.WEBKIT_DRIVER ??= await webkitDriver();
  if (await hasChineseFont()) return;
  if (mayInstall()) await aptInstall('Installing Chinese fonts', ['fonts-noto-cjk'], '');
  else say('No font for Chinese is installed: screenshots will show boxes in its place.');
}

/** Finds the programs of PostgreSQL, of which the tests start servers of their own, or installs them. */
export async function postgres() {
  const there = () =>
    [process.env.PGBIN, '/usr/lib/postgresql'].some((folder) => folder !== undefined && existsSync(folder)) ||
    onPath('initdb') !== undefined;
  const advice = 'Install PostgreSQL 15 or newer, or set PGBIN to the folder of initdb.';
  if (!there() && mayInstall()) await aptInstall('Installing PostgreSQL', ['postgresql'], advice);
  if (!there()) throw new Stop(`The tests need the programs of PostgreSQL. ${advice}`);
}

/** Installs the JSON Schema organisation's test suite, or finds it where JSON_SCHEMA_SUITE says. */
export async function schemaSuite() {
  const name = 'libtest-json-schema-acceptance-perl';
  const there = () =>
    existsSync(
      process.env.JSON_SCHEMA_SUITE || '/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance',
    );
  const advice = `Install ${name}, or set JSON_SCHEMA_SUITE to a clone of JSON-Schema-Test-Suite.`;
  if (!there() && mayInstall()) await aptInstall(`Installing ${name}`, [name], advice);
  if (!there()) throw new Stop(`The tests need the test suite of JSON Schema. ${advice}`);
}
