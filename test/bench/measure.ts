/** Measuring side by side: rounds of every contestant in turn, and the median of the ratios within a round. */

export interface Contestant {
  name: string;
  /** Does the work `times` times; may be asynchronous. */
  run: (times: number) => unknown;
  /** Operations that one `times` stands for. */
  operations: number;
}

export interface Measured {
  name: string;
  perSecond: number;
  /** Rate over the rate of the first contestant, median of the rounds. */
  ratio: number;
}

const ROUNDS = 7;
const ROUND_MS = 300;

/** Runs the contestants interleaved; the first is what the others are measured against. */
export async function compare(contestants: readonly Contestant[]): Promise<Measured[]> {
  const times: number[] = [];
  for (const contestant of contestants) times.push(await calibrate(contestant));
  const rates: number[][] = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      rates[index]?.push(await rate(contestant, times[index] ?? 1));
    }
  }
  return contestants.map(({ name }, index) => ({
    name,
    perSecond: median(rates[index] ?? []),
    ratio: median((rates[index] ?? []).map((value, round) => value / (rates[0]?.[round] ?? 1))),
  }));
}

/** How many times fill one round, found by doubling, which also warms the code up. */
async function calibrate(contestant: Contestant): Promise<number> {
  for (let times = 1; ; times *= 2) {
    const start = performance.now();
    await contestant.run(times);
    const elapsed = performance.now() - start;
    if (elapsed > ROUND_MS / 2) return Math.max(1, Math.round((times * ROUND_MS) / elapsed));
  }
}

async function rate({ run, operations }: Contestant, times: number): Promise<number> {
  const start = performance.now();
  await run(times);
  return (operations * times * 1000) / (performance.now() - start);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Prints a table: names, rates, ratios. */
export function show(title: string, measured: readonly Measured[], notes: readonly string[]): void {
  const width = Math.max(...measured.map(({ name }) => name.length));
  console.log(`\n${title}`);
  for (const { name, perSecond, ratio } of measured) {
    const rounded = Math.round(perSecond).toLocaleString('en');
    console.log(`  ${name.padEnd(width)}  ${rounded.padStart(11)} /s  ${ratio.toFixed(2).padStart(7)} x`);
  }
  for (const note of notes) console.log(`  ${note}`);
}
