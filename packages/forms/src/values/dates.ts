import { halfWidth } from './digits.ts';

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const spellings = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) (\d{1,2}) (\d{1,2})$/,
];

/** `2026-03-02`, `2026年3月2日`, `20260302`, `2026/3/2` as an ISO date; undefined where it is no day. */
export function isoDate(text: string): string | undefined {
  const clean = halfWidth(text).trim();
  for (const spelling of spellings) {
    const match = spelling.exec(clean);
    if (match === null) continue;
    const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
    return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return undefined;
}

/** An ISO date in words: `2026年3月2日 星期一`, `Monday 2 March 2026`. */
export function dateInWords(iso: string, lang: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
  return lang === 'zh' ? `${day} ${weekday}` : `${weekday} ${day}`;
}
