import { formats as own } from '@aidflow/definition';

/** The formats that a form checks by itself; others pass here and are left to the validators it is given. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  ...own,
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
};
