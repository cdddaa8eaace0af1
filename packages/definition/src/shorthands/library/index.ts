/** The shorthands that every programme can use, written in the language itself. */
import { spoken } from '../../spoken.ts';
import type { Shorthand } from '../../types.ts';
import { appeal } from './appeal.ts';
import { batchPay } from './batch-pay.ts';
import { enrolment } from './enrolment.ts';
import type { LibraryShorthand } from './entry.ts';
import { hearing } from './hearing.ts';
import { rectification } from './rectification.ts';
import { refer } from './refer.ts';

const library: ReadonlyMap<string, LibraryShorthand> = new Map([
  ['refer', refer],
  ['rectification', rectification],
  ['appeal', appeal],
  ['hearing', hearing],
  ['enrolment', enrolment],
  ['batch-pay', batchPay],
]);

export const libraryIds: readonly string[] = [...library.keys()];

/** A shorthand of the library with its words in the language of a programme; English where that has none ready. */
export function libraryShorthand(id: string, language: string): Shorthand | undefined {
  const found = library.get(id);
  if (found === undefined) return undefined;
  const words = Object.entries(found.texts).map(([name, text]) => [name, text[spoken(language)]]);
  return {
    title: found.title[spoken(language)],
    parameters: { ...found.parameters, ...Object.fromEntries(words) },
    steps: found.steps,
  };
}

/** Every word of the library in two languages. */
export const libraryTexts = [...library.values()].flatMap(({ texts }) => Object.values(texts));
