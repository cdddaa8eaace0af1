/** Everybody whom a visitor can be. Officers are posts, not persons; residents are numbered. */
import type { Actor } from '@aidflow/engine';
import { county, type Place, townships, villages } from './divisions.ts';
import { type NeededPost, neededPosts } from './posts.ts';
import { bundles } from './programmes.ts';

/** What somebody comes for: each has a first page and a menu of their own. */
export type Desk = 'resident' | 'village' | 'office' | 'audit';

export interface Person extends Actor {
  desk: Desk;
  /** Post in both languages. */
  title: { zh: string; en: string };
  /** Where they act: a village, township or the county. */
  place: Place;
}

const posts = {
  clerk: { zh: '受理岗', en: 'reception clerk' },
  'investigator-a': { zh: '调查员甲', en: 'investigator A' },
  'investigator-b': { zh: '调查员乙', en: 'investigator B' },
  reviewer: { zh: '审核岗', en: 'reviewer' },
  leader: { zh: '负责人', en: 'leader' },
} as const;

/** The role of a post: both investigators hold one. */
const roleOf = (post: string) => post.replace(/-[ab]$/, '');

/** Two in one post are told apart by these. */
const numerals = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
const letters = 'ABCDEFGH';

interface Post {
  id: string;
  place: Place;
  role: string;
  desk: Desk;
  zh: string;
  en: string;
}

/** Somebody with a post in a township or village, called by both. */
const officer = ({ id, place, role, desk, zh, en }: Post): Person => ({
  id,
  kind: desk === 'village' ? 'proxy' : 'officer',
  name: `${place.name}${zh}`,
  grants: [{ role, division: place.code }],
  desk,
  title: { zh: `${place.name}${zh}`, en: `${place.english}, ${en}` },
  place,
});

/** Of the county there is one: on the pages its posts need no name before them. */
function countyOfficer(id: string, role: string, desk: Desk, zh: string, en: string): Person {
  return {
    ...officer({ id, place: county, role, desk, zh, en }),
    title: { zh: zh.startsWith('县') ? zh : `县${zh}`, en: en.startsWith('County') ? en : `County ${en}` },
  };
}

const townshipOfficers = townships.flatMap((place) =>
  Object.entries(posts).map(([post, words]) =>
    officer({ id: `${post}-${place.code}`, place, role: roleOf(post), desk: 'office', ...words }),
  ),
);

/** The first village of a township; communities of the town have other codes. */
const firstVillage = (town: Place): Place =>
  villages.find(({ code }) => code.startsWith(town.code) && code.slice(9) > '199') as Place;

/** One committee a township helps its residents to apply. */
const committees = townships.map((town) => {
  const place = firstVillage(town);
  const words = { zh: '村委会代办员', en: 'committee proxy' };
  return officer({ id: `committee-${place.code}`, place, role: 'committee', desk: 'village', ...words });
});

/** Two residents a township, who apply for themselves in front of the visitor. */
const residents = townships.flatMap((town, place): Person[] => {
  const home = firstVillage(town);
  return ['甲', '乙'].map((letter, turn) => {
    const number = String(9001 + place * 2 + turn);
    const zh = `村民${letter}${number}`;
    return {
      id: `resident-${number}`,
      kind: 'applicant',
      name: zh,
      grants: [],
      desk: 'resident',
      title: { zh, en: `Resident ${turn === 0 ? 'A' : 'B'} ${number}` },
      place: home,
    };
  });
});

const countyOfficers: Person[] = [
  countyOfficer('officer-a', 'officer', 'office', '民政局确认岗甲', 'confirming officer A'),
  countyOfficer('officer-b', 'officer', 'office', '民政局确认岗乙', 'confirming officer B'),
  countyOfficer('auditor', 'auditor', 'audit', '民政局监督岗', 'auditor'),
];

/** Those whom the first page shows, township by township. */
export const livingAllowance: readonly Person[] = [
  ...residents,
  ...committees,
  ...townshipOfficers,
  ...countyOfficers,
];

const digits = { county: 6, township: 9, village: 12 } as const;

/** Whether somebody holds a role at a level as an officer. */
const holds = ({ role, level }: Pick<NeededPost, 'role' | 'level'>, { kind, grants }: Person) =>
  kind === 'officer' &&
  grants.some((grant) => grant.role === role && grant.division.length === digits[level]);

const placesAt = (level: NeededPost['level']): readonly Place[] =>
  level === 'county' ? [county] : level === 'township' ? townships : townships.map(firstVillage);

/** What the other programmes ask for besides: a post for each role in each place, several where several must act. */
const otherOfficers = neededPosts(bundles)
  .filter((post) => !livingAllowance.some((person) => holds(post, person)))
  .flatMap(({ role, level, zh, en, people: count }) =>
    placesAt(level).flatMap((place) =>
      Array.from({ length: count }, (_, turn) => {
        const id = `${role}-${turn + 1}-${place.code}`;
        const [one, other] = count === 1 ? ['', ''] : [numerals[turn], ` ${letters[turn]}`];
        const words = { zh: `${zh}${one}`, en: `${en}${other}` };
        return level === 'county'
          ? countyOfficer(id, role, 'office', words.zh, words.en)
          : officer({ id, place, role, desk: 'office', ...words });
      }),
    ),
  );

export const people: readonly Person[] = [...livingAllowance, ...otherOfficers];

/** Everybody who may act in a post. */
export const holders = (post: Pick<NeededPost, 'role' | 'level'>): Person[] =>
  people.filter((person) => holds(post, person));

/** @throws Error when nobody has this id: ids are written in this program only */
export function personCalled(id: string): Person {
  const person = people.find((one) => one.id === id);
  if (person === undefined) throw new Error(`Nobody in the county has the id ${id}`);
  return person;
}

/** The officer with a post in a township. */
export const townshipOfficer = (post: keyof typeof posts, township: string): Person =>
  personCalled(`${post}-${township}`);
