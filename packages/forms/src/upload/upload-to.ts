import type { FileReference, Upload } from '../types.ts';

/**
 * Sends files to `url` as the body of a POST, with their name in `X-File-Name` (URI encoded).
 * The answer is `{ sha256, name, size, type }`. fetch() cannot tell how much has been sent.
 */
export function uploadTo(url: string): Upload {
  return (file, onProgress, signal) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.setRequestHeader('Content-Type', file.type);
      request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
      request.responseType = 'json';
      request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
      request.onload = () => {
        const answer = request.response as FileReference | null;
        if (request.status >= 200 && request.status < 300 && answer !== null) {
          const { sha256, name = file.name, size = file.size, type = file.type } = answer;
          resolve({ sha256, name, size, type });
        } else reject(new Error(`The upload was answered with status ${request.status}.`));
      };
      request.onerror = () => reject(new Error('The upload did not reach the server.'));
      request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
}
