/**
 * A county of 60,000 cases a year on the real machines, against the target of 60 s on two cores. A tenth of the cases is
 * simulated and the time of the processor is counted, since others may use the machine.
 */
import { rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { dirname } from 'node:path';
import { loadProgramme } from '@aidflow/definition/node';
import { programmeFolders } from '@aidflow/programmes';
import { readCounty, simulateCounty } from '@aidflow/simulator/node';
import { benchCounty, benchProgrammes, type RoleAt } from './county-file.ts';

const TARGET_CASES = 60_000;
const TARGET_SECONDS = 60;
const CORES = 2;
const PART = 10;

export async function load(): Promise<void> {
  const { file, streams } = benchCounty(TARGET_CASES / PART, await rolesOf(benchProgrammes));
  try {
    const read = await readCounty(file);
    if (!read.ok) throw new Error(read.problems.map(({ detail }) => detail).join('\n'));
    const { versions, planFor } = read.county;
    const [version] = versions;
    if (version === undefined) throw new Error('the county has no version');
    const plan = planFor(version);
    const run = (replication: number) => simulateCounty(plan, { seed: 'bench', replication });
    // A long run is mostly warm; a tenth of it would be mostly cold.
    run(1);
    const before = process.cpuUsage();
    const tally = run(2);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const whole = (seconds * TARGET_CASES) / tally.opened;
    const ratio = (budget: number) => (whole / budget).toFixed(2);
    const stuck = Object.values(tally.stuck).reduce((sum, { count }) => sum + count, 0);
    console.log(
      `\nCounty load: 20 townships, 300 villages, ${streams} streams of applications, real machines`,
    );
    console.log(
      `  ${benchProgrammes.length} programmes under ${streams} names; ${tally.opened} cases, ${tally.commands} commands, ${tally.events} events, ${stuck} stuck`,
    );
    console.log(
      `  ${seconds.toFixed(1)} s of processor time; ${TARGET_CASES.toLocaleString('en')} cases would take ${whole.toFixed(0)} s`,
    );
    console.log(
      `  ${ratio(CORES * TARGET_SECONDS)} x of what two cores have in ${TARGET_SECONDS} s (two runs side by side), ${ratio(TARGET_SECONDS)} x for a run on its own core`,
    );
    console.log(`  at most ${tally.alive} cases alive at once; nothing is kept of those that have ended`);
    for (const line of await shares(() => run(3))) console.log(`  ${line}`);
  } finally {
    rmSync(dirname(file), { recursive: true });
  }
}

/** Roles at every level at which a programme, or a step of it, has them. */
async function rolesOf(programmes: readonly string[]): Promise<RoleAt[]> {
  const found = new Map<string, RoleAt>();
  for (const id of programmes) {
    const loaded = await loadProgramme(programmeFolders[id] as URL);
    if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
    for (const [role, { level }] of Object.entries(loaded.bundle.definition.roles ?? {})) {
      found.set(`${role}@${level}`, { role, level });
    }
  }
  return [...found.values()];
}

/** Where the time goes, by sampling: inside the engine's doors, or in the simulator itself. */
async function shares(act: () => void): Promise<string[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  act();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const doors = new Map(
    ['decide', 'timers', 'tasks', 'messages', 'holderOf', '(garbage collector)', '(program)'].map((name) => [
      name,
      0,
    ]),
  );
  const parent = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  let total = 0;
  let own = 0;
  for (const [index, node] of (profile.samples ?? []).entries()) {
    const time = profile.timeDeltas?.[index] ?? 0;
    let door: string | undefined;
    for (let at: number | undefined = node; at !== undefined; at = parent.get(at)) {
      const name: string | undefined = names.get(at);
      if (name !== undefined && doors.has(name)) door = name;
    }
    total += time;
    if (door === undefined) own += time;
    else doors.set(door, (doors.get(door) ?? 0) + time);
  }
  const part = (time: number) => `${((100 * time) / total).toFixed(0)} %`;
  const told = [...doors].filter(([, time]) => time / total >= 0.005).sort(([, a], [, b]) => b - a);
  return [
    `where it goes: ${told.map(([name, time]) => `${name} ${part(time)}`).join(', ')}, the simulator itself ${part(own)}`,
  ];
}
