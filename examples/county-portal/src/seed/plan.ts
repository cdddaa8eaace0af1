/** Which household applies when and where, and what will happen to it. All of it follows from one number. */
import type { Actor, Calendar } from '@aidflow/engine';
import { villages } from '../county/divisions.ts';
import { people, personCalled } from '../county/people.ts';
import { type Household, household } from './household.ts';
import { type Random, seededRandom } from './random.ts';
import { storiesFor, story } from './stories.ts';
import type { Story } from './story.ts';

export interface PlannedCase {
  /** ISO date on which the application is made. */
  day: string;
  village: string;
  applicant: Actor;
  household: Household;
  story: Story;
}

export interface Period {
  /** ISO dates; the last day only sees applications come in. */
  first: string;
  last: string;
}

/** Days from the first to the last on which offices are open. */
export function workingDays({ first, last }: Period, calendar: Calendar): string[] {
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    if (calendar.isWorkingDay(day)) days.push(day);
  }
  return days;
}

/** `count` cases in all; the first few belong to people whom a visitor can be. */
export function planCases(seed: number, count: number, days: readonly string[]): PlannedCase[] {
  const random = seededRandom(seed);
  const own = ownCases(random, days).slice(0, count);
  const others = storiesFor(count - own.length, random).map((tale, place, all): PlannedCase => {
    const order = place + 1;
    const day = days[Math.floor((place / all.length) * days.length)] as string;
    const village = random.pick(villages).code;
    const home = household(random, order, village, tale.means);
    const applicant: Actor = {
      id: `household-${String(order).padStart(4, '0')}`,
      kind: 'applicant',
      name: home.name,
      grants: [],
    };
    return { day, village, applicant, household: home, story: tale };
  });
  return [...own, ...others].sort((a, b) => a.day.localeCompare(b.day));
}

/** One case for the first resident of each township, each at another place, and one for each committee. */
function ownCases(random: Random, days: readonly string[]): PlannedCase[] {
  const daysAgo = (back: number) => days[Math.max(0, days.length - 1 - back)] as string;
  const residents = people.filter(({ desk }) => desk === 'resident').filter((_, place) => place % 2 === 0);
  const committees = people.filter(({ desk }) => desk === 'village');
  const cast = [
    { tale: 'approved', back: 9 },
    { tale: 'approved', back: 24 },
    { tale: 'papersNeverCame', back: 6 },
    { tale: 'incomeOver', back: 20 },
  ] as const;
  const mine = residents.map((person, place) => {
    const { tale, back } = cast[place % cast.length] as (typeof cast)[number];
    return ownCase(random, person.id, 9001 + place * 2, daysAgo(back), story(tale, random));
  });
  const proxied = committees.map((person, place) =>
    ownCase(random, person.id, 8001 + place, daysAgo(3 + place * 4), story('approved', random)),
  );
  return [...mine, ...proxied];
}

function ownCase(random: Random, id: string, order: number, day: string, tale: Story): PlannedCase {
  const person = personCalled(id);
  const village = person.place.code;
  const home = household(random, order, village, tale.means);
  return {
    day,
    village,
    applicant: person,
    household: person.desk === 'resident' ? named(home, person.name) : withProxy(home, person.name),
    story: tale,
  };
}

/** The household of somebody with a name of their own. */
function named({ application }: Household, name: string): Household {
  const [self, ...others] = application.members as { name: string }[];
  const applicant = { ...(application.applicant as object), name };
  const bank = { ...(application.bank as object), holder: name };
  return { name, application: { ...application, applicant, bank, members: [{ ...self, name }, ...others] } };
}

function withProxy(home: Household, name: string): Household {
  const proxy = { kind: 'committee', name, mobile: '13800008001' };
  return { ...home, application: { ...home.application, proxy } };
}
