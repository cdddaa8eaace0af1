import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { FieldNode } from '../model/field-node.ts';
import { looks } from '../styles/rare.ts';
import { rareText } from '../texts/rare.ts';
import type { FileReference } from '../types.ts';
import { acceptedTypes, mostBytes, type Running, sizeInWords, Uploads } from '../upload/uploads.ts';
import { cameraIcon, crossIcon, fileIcon, plusIcon, undoIcon } from './icons.ts';
import type { Drawn } from './widget.ts';

/** The uploads of a field live as long as the field. */
const uploadsOf = (field: FieldNode) => field.memory(() => new Uploads(field));

/** What is drawn for evidence; when it fits is known before it is loaded. */
export const file: Drawn = {
  note: (field) => uploadsOf(field).refused || field.t('fileHelp', { limit: sizeInWords(mostBytes) }),
  view: (value) =>
    html`<ul class="files">
      ${(Array.isArray(value) ? value : [value]).map(
        (one) => html`<li class="file">${fileIcon} ${(one as unknown as FileReference).name}</li>`,
      )}
    </ul>`,
  render(field) {
    const uploads = uploadsOf(field);
    return html`<div class="drop" ${looks()} @dragover=${over} @drop=${dropped(field, uploads)} @paste=${pasted(field, uploads)}>
      ${
        uploads.files.length + uploads.running.length === 0
          ? nothing
          : html`<ul class="files">
            ${uploads.files.map((one) => done(field, uploads, one))}
            ${uploads.running.map((one) => onItsWay(field, uploads, one))}
          </ul>`
      }
      ${uploads.canAdd ? pickers(field, uploads) : nothing}
    </div>`;
  },
};

/** Without this a page shows what is dropped on it, and the form is gone. */
const over = (event: DragEvent) => event.preventDefault();

const dropped = (field: FieldNode, uploads: Uploads) => (event: DragEvent) => {
  event.preventDefault();
  if (!field.disabled) uploads.add([...(event.dataTransfer?.files ?? [])]);
};

const pasted = (field: FieldNode, uploads: Uploads) => (event: ClipboardEvent) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0 || field.disabled) return;
  event.preventDefault();
  uploads.add(files);
};

/** A photo that was taken on this page is shown small: the wrong side of a card is seen at once. */
const preview = (uploads: Uploads, { sha256 }: FileReference) => {
  const picture = uploads.pictures.get(sha256);
  if (picture === undefined) return fileIcon;
  // Drawn, not addressed: a page that allows pictures from itself only allows no blob either.
  const draw = (canvas: Element | undefined) => {
    const context = (canvas as HTMLCanvasElement | undefined)?.getContext('2d');
    context?.drawImage(picture, 0, 0, 96, 96);
  };
  return html`<canvas class="thumb" width="96" height="96" aria-hidden="true" ${ref(draw)}></canvas>`;
};

function pickers(field: FieldNode, uploads: Uploads) {
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    uploads.add([...(input.files ?? [])]);
    // The same file can be picked again after it was removed.
    input.value = '';
  };
  const pick = (event: Event) =>
    ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  const picker = (id: string, words: 'pickFile' | 'takePhoto', camera: boolean) => html`<button
      type="button"
      id=${id}
      class="button ${camera ? 'camera' : ''}"
      part="button"
      ?disabled=${field.disabled}
      aria-describedby=${field.describedBy || nothing}
      @click=${pick}
    >
      ${camera ? cameraIcon : plusIcon}${field.t(words)}
    </button>
    <input
      type="file"
      class="hidden-file"
      tabindex="-1"
      aria-hidden="true"
      accept=${camera ? 'image/*' : acceptedTypes.join(',')}
      capture=${camera ? 'environment' : nothing}
      ?multiple=${uploads.several && !camera}
      @change=${take}
    />`;
  return html`<div class="buttons">
    ${picker(field.control, 'pickFile', false)}${picker(`${field.control}-camera`, 'takePhoto', true)}
  </div>
  <p class="drop-words">${rareText(field.model.context, 'drop')}</p>`;
}

function done(field: FieldNode, uploads: Uploads, reference: FileReference) {
  const { name, size } = reference;
  return html`<li class="file" part="file">
    ${preview(uploads, reference)}
    <span class="file-name">${name}</span>
    <span class="file-size figures">${size > 0 ? sizeInWords(size) : ''}</span>
    <button
      type="button"
      class="icon-button"
      aria-label=${field.t('removeFile', { name })}
      ?disabled=${field.disabled}
      @click=${() => uploads.remove(reference)}
    >
      ${crossIcon}
    </button>
  </li>`;
}

/** A file that is being sent, or could not be. */
export function onItsWay(field: FieldNode, uploads: Uploads, upload: Running) {
  const { name } = upload.file;
  return html`<li class="file ${upload.failed ? 'failed' : ''}" part="file">
    ${fileIcon}
    <span class="file-name"
      >${upload.failed ? field.t('uploadFailed', { name }) : name}${
        upload.failed || navigator.onLine
          ? nothing
          : html`<small role="status">${rareText(field.model.context, 'paused')}</small>`
      }</span
    >
    ${
      upload.failed
        ? html`<button
          type="button"
          class="icon-button"
          aria-label=${field.t('retryFile', { name })}
          @click=${() => uploads.retry(upload)}
        >
          ${undoIcon}
        </button>`
        : html`<progress max="1" .value=${upload.share} aria-label=${field.t('uploading', { name })}></progress>`
    }
    <button
      type="button"
      class="icon-button"
      aria-label=${field.t(upload.failed ? 'removeFile' : 'cancelFile', { name })}
      @click=${() => uploads.cancel(upload)}
    >
      ${crossIcon}
    </button>
  </li>`;
}
