/** A small picture that is as good as a photographed paper. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(kind: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/**
 * A PNG of one shade of grey, 24 x 32 pixels.
 *
 * @param shade 0 (black) to 255 (white); another shade is another file
 */
export function picture(shade: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(24, 0);
  head.writeUInt32BE(32, 4);
  // Eight bits a pixel, grey.
  head.set([8, 0, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(24, shade)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 32 }, () => line)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
