/** Case numbers: year and a running number of the programme. Requests of one turn of the loop take theirs together. */
import type { CaseStore } from '@aidflow/store';

export type Numbers = (programme: string, year: string) => Promise<string>;

export function createNumbers(store: CaseStore): Numbers {
  const waiting = new Map<string, { resolve: (n: number) => void; reject: (error: unknown) => void }[]>();

  async function take(name: string): Promise<void> {
    const group = waiting.get(name) ?? [];
    waiting.delete(name);
    try {
      const first = await store.sequence(name, group.length);
      for (const [index, { resolve }] of group.entries()) resolve(first + index);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return async (programme, year) => {
    const name = `number.${programme}.${year}`;
    const n = await new Promise<number>((resolve, reject) => {
      const group = waiting.get(name) ?? [];
      if (group.push({ resolve, reject }) === 1) {
        waiting.set(name, group);
        setImmediate(take, name);
      }
    });
    return `${programme.toUpperCase()}-${year}-${String(n).padStart(6, '0')}`;
  };
}
