/** Operating subsidy of senior canteens: so much a verified meal, under a cap for the period. */
import { type Exact, plus, times } from '@aidflow/definition';
import { capped } from './capped.ts';

export interface Meal {
  /** The diner, by any stable id. */
  diner: string;
  /** ISO date. */
  date: string;
  category: string;
}

/** Meals that count, by category: at most `perDay` of each diner and day, the first ones in the list. */
export function mealsCounted(meals: readonly Meal[], perDay: number): Record<string, number> {
  const eaten = new Map<string, number>();
  const counted: Record<string, number> = {};
  for (const { diner, date, category } of meals) {
    const key = JSON.stringify([diner, date]);
    const before = eaten.get(key) ?? 0;
    eaten.set(key, before + 1);
    if (before < perDay) counted[category] = (counted[category] ?? 0) + 1;
  }
  return counted;
}

/** `min(sum(meals x rate), cap)` in fen; a category without a rate is not subsidised. */
export function canteenSubsidy(
  meals: Readonly<Record<string, number>>,
  rates: Readonly<Record<string, Exact>>,
  cap: Exact,
): Exact {
  const sum = Object.entries(meals).reduce<Exact>(
    (total, [category, count]) => plus(total, times(rates[category] ?? 0, count)),
    0,
  );
  return capped(sum, cap);
}

/** `min(audited cost x share, cap of the tier)` in fen. */
export function canteenBuildSubsidy(cost: Exact, share: Exact, cap: Exact): Exact {
  return capped(times(cost, share), cap);
}
