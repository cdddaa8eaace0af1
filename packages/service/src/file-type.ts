/** What a file is, by its first bytes: the name and what the browser says of it can lie. */

const SIGNATURES: [type: string, bytes: number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Bytes that have to be there for an answer. */
export const SNIFFED = 8;

/** Media type of a picture or PDF; nothing for everything else. */
export function fileType(start: Uint8Array): string | undefined {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte))?.[0];
}
