import type { FieldNode } from '../model/field-node.ts';
import { isObject } from '../model/pointer.ts';
import { typeOf } from '../model/schema.ts';
import type { FileReference, Json } from '../types.ts';

/** Bytes; larger files are refused before they are sent. */
export const mostBytes = 10 * 1024 * 1024;
export const acceptedTypes = ['image/jpeg', 'image/png', 'application/pdf'];

const connection = ['online', 'offline'] as const;

/** The middle of a photo as a small square; undefined for what is no picture. Pixels. */
async function small(file: File): Promise<ImageBitmap | undefined> {
  if (!file.type.startsWith('image/')) return undefined;
  try {
    const whole = await createImageBitmap(file);
    const side = Math.min(whole.width, whole.height);
    const [left, top] = [(whole.width - side) / 2, (whole.height - side) / 2];
    const square = await createImageBitmap(whole, left, top, side, side, {
      resizeWidth: 96,
      resizeHeight: 96,
    });
    whole.close();
    return square;
  } catch {
    return undefined;
  }
}

/** A file on its way. */
export interface Running {
  readonly file: File;
  readonly control: AbortController;
  /** 0 to 1. */
  share: number;
  failed: boolean;
}

/** The uploads of one field: what is on its way, what was refused, and the references that are there. */
export class Uploads {
  running: Running[] = [];
  /** Photos that were sent from this page, cut square, by their hash. */
  readonly pictures = new Map<string, ImageBitmap>();
  /** Why the last file was not taken, in the reader's language. */
  refused = '';
  readonly #field: FieldNode;

  constructor(field: FieldNode) {
    this.#field = field;
  }

  get several(): boolean {
    return typeOf(this.#field.schema) === 'array';
  }

  get files(): FileReference[] {
    const { value } = this.#field;
    const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return list.filter(isObject) as unknown as FileReference[];
  }

  get canAdd(): boolean {
    const most = this.several ? (this.#field.schema.maxItems ?? Number.POSITIVE_INFINITY) : 1;
    return this.files.length + this.running.length < most;
  }

  /** Takes files that a person picked and starts to send those that are fit. */
  add(files: readonly File[]): void {
    this.refused = '';
    for (const file of this.several ? files : files.slice(0, 1)) {
      if (!this.canAdd) break;
      if (file.size > mostBytes) this.refused = this.#say('tooBig', file);
      else if (!acceptedTypes.includes(file.type)) this.refused = this.#say('wrongFile', file);
      else void this.#send(file);
    }
    this.#field.changed();
  }

  #say(key: 'tooBig' | 'wrongFile', file: File): string {
    return this.#field.t(key, { name: file.name, limit: sizeInWords(mostBytes) });
  }

  cancel(upload: Running): void {
    upload.control.abort();
    this.#end(upload);
  }

  retry(upload: Running): void {
    this.#end(upload);
    void this.#send(upload.file);
  }

  remove(file: FileReference): void {
    const rest = this.files.filter((other) => other !== file);
    this.#write(rest);
  }

  async #send(file: File): Promise<void> {
    const { model } = this.#field;
    const upload: Running = { file, control: new AbortController(), share: 0, failed: false };
    this.running = [...this.running, upload];
    model.busy.set(upload, this.#field);
    this.#field.changed();
    const progress = (share: number) => {
      upload.share = share;
      this.#field.changed();
    };
    const heard = () => this.#field.changed();
    for (const name of connection) addEventListener(name, heard);
    try {
      const send = model.context.upload;
      if (send === null) throw new Error('No upload is set on the form.');
      const reference = await send(file, progress, upload.control.signal);
      if (upload.control.signal.aborted) return;
      const picture = await small(file);
      if (picture !== undefined) this.pictures.set(reference.sha256, picture);
      this.#end(upload);
      this.#write([...this.files, reference]);
    } catch {
      if (upload.control.signal.aborted) return;
      upload.failed = true;
      model.busy.delete(upload);
      this.#field.changed();
    } finally {
      for (const name of connection) removeEventListener(name, heard);
    }
  }

  #end(upload: Running): void {
    this.running = this.running.filter((other) => other !== upload);
    this.#field.model.busy.delete(upload);
    this.#field.changed();
  }

  #write(files: readonly FileReference[]): void {
    const value = (this.several ? files : files[0]) as unknown as Json | undefined;
    this.#field.choose(files.length === 0 ? undefined : value);
  }
}

/** `12 kB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}
