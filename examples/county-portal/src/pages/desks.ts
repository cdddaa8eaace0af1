/** What each kind of person finds in the menu; the first entry is their first page. */
import type { Desk, Person } from '../county/people.ts';
import type { Word } from '../words/words.ts';

export interface MenuEntry {
  path: string;
  word: Word;
}

const inbox: MenuEntry = { path: '/inbox', word: 'nav.inbox' };
const cases: MenuEntry = { path: '/cases', word: 'nav.cases' };
const notices: MenuEntry = { path: '/notices', word: 'nav.notices' };
const apply: MenuEntry = { path: '/apply', word: 'nav.apply' };
const begin: MenuEntry = { path: '/apply', word: 'nav.begin' };
const my: MenuEntry = { path: '/my', word: 'nav.my' };

const menus: Readonly<Record<Desk, readonly [MenuEntry, ...MenuEntry[]]>> = {
  resident: [my, apply, notices],
  village: [my, apply, notices],
  office: [inbox, cases, begin, notices],
  audit: [cases, inbox, notices],
};

/** Somebody who has not chosen a person sees the public pages only. */
export const menuOf = (person: Person | undefined): readonly MenuEntry[] =>
  person === undefined ? [notices] : menus[person.desk];

export const firstPage = (person: Person): MenuEntry => menus[person.desk][0];

/** Whether a page, or the one that it belongs to, is on this person's desk. */
export const mayOpen = (person: Person, path: string): boolean =>
  menus[person.desk].some((entry) => path === entry.path || path.startsWith(`${entry.path}/`));
