import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormModel } from '../model/form-model.ts';
import { adoptIn } from '../styles/adopt-in.ts';
import type { JsonObject } from '../types.ts';
import { fitting, namesIn, placeOf } from './fitting.ts';
import { draftStyles } from './styles.ts';
import { canKeepDrafts, type Draft, forgetDraft, loadDraft, saveDraft } from './vault.ts';

/** The draft is written so long after a change, with all that was typed meanwhile. Milliseconds. */
const pause = 400;

export interface DraftHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly draftKey: string;
  readonly draftDays: number;
  /** The data as typed. */
  readonly draftValue: JsonObject | undefined;
}

/** Keeps what is typed on this device, a moment after each change and when the page goes away. */
export class DraftKeeper implements ReactiveController {
  /** When the draft that was resumed had been saved, in milliseconds since 1970. */
  resumed: number | undefined;
  /** When this page last wrote the draft. */
  saved: number | undefined;
  /** When another page wrote the draft while this one was filled in, too. From then on nothing is written. */
  elsewhere: number | undefined;
  /** What of the draft has no place in the form as it is now, in words. */
  dropped: readonly string[] = [];
  readonly #host: DraftHost;
  readonly #page = Math.random().toString(36);
  #model: FormModel | undefined;
  #given: JsonObject = {};
  /** The newest draft that this page knows of. */
  #known = 0;
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

  /** What of the draft of an earlier visit fits the form, if there is one. `given` is the value that the host set. */
  async resume(model: FormModel, given: JsonObject): Promise<JsonObject | undefined> {
    this.#model = model;
    this.#given = given;
    if (!this.#on) return undefined;
    adoptIn(this.#host.renderRoot, draftStyles);
    const draft = await loadDraft(this.#host.draftKey).catch(() => undefined);
    return draft && this.#take(draft, model, given);
  }

  #take(draft: Draft, model: FormModel, given: JsonObject): JsonObject {
    const { value, dropped } = fitting(model, draft.value, given);
    this.#known = draft.saved;
    this.resumed = draft.saved;
    this.elsewhere = undefined;
    const names = dropped.flatMap((pointer) => draft.names[placeOf(pointer)] ?? []);
    this.dropped = [...new Set(names)];
    return value;
  }

  /** Something was typed in the form of `model`. */
  changed(model: FormModel): void {
    this.#model = model;
    if (!this.#on || this.elsewhere !== undefined) return;
    this.#timer ??= setTimeout(this.#saveNow, pause);
  }

  /** This page goes on being the one that writes, over what another one has written. */
  keepThis(): void {
    this.#known = this.elsewhere ?? this.#known;
    this.elsewhere = undefined;
    if (this.#model !== undefined) this.changed(this.#model);
    this.#host.requestUpdate();
  }

  /** Takes what another page has written in place of what is here. */
  async takeOther(): Promise<void> {
    const model = this.#model;
    const value = model && (await this.resume(model, this.#given));
    if (value !== undefined) model?.load(value);
    this.#host.requestUpdate();
  }

  /** Removes the draft. What is typed from now on is kept again. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.resumed = undefined;
    this.saved = undefined;
    this.elsewhere = undefined;
    this.dropped = [];
    const { draftKey } = this.#host;
    if (this.#on) await this.#then(() => forgetDraft(draftKey));
  }

  readonly #saveNow = () => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { draftKey, draftDays, draftValue } = this.#host;
    const model = this.#model;
    if (!this.#on || draftValue === undefined || model === undefined) return;
    const content = { value: draftValue, names: namesIn(model) };
    void this.#then(async () => {
      const { by, saved } = await saveDraft(draftKey, content, {
        days: draftDays,
        by: this.#page,
        known: this.#known,
      });
      const first = this.saved === undefined;
      if (by === this.#page) this.saved = this.#known = saved;
      else this.elsewhere = saved;
      if (first || this.elsewhere !== undefined) this.#host.requestUpdate();
    });
  };

  /** A full disk or a private window is no reason to disturb anybody: the form works without a draft. */
  #then(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch(() => undefined);
    return this.#work;
  }
}
