/**
 * The time of the demonstration. It runs like any clock while the portal runs and stands still while it does not, so
 * that a visitor who comes back in autumn finds the same day.
 */
import type { Service } from '@aidflow/service';
import type { CaseStore } from '@aidflow/store';

const key = 'portal.time';

export interface DemoClock {
  /** Milliseconds, as the machine's clock would give them. */
  real(): number;
  /** Sets the clock of a new service to where the demonstration stopped, and keeps the time from now on. */
  follow(service: Service): Promise<void>;
  /** Writes down what time it is. */
  keep(): Promise<void>;
}

/** `start` is the instant at which a new demonstration begins. */
export async function demoClock(store: CaseStore, start: string): Promise<DemoClock> {
  const kept = await store.setting(key);
  let shift = Date.parse(kept ?? start) - Date.now();
  let service: Service | undefined;
  let writing: Promise<void> | undefined;

  const keep = async () => {
    if (service !== undefined) await store.setSetting(key, service.now());
  };
  /** Many changes at once are kept once. */
  const keepSoon = () => {
    writing ??= new Promise<void>((resolve) => setTimeout(resolve, 500)).then(async () => {
      writing = undefined;
      await keep();
    });
  };

  return {
    real: () => Date.now() + shift,
    async follow(followed) {
      service = followed;
      // The service adds what the clock was moved by in earlier runs.
      if (kept !== undefined) shift += Date.parse(kept) - Date.parse(service.now());
      service.onChange(keepSoon);
      await keep();
    },
    async keep() {
      await writing;
      await keep();
    },
  };
}
