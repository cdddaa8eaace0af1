/** Texts that other languages lack. Only warnings: the original is shown instead. */
import { defaultTranslations } from '../default-texts.ts';
import { pointerKey } from '../schema-walk.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';
import type { Source } from './source.ts';

/** Keys of definitions and layouts that hold text for people. */
const textKeys = new Set(['title', 'refused', 'label', 'help', 'submit', 'cite', 'say']);
/** Keys of lists of such texts. */
const listKeys = new Set(['x-enum-titles', 'signatures']);
/** Where texts are expressions whatever their keys, or templates of what is written out elsewhere. */
const withoutTexts =
  /^\/shorthands$|^\/schedules\/\d+\/item$|\/steps\/\d+\/(?:request|returns|totals)$|\/record\/set$|\/send\/data$|\/enrol\/item$/;
/** Keys of form schemas that hold text for people. */
const schemaTextKeys = new Set(['title', 'description']);

export function checkTexts(reading: Reading): Report[] {
  const texts = [
    ...textsIn(reading.source, reading.programme, textKeys),
    ...(reading.rulesSource === undefined
      ? []
      : textsIn(reading.rulesSource, reading.rules, textKeys, '/rules')),
    ...Object.values(reading.forms).flatMap(({ schema, schemaSource, layout, layoutSource }) => [
      ...textsIn(schemaSource, schema, schemaTextKeys),
      ...(layoutSource === undefined ? [] : textsIn(layoutSource, layout, textKeys)),
    ]),
  ];
  return Object.entries(reading.locales).flatMap(([language, locale]) => [
    ...missingTexts(texts, language, {
      ...defaultTranslations(reading.programme, language),
      ...locale,
    }),
    missingLetters(reading, language),
  ]);
}

interface PlacedText {
  text: string;
  source: Source;
  pointer: string;
}

function textsIn(source: Source, root: unknown, keys: ReadonlySet<string>, place = ''): PlacedText[] {
  if (typeof root !== 'object' || root === null) return [];
  return Object.entries(root).flatMap(([key, value]) => {
    const pointer = place + pointerKey(key);
    const titles = listKeys.has(key) && Array.isArray(value) ? value : [];
    if (typeof value === 'string' && keys.has(key)) return [{ text: value, source, pointer }];
    if (keys === textKeys && withoutTexts.test(pointer)) return [];
    return [
      ...titles.filter((text) => typeof text === 'string').map((text) => ({ text, source, pointer })),
      ...textsIn(source, value, keys, pointer),
    ];
  });
}

function missingTexts(
  texts: readonly PlacedText[],
  language: string,
  locale: Record<string, string>,
): Report[] {
  const told = new Set<string>();
  return texts.flatMap(({ text, source, pointer }) => {
    // What has no letters (a dash, a number) reads alike everywhere.
    if (Object.hasOwn(locale, text) || told.has(text) || !/\p{L}/u.test(text)) return [];
    told.add(text);
    const report = new Report(source);
    report.add('definition/locale-missing', pointer, { language, text });
    return [report];
  });
}

function missingLetters({ source, programme, letterFiles }: Reading, language: string): Report {
  const report = new Report(source);
  for (const [id, files] of Object.entries(letterFiles)) {
    if (language in files) continue;
    const { title = id, template = '' } = programme.letters?.[id] ?? {};
    const path = template.replace(/\.md$/, `.${language}.md`);
    report.add('definition/locale-missing', `/letters${pointerKey(id)}/template`, {
      language,
      text: title,
      path,
      variant: 'letter',
    });
  }
  return report;
}
