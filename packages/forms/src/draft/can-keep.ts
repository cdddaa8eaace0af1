/** Whether drafts can be kept: pages without TLS have no encryption, and then nothing is written down. */
export const canKeepDrafts = (): boolean =>
  typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;
