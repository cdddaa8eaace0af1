import type { Upload } from '../types.ts';
import { uploadInParts } from './upload-in-parts.ts';
import { uploadTo } from './upload-to.ts';

/** What sends files to `url`: whole, or in parts to a server that speaks tus. */
export const uploadFrom = (url: string, inParts: boolean): Upload =>
  inParts ? uploadInParts(url) : uploadTo(url);
