/** Who acts in a scenario: those it names, and the ones that every scenario has. */
import type { Actor, Grant, StandIn } from '@aidflow/engine';
import type { CastMember, Scenario } from './scenario.ts';

/** In every scenario without being named. `public` is a citizen who has nothing to do with the case. */
const BUILT_IN: Readonly<Record<string, Actor['kind']>> = {
  applicant: 'applicant',
  proxy: 'proxy',
  public: 'applicant',
  system: 'system',
};

/** The actors of a scenario by key. A named actor replaces the built-in one of the same key. */
export function castOf(scenario: Scenario): Map<string, Actor> {
  const cast = new Map<string, Actor>();
  const division = scenario.given?.division ?? '';
  for (const [key, kind] of Object.entries(BUILT_IN)) {
    // A proxy helps the people of a village, so that the one at hand belongs to the village of the case.
    const grants = kind === 'proxy' ? [{ role: 'proxy', division }] : [];
    cast.set(key, { id: key, kind, name: key, grants });
  }
  for (const [key, member] of Object.entries(scenario.actors ?? {})) {
    const { role, division, ...about } = memberOf(member);
    cast.set(key, {
      id: about.id ?? key,
      kind: about.kind ?? cast.get(key)?.kind ?? 'officer',
      name: about.name ?? key,
      grants: [
        ...(role === undefined || division === undefined ? [] : [{ role, division }]),
        ...(about.grants ?? []),
      ],
    });
  }
  return cast;
}

/** A list of roles is short for somebody who holds them. */
export function memberOf(member: CastMember | readonly Grant[]): CastMember {
  return isList(member) ? { grants: [...member] } : member;
}

function isList(member: CastMember | readonly Grant[]): member is readonly Grant[] {
  return Array.isArray(member);
}

/** Stand-ins by actor id; without grants of their own they lend all that the absent officer holds. */
export function standInsOf(scenario: Scenario, cast: ReadonlyMap<string, Actor>): StandIn[] {
  return (scenario.given?.['stand-ins'] ?? []).map((standIn) => {
    const absent = cast.get(standIn.absent);
    return {
      ...standIn,
      absent: absent?.id ?? standIn.absent,
      substitute: cast.get(standIn.substitute)?.id ?? standIn.substitute,
      grants: standIn.grants ?? absent?.grants ?? [],
    };
  });
}
