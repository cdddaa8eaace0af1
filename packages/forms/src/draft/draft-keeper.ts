import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { JsonObject } from '../types.ts';
import { canKeepDrafts, forgetDraft, loadDraft, saveDraft } from './vault.ts';

/** Typing pauses this long before the draft is written. Milliseconds. */
const pause = 400;

export interface DraftHost extends ReactiveControllerHost {
  readonly draftKey: string;
  readonly draftDays: number;
  /** The data as typed. */
  readonly draftValue: JsonObject | undefined;
}

/** Keeps what is typed on this device, a moment after each change and when the page goes away. */
export class DraftKeeper implements ReactiveController {
  /** When the draft that was resumed had been saved, in milliseconds since 1970. */
  resumed: number | undefined;
  #host: DraftHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes happen one after another. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: DraftHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#saveNow);
    document.addEventListener('visibilitychange', this.#saveNow);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#saveNow);
    document.removeEventListener('visibilitychange', this.#saveNow);
    this.#saveNow();
  }

  get #on(): boolean {
    return this.#host.draftKey !== '' && canKeepDrafts();
  }

  /** The draft of an earlier visit, if there is one. */
  async resume(): Promise<JsonObject | undefined> {
    if (!this.#on) return undefined;
    const draft = await loadDraft(this.#host.draftKey).catch(() => undefined);
    this.resumed = draft?.saved;
    return draft?.value;
  }

  /** Something was typed. */
  changed(): void {
    if (!this.#on) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#saveNow, pause);
  }

  /** Removes the draft. What is typed from now on is kept again. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.resumed = undefined;
    const { draftKey } = this.#host;
    if (this.#on) await this.#then(() => forgetDraft(draftKey));
  }

  /** Settles when everything is written. */
  get written(): Promise<void> {
    return this.#work;
  }

  readonly #saveNow = () => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { draftKey, draftDays, draftValue } = this.#host;
    if (this.#on && draftValue !== undefined)
      void this.#then(() => saveDraft(draftKey, draftValue, draftDays));
  };

  /** A full disk or a private window is no reason to disturb anybody: the form works without a draft. */
  #then(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch(() => undefined);
    return this.#work;
  }
}
