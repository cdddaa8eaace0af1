/** What somebody may begin, and where. */
import type { ProgrammeItem } from '@aidflow/service';
import { type Place, villages } from './county/divisions.ts';
import type { Person } from './county/people.ts';
import { bundleOf } from './county/programmes.ts';
import type { Language } from './words/words.ts';

export interface Begun {
  programme: ProgrammeItem;
  start: ProgrammeItem['starts'][number];
  /** Of the programme and of its step, in the language asked for. */
  title: string;
  step: string;
  /** Villages for which it may be begun, their own first. */
  places: readonly Place[];
}

const digits = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

/** Every step with which this person may open a case, in the order of the programmes. */
export function startsFor(
  person: Person | undefined,
  programmes: readonly ProgrammeItem[],
  language: Language = 'zh',
): Begun[] {
  if (person === undefined) return [];
  const places = placesOf(person);
  return programmes.flatMap((programme) => {
    const said = (text: string) => programme.locales[language]?.[text] ?? text;
    return programme.starts
      .filter(({ role }) => mayBegin(person, programme.programme, role))
      .map((start) => ({ programme, start, title: said(programme.title), step: said(start.title), places }));
  });
}

function mayBegin({ kind, grants }: Person, programme: string, role: string): boolean {
  if (role === 'anyone') return true;
  if (role === 'applicant') return kind === 'applicant' || kind === 'proxy';
  const level = bundleOf(programme)?.definition.roles?.[role]?.level;
  return grants.some(
    (grant) => grant.role === role && (level === undefined || grant.division.length === digits[level]),
  );
}

/** A case belongs to a village: somebody's own, or one of those of a township or the county. */
const placesOf = ({ place }: Person): readonly Place[] =>
  place.code.length === 12 ? [place] : villages.filter(({ code }) => code.startsWith(place.code));
