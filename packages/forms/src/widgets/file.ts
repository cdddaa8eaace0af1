import { html, nothing } from 'lit';
import type { FieldNode } from '../model/field-node.ts';
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
    return html`
      ${
        uploads.files.length + uploads.running.length === 0
          ? nothing
          : html`<ul class="files">
            ${uploads.files.map((one) => done(field, uploads, one))}
            ${uploads.running.map((one) => onItsWay(field, uploads, one))}
          </ul>`
      }
      ${uploads.canAdd ? pickers(field, uploads) : nothing}`;
  },
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
  </div>`;
}

function done(field: FieldNode, uploads: Uploads, reference: FileReference) {
  const { name, size } = reference;
  return html`<li class="file" part="file">
    ${fileIcon}
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

function onItsWay(field: FieldNode, uploads: Uploads, upload: Running) {
  const { name } = upload.file;
  return html`<li class="file ${upload.failed ? 'failed' : ''}" part="file">
    ${fileIcon}
    <span class="file-name">${upload.failed ? field.t('uploadFailed', { name }) : name}</span>
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
