/** Invented households and their applications. */
import type { Json, JsonObject } from '@aidflow/engine';
import { places } from '../county/divisions.ts';
import { syntheticCard, syntheticId, syntheticMobile } from './numbers.ts';
import type { Random } from './random.ts';

/** What the household has, as far as the decision will hang on it. */
export interface Means {
  /** Fen a month that each member counts with; the rural standard of 2026 is 50,000. */
  perCapita: number;
  relativeOfOfficial?: boolean | undefined;
}

export interface Household {
  name: string;
  application: JsonObject;
}

/** Stems of the old calendar, in which nobody is called. */
const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;

/**
 * One household's application. Its people are called so-and-so, by stem and number (`甲某0012`), as Chinese offices
 * write of somebody who is not to be named.
 *
 * @param order number of the household, from 1
 * @param village 12-digit code
 */
export function household(random: Random, order: number, village: string, means: Means): Household {
  const number = String(order).padStart(4, '0');
  const urban = village.slice(9) < '200';
  const size = random.between(1, 4);
  // Husband and wife have different names, children that of the first.
  const stem = (place: number) => stems[(order + (place === 1 ? 3 : 0)) % stems.length];
  const people = Array.from({ length: size }, (_, place) => ({
    name: `${stem(place)}${place < 2 ? '某' : '小'}${number}`,
    idNumber: syntheticId(birthday(random, place), (order * 4 + place) % 1000),
    relation: ['self', 'spouse', 'child', 'child'][place] ?? 'other',
  }));
  const self = people[0] as (typeof people)[number];
  const standardFactor = urban ? 72 / 50 : 1;
  const total = Math.round((means.perCapita * standardFactor * size) / 100) * 100;
  const members = people.map(
    (person, place): JsonObject => ({
      ...person,
      ...(place === 0 ? { working: true, income: { wages: total } } : {}),
      ...(place >= 2 ? { student: true } : {}),
      ...(place === 1 && order % 5 === 0 ? { disability: { grade: '2', kind: 'physical' } } : {}),
    }),
  );
  const application: JsonObject = {
    applicant: { name: self.name, idNumber: self.idNumber, mobile: syntheticMobile(order) },
    area: urban ? 'urban' : 'rural',
    registered: village,
    address: address(random, village),
    members: members as Json[],
    assets: { deposits: random.between(0, 40) * 10_000, houses: urban ? 1 : 0, ruralHouse: !urban },
    housing: urban ? 'public' : 'own',
    bank: { holder: self.name, number: syntheticCard(order) },
    consent: true,
    truth: true,
  };
  if (means.relativeOfOfficial === true) {
    const post = `${places.find(({ code }) => code === village)?.name}村委会委员`;
    application.officialRelatives = [
      { name: `${stems[(order + 5) % stems.length]}某${number}`, post, relation: '兄弟' },
    ];
  }
  return { name: self.name, application };
}

/** Old enough for its place in the household: the first two grown up, the rest at school. */
function birthday(random: Random, place: number): string {
  const year = place < 2 ? random.between(1948, 1990) : random.between(2010, 2019);
  return `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

function address(random: Random, village: string): string {
  const name = (code: string) => places.find((place) => place.code === code)?.name ?? code;
  return `${name(village.slice(0, 6))}${name(village.slice(0, 9))}${name(village)}${random.between(1, 9)}组${random.between(1, 80)}号`;
}
