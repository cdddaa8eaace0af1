/** What everything in a report is called, in both languages. */
import type { CountyText } from '@aidflow/definition';
import type { Programme } from '@aidflow/engine';
import { KNOWN_LEVELS } from './levels.ts';
import type { Plan } from './plan.ts';

export interface CountyNames {
  programmes: Record<string, CountyText>;
  /** By `programme/clock`. */
  clocks: Record<string, CountyText>;
  /** By `role@level`. */
  desks: Record<string, CountyText>;
  groups: Record<string, CountyText>;
  /** By `programme/step`. */
  steps: Record<string, CountyText>;
}

/** The names of all plans of a county. */
export function namesOf(plans: readonly Plan[]): CountyNames {
  const names: CountyNames = { programmes: {}, clocks: {}, desks: {}, groups: {}, steps: {} };
  for (const { programmes, groups } of plans) {
    for (const [id, { programme, title }] of Object.entries(programmes)) {
      names.programmes[id] = title;
      for (const [clock, { title: called }] of Object.entries(programme.clocks)) {
        names.clocks[`${id}/${clock}`] = inBoth(programme, called);
      }
      for (const step of programme.steps.values())
        names.steps[`${id}/${step.id}`] = inBoth(programme, step.title);
      for (const [role, { title: called }] of Object.entries(programme.definition.roles ?? {})) {
        for (const { id: level, name } of KNOWN_LEVELS) {
          const key = `${role}@${level}`;
          const spoken = inBoth(programme, called);
          names.desks[key] ??= { zh: spoken.zh, en: `${spoken.en} (${name.en})` };
        }
      }
    }
    for (const { id, roles, written } of groups) {
      names.groups[id] = written.title ?? { zh: id, en: id };
      if (written.title && roles.length === 1) {
        for (const { id: level } of KNOWN_LEVELS) names.desks[`${roles[0]}@${level}`] = written.title;
      }
    }
  }
  return names;
}

function inBoth({ locales }: Programme, text: string): CountyText {
  return { zh: text, en: locales.en?.[text] ?? text };
}
