import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Contestant } from '../contestants.ts';

/** Where and when something was measured, and what. */
export interface Machine {
  /** ISO date. */
  date: string;
  kind: string;
  browser: string;
  /** How busy the machine was when the run began: processes that wanted a core, over the last minute. */
  load: string;
  /** Packages with their versions, by the key of the contestant. */
  versions: Record<string, string>;
}

const gigabyte = 1024 ** 3;

function versionOf(name: string): string {
  const places = [
    `../peers/node_modules/${name}/package.json`,
    `../../../node_modules/${name}/package.json`,
    `../../../../packages/forms/node_modules/${name}/package.json`,
  ];
  for (const place of places) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      return `${name} ${version}`;
    } catch {
      // The next place may have it.
    }
  }
  return name;
}

/** Describes this machine and those who are measured. */
export function machine(browser: string, contestants: readonly Contestant[]): Machine {
  const [first] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    kind: `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / gigabyte)} GB, ${process.platform} ${process.arch}, Node ${process.version}`,
    browser: `Chromium ${browser}`,
    load: (loadavg()[0] ?? 0).toFixed(1),
    versions: Object.fromEntries(
      contestants.map(({ key, packages }) => [key, packages.map(versionOf).join(', ')]),
    ),
  };
}
