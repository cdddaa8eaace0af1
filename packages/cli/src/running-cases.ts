/** Running cases that a new version may touch: from a file, or from the database of a service. */
import { existsSync, readFileSync } from 'node:fs';
import { type Bundle, problem, type RunningCase } from '@aidflow/definition';
import type { CaseState } from '@aidflow/engine';
import { openSqliteStore } from '@aidflow/store';
import { UsageError } from './command.ts';

export interface Running {
  /** Cases on the earlier version. */
  cases: RunningCase[];
  /** Running cases of the programme on other versions: they are not looked at. */
  elsewhere: number;
}

/** Reads a JSON list of cases. Throws `cli/no-file` and `cli/not-cases`. */
export function casesInFile(path: string): Running {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  const refuse = (index: number, reason: string): never => {
    throw new UsageError(problem('cli/not-cases', { path, index, reason }));
  };
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return refuse(0, 'the file is not JSON');
  }
  if (!Array.isArray(list)) return refuse(0, 'the file holds no list');
  const cases = list.map((entry, index) => {
    const reason = fault(entry);
    return reason === undefined ? (entry as RunningCase) : refuse(index, reason);
  });
  return { cases, elsewhere: 0 };
}

function fault(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return 'it is no object';
  const { id, number, steps, ...rest } = entry as Record<string, unknown>;
  for (const [key, value] of Object.entries({ id, number })) {
    if (typeof value !== 'string') return `"${key}" is no text`;
  }
  for (const [key, value] of Object.entries({ steps, clocks: rest.clocks ?? [], data: rest.data ?? [] })) {
    if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
      return `"${key}" is no list of ids`;
  }
  return rest.procedure === undefined || typeof rest.procedure === 'string'
    ? undefined
    : '"procedure" is no text';
}

/** Reads the running cases of a programme from an SQLite database. Throws `cli/no-file`. */
export async function casesInStore(path: string, { programme, hash }: Bundle): Promise<Running> {
  // Opening would create it.
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  const store = openSqliteStore(path);
  try {
    const running: Running = { cases: [], elsewhere: 0 };
    let cursor: string | undefined;
    do {
      // The empty code covers every division.
      const scopes = [{ division: '', programmes: [programme] }];
      const page = await store.cases({ scopes, status: 'active', limit: 200, cursor });
      for (const row of page.items) {
        const state = row.definition === hash ? await store.load(row.id) : undefined;
        if (state) running.cases.push(runningCase(state, row.steps));
        else running.elsewhere++;
      }
      cursor = page.next;
    } while (cursor !== undefined);
    return running;
  } finally {
    await store.close();
  }
}

function runningCase(state: CaseState, steps: readonly string[]): RunningCase {
  const { id, number, procedure, clocks, data } = state;
  return {
    id,
    number,
    steps,
    ...(procedure === undefined ? {} : { procedure }),
    clocks: Object.keys(clocks).filter((clock) => clocks[clock]?.stopped === undefined),
    data: Object.keys(data),
  };
}
