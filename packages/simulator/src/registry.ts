/** The records of a simulated county. */
import {
  type CaseEvent,
  changedRecord,
  type JsonObject,
  type Programme,
  type RecordEntry,
  recordsAnswer,
} from '@aidflow/engine';

export class Registry {
  readonly #programme: Programme;
  #entries: ReadonlyMap<string, RecordEntry>;

  constructor(programme: Programme, given: readonly RecordEntry[]) {
    this.#programme = programme;
    this.#entries = new Map(given.map((record) => [nameOf(record), record]));
  }

  get all(): RecordEntry[] {
    return [...this.#entries.values()];
  }

  /** The record `TYPE/KEY`. */
  get(name: string): RecordEntry | undefined {
    return this.#entries.get(name);
  }

  answer(request: JsonObject): JsonObject {
    return { ...recordsAnswer(this.#entries.values(), request) };
  }

  /** Keeps what the events of one decision change, or throws a `ProblemError` and keeps nothing. */
  keep(events: readonly CaseEvent[], division: string): void {
    const entries = new Map(this.#entries);
    for (const { case: id, at, detail } of events) {
      for (const change of detail?.records ?? []) {
        const name = nameOf(change);
        entries.set(
          name,
          changedRecord(this.#programme, entries.get(name), change, { case: id, division, at }),
        );
      }
    }
    this.#entries = entries;
  }
}

const nameOf = ({ type, key }: { type: string; key: string }): string => `${type}/${key}`;
