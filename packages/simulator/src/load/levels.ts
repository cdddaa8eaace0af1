/** Levels at which officers work and decide, from above, with their names. */
import type { CountyText } from '@aidflow/definition';
import type { DecidedAt } from './tally.ts';

export const KNOWN_LEVELS: readonly { id: DecidedAt; name: CountyText }[] = [
  { id: 'county', name: { zh: '县级', en: 'county' } },
  { id: 'township', name: { zh: '乡镇', en: 'township' } },
  { id: 'village', name: { zh: '村', en: 'village' } },
  { id: 'none', name: { zh: '未经决定', en: 'no decision' } },
];

/** The name of a level; `all` for all together. */
export function levelName(id: string): CountyText {
  return KNOWN_LEVELS.find((one) => one.id === id)?.name ?? { zh: '合计', en: 'all' };
}
