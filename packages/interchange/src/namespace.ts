/** Namespace of what other formats have no words for. */
export const AIDFLOW = 'https://aidflow.org/ns/1.0';
