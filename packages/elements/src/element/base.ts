import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { dateOf } from '../format/day.ts';
import { type Language, languageOf, type MessageKey, type Params, say } from '../messages/messages.ts';
import type { Client } from './client.ts';
import { ContextRequestEvent } from './context.ts';

/**
 * What the elements share: a client (own property, or asked of the nearest provider), language, mode and theme.
 * `theme` unset follows the reader's system; `lang` unset follows the page.
 */
export abstract class AidElement extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    lang: { type: String, reflect: true },
    mode: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    today: { type: String },
  };

  declare client: Client | undefined;
  declare mode: 'normal' | 'elder';
  declare theme: 'light' | 'dark' | '';
  /** ISO date that counts as today; unset, the device's date in China. */
  declare today: string;

  #provided: Client | undefined;
  #leave: (() => void) | undefined;
  #connected: Client | undefined;

  constructor() {
    super();
    this.client = undefined;
    this.mode = 'normal';
    this.theme = '';
    this.today = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.dispatchEvent(
      new ContextRequestEvent(
        this,
        (client, leave) => {
          this.#leave = leave;
          this.#provided = client;
          this.requestUpdate();
        },
        true,
      ),
    );
    // Reconnecting keeps the client but must take up its subscription again.
    this.#connected = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave?.();
    this.#leave = undefined;
  }

  protected override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    const client = this.source;
    if (!this.isConnected || client === this.#connected) return;
    this.#connected = client;
    this.clientChanged(client);
  }

  /** Called whenever another client answers, and after being put into a page again. */
  protected clientChanged(_client: Client | undefined): void {}

  /** The client in use. */
  protected get source(): Client | undefined {
    return this.client ?? this.#provided;
  }

  protected get language(): Language {
    return languageOf(
      this.lang || this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang,
    );
  }

  protected get day(): string {
    return this.today || dateOf(new Date().toISOString());
  }

  protected readonly say = (key: MessageKey, params?: Params): string => say(this.language, key, params);

  /** A definition's own text in the reader's language. */
  protected text(text: string, locales: Record<string, Record<string, string>> | undefined): string {
    return locales?.[this.language]?.[text] ?? text;
  }
}
