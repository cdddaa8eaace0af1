import { type ResidentId, residentId } from '@aidflow/definition';

/** What an identity number tells about its holder; null for one that is not right. */
export const holderOf = (number: string): ResidentId | null => residentId(number);
