/** A county file for the bench: 20 townships, 300 villages, 30 programmes' arrivals. All of it is invented. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { County } from '@aidflow/definition';
import { programmeFolders } from '@aidflow/programmes';

const TOWNSHIPS = 20;
const VILLAGES = 15;

/** Scenarios that cases are like, by programme; and how many of the 30 streams of applications are of it. */
const KINDS: Readonly<Record<string, { streams: number; like: readonly string[] }>> = {
  dibao: {
    streams: 8,
    like: ['county-confirms', 'denied-marginal', 'check-fails', 'relative-of-an-official'],
  },
  'care-facility': { streams: 4, like: ['filed-in-time', 'papers-missing'] },
  'fraud-referral': { streams: 3, like: ['unfounded', 'answered'] },
  internship: { streams: 3, like: ['no-base', 'unclaimed'] },
  'startup-loan': { streams: 4, like: ['spouse-loan', 'enterprise', 'fund-refuses'] },
  'village-rules': { streams: 3, like: ['passed', 'minutes-refused'] },
  visits: { streams: 5, like: ['parent-not-able', 'sixteen'] },
};

/** What scenarios leave open because they end before. */
const DATA: Readonly<Record<string, County['programmes'][string]['data']>> = {
  dibao: { service: { date: 'today', method: 'direct', recipient: '张兰' } },
};

/** A role at the level at which some programme of the county has it. */
export interface RoleAt {
  role: string;
  level: string;
}

/** Writes the county with so many cases a year, and answers with the path and how many streams it has. */
export function benchCounty(perYear: number, roles: readonly RoleAt[]): { file: string; streams: number } {
  const names = Object.entries(KINDS).flatMap(([id, { streams }]) =>
    Array.from({ length: streams }, (_, number) => ({ id, name: `${id}-${number + 1}` })),
  );
  const busy = { fixed: '10m' };
  const county: County = {
    county: { zh: '测速县', en: 'Bench county' },
    division: '620821',
    seed: 'bench',
    replications: 1,
    span: { from: '2025-01-06', until: '2026-01-06', drain: 150 },
    programmes: Object.fromEntries(
      names.map(({ id, name }) => [
        name,
        {
          folder: fileURLToPath(programmeFolders[id] as URL),
          work: { default: busy },
          delays: { default: { fixed: '2d' } },
          ...(DATA[id] ? { data: DATA[id] } : {}),
        },
      ]),
    ),
    townships: Object.fromEntries(
      Array.from({ length: TOWNSHIPS }, (_, index) => [
        String(620821100 + index),
        { name: { zh: `第${index + 1}镇`, en: `Township ${index + 1}` }, villages: VILLAGES },
      ]),
    ),
    officers: Object.fromEntries(
      roles.map(({ role, level }) => [
        `${role}-${level}`,
        { role, ...(level === 'county' ? { at: 'county', count: 20 } : { at: `each-${level}`, count: 3 }) },
      ]),
    ),
    arrivals: Object.fromEntries(
      names.map(({ id, name }) => [
        name,
        {
          programme: name,
          'per-year': perYear / names.length,
          cases: (KINDS[id]?.like ?? []).map((scenario) => ({ like: `scenarios/${scenario}.yaml` })),
        },
      ]),
    ),
  };
  const file = join(mkdtempSync(join(tmpdir(), 'aidflow-bench-')), 'county.json');
  writeFileSync(file, JSON.stringify(county));
  return { file, streams: names.length };
}

/** Every programme whose cases come in. */
export const benchProgrammes: readonly string[] = Object.keys(KINDS);
