import { createClient } from '@aidflow/http/client';
import type { Client } from './client.ts';
import { type ContextCallback, type ContextRequestEvent, clientContext } from './context.ts';

/**
 * `<aid-provider base-url="https://…">`: gives every Aidflow element inside it a client.
 *
 * @attr base-url - where the service is; the page's own when empty
 * @attr lang - language of the service's problems; the page's own when absent
 * @prop client - a client of the host's own, in place of the one made from `base-url`
 */
export class AidProvider extends HTMLElement {
  static readonly observedAttributes = ['base-url'];

  #own: Client | undefined;
  #made: Client | undefined;
  #listeners = new Map<ContextCallback<Client>, () => void>();

  constructor() {
    super();
    this.addEventListener('context-request', (event) => this.#answer(event as ContextRequestEvent));
  }

  get client(): Client {
    this.#made ??= createClient({
      baseUrl: (this.getAttribute('base-url') ?? '').replace(/\/+$/, ''),
      language: () => this.closest<HTMLElement>('[lang]')?.lang || 'zh',
    });
    return this.#own ?? this.#made;
  }

  set client(client: Client | undefined) {
    this.#own = client;
    this.#tell();
  }

  attributeChangedCallback() {
    this.#made = undefined;
    this.#tell();
  }

  #answer(event: ContextRequestEvent) {
    if (event.context !== clientContext) return;
    event.stopPropagation();
    const { callback } = event;
    const leave = () => this.#listeners.delete(callback);
    if (event.subscribe) this.#listeners.set(callback, leave);
    callback(this.client, event.subscribe ? leave : undefined);
  }

  #tell() {
    if (this.#listeners.size === 0) return;
    const { client } = this;
    for (const [callback, leave] of this.#listeners) callback(client, leave);
  }
}
