import type { Language } from '../messages/messages.ts';

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const dayMs = 86_400_000;

/** Milliseconds of an ISO date at UTC midnight: dates are compared as dates, free of any time zone. */
const instant = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale[language], options);
    formatters.set(key, found);
  }
  return found;
}

/** ISO date of an instant in a time zone: `2026-03-02`. */
export function dateOf(isoInstant: string, timeZone = 'Asia/Shanghai'): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(isoInstant)) return isoInstant;
  const parts = formatter('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(isoInstant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Time of day of an instant: `09:30`. */
export function timeOf(isoInstant: string, timeZone = 'Asia/Shanghai'): string {
  return formatter('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(isoInstant),
  );
}

/** An ISO date in words: 2026年3月2日, 2 March 2026. */
export function dayText(language: Language, iso: string): string {
  return formatter(language, { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(
    instant(iso),
  );
}

/** Short, without the year: 3月2日, 2 March. */
export function shortDay(language: Language, iso: string): string {
  return formatter(language, { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(instant(iso));
}

/** A deadline, with its weekday: 4月9日（周四）, Thursday 9 April. The year is said when it is not `today`'s. */
export function deadlineText(language: Language, iso: string, today?: string): string {
  const sameYear = today === undefined || iso.slice(0, 4) === today.slice(0, 4);
  const day = sameYear ? shortDay(language, iso) : dayText(language, iso);
  const zh = language === 'zh';
  const weekday = formatter(language, { timeZone: 'UTC', weekday: zh ? 'short' : 'long' }).format(
    instant(iso),
  );
  return zh ? `${day}（${weekday}）` : `${weekday} ${day}`;
}

/** A deadline in a table, where room is short: 4月9日（周四）, Thu 9 Apr. */
export function shortDeadline(language: Language, iso: string, today?: string): string {
  if (language === 'zh') return deadlineText(language, iso, today);
  const year =
    today !== undefined && iso.slice(0, 4) !== today.slice(0, 4) ? { year: 'numeric' as const } : {};
  return formatter('en', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', ...year })
    .format(instant(iso))
    .replace(',', '');
}

/** A month given as YYYY-MM: 2026年5月, May 2026. */
export function monthText(language: Language, month: string): string {
  return formatter(language, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
    instant(`${month}-01`),
  );
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instant(to) - instant(from)) / dayMs);
}

/** The ISO date `days` after `iso`. */
export function addDays(iso: string, days: number): string {
  return new Date(instant(iso) + days * dayMs).toISOString().slice(0, 10);
}
