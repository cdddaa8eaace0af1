import type { Client } from './client.ts';
import { type ContextCallback, type ContextRequestEvent, clientContext } from './context.ts';

/**
 * `<aid-provider>`: gives every Aidflow element inside it a client.
 *
 * @prop client - the client that the elements inside use
 */
export class AidProvider extends HTMLElement {
  #client: Client | undefined;
  #listeners = new Map<ContextCallback<Client>, () => void>();

  constructor() {
    super();
    this.addEventListener('context-request', (event) => this.#answer(event as ContextRequestEvent));
  }

  get client(): Client | undefined {
    return this.#client;
  }

  set client(client: Client | undefined) {
    this.#client = client;
    if (client !== undefined) for (const [callback, leave] of this.#listeners) callback(client, leave);
  }

  #answer(event: ContextRequestEvent) {
    if (event.context !== clientContext) return;
    event.stopPropagation();
    const { callback } = event;
    const leave = () => this.#listeners.delete(callback);
    if (event.subscribe) this.#listeners.set(callback, leave);
    if (this.client !== undefined) callback(this.client, event.subscribe ? leave : undefined);
  }
}
