/** The other departments that the programmes ask: a stand-in for each, on this machine. */
import type { JsonObject } from '@aidflow/engine';
import { type StandInMode, standInConnector } from '@aidflow/service/stand-in';
import { bundles } from './programmes.ts';

/** What a department answers of those about whom it knows nothing in particular. */
const usual: Readonly<Record<string, JsonObject>> = {
  'household-economy': { vehicles: 0 },
  'credit-record': { serious: false },
  'credit-bureau': { loans: [], overdue: false },
  'assistance-register': { household: 'dibao' },
  certificates: { found: [] },
  population: { deceased: [] },
  'training-directory': { listed: true },
};

export interface Departments {
  /** Where each is asked, by the name of its connector. */
  addresses: Record<string, { url: string }>;
  /** How the household check works from now on. */
  checkUp(mode: StandInMode): void;
  close(): Promise<void>;
}

/** @param households what the household check knows, by resident identity number */
export async function openDepartments(households: Record<string, JsonObject>): Promise<Departments> {
  const names = new Set(bundles.flatMap(({ definition }) => Object.keys(definition.connectors ?? {})));
  const open = await Promise.all(
    [...names].map(async (name) => {
      const answers = name === 'household-economy' ? households : {};
      return [name, await standInConnector({ answer: usual[name] ?? {}, answers })] as const;
    }),
  );
  return {
    addresses: Object.fromEntries(open.map(([name, { url }]) => [name, { url }])),
    checkUp: (mode) => Object.fromEntries(open)['household-economy']?.set(mode),
    close: async () => {
      await Promise.all(open.map(([, department]) => department.close()));
    },
  };
}
