import { rare } from '../bring-rare.ts';
import type { AidForm } from '../form-element.ts';
import type { FormContext } from '../model/context.ts';
import type { FieldNode } from '../model/field-node.ts';
import { languageOf, type TextKey, textIn } from '../texts/texts.ts';
import type { Divisions, JsonObject, Locales, Upload } from '../types.ts';
import { divisionsFrom } from './sources.ts';

/** What fields see of the element they are in. Functions made from an address are made once. */
export class HostContext implements FormContext {
  /** Translations that came with a bundle. */
  locales: Locales = {};
  disabled = false;
  readonly #form: AidForm;
  readonly #leave: (field: FieldNode) => void;
  #divisions: [string, Divisions] | undefined;

  constructor(form: AidForm, leave: (field: FieldNode) => void) {
    this.#form = form;
    this.#leave = leave;
  }

  get lang(): string {
    return languageOf(this.#form.lang);
  }

  get readonly(): boolean {
    return this.#form.readonly;
  }

  get scope(): JsonObject {
    return this.#form.scope;
  }

  get upload(): Upload | null {
    const { upload, uploadUrl, uploadParts } = this.#form;
    return upload ?? (uploadUrl === '' ? null : (rare()?.uploadFrom(uploadUrl, uploadParts) ?? null));
  }

  get divisions(): Divisions | null {
    const { divisions, divisionsUrl } = this.#form;
    if (divisions !== null || divisionsUrl === '') return divisions;
    if (this.#divisions?.[0] !== divisionsUrl) this.#divisions = [divisionsUrl, divisionsFrom(divisionsUrl)];
    return this.#divisions[1];
  }

  left(field: FieldNode): void {
    this.#leave(field);
  }

  readonly t = (key: TextKey, params?: Record<string, string | number>): string =>
    textIn(this.lang, key, params);

  translate(text: string): string {
    return this.#form.locales[this.lang]?.[text] ?? this.locales[this.lang]?.[text] ?? text;
  }
}
