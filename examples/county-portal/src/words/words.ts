import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';
export type Word = keyof typeof zh;
export type Say = (word: Word, filled?: Record<string, string | number>) => string;

const tables: Record<Language, Record<Word, string>> = { zh, en };

export const isLanguage = (text: string | undefined): text is Language => text === 'zh' || text === 'en';

/** The words of one language. */
export const sayIn =
  (language: Language): Say =>
  (word, filled = {}) =>
    tables[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(filled[name] ?? whole));

const weekdays: Record<Language, readonly string[]> = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The day in the county at an instant, as an ISO date. */
export const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** `2026年4月8日`, `8 April 2026`. */
export function longDay(language: Language, date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
}

/** With its weekday: `2026年4月8日 星期三`, `Wednesday 8 April 2026`. */
export function weekday(language: Language, date: string): string {
  const name = weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()];
  const day = longDay(language, date);
  return language === 'zh' ? `${day} ${name}` : `${name} ${day}`;
}

/** Where there is little room: `4月8日 周三`, `Wed 8 Apr`. */
export function shortDay(language: Language, date: string): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  const name = weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return language === 'zh'
    ? `${month}月${day}日 周${name.slice(2)}`
    : `${name.slice(0, 3)} ${day} ${months[month - 1]?.slice(0, 3)}`;
}

/** The time of the day in the county, `09:00`. */
export const hourOf = (instant: string): string =>
  new Date(instant).toLocaleTimeString('sv-SE', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
