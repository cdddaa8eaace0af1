/** The posts that the programmes ask for, read off their definitions: one for each role at each level. */
import { type Bundle, flatSteps, type Level } from '@aidflow/definition';

export interface NeededPost {
  role: string;
  level: Extract<Level, 'county' | 'township' | 'village'>;
  zh: string;
  en: string;
  /** So many different people act in it, where two must sign or one must not check their own work. */
  people: number;
  /** Ids of the programmes in which it acts. */
  programmes: string[];
}

/** Every role of the programmes, in their order. Roles of one name at one level are one post, titled as the first does. */
export function neededPosts(bundles: readonly Bundle[]): NeededPost[] {
  const posts = new Map<string, NeededPost>();
  for (const { programme, definition, locales } of bundles) {
    for (const [role, { title, level }] of Object.entries(definition.roles ?? {})) {
      if (level !== 'county' && level !== 'township' && level !== 'village') continue;
      const key = `${role}@${level}`;
      const post = posts.get(key) ?? {
        role,
        level,
        zh: title,
        en: locales.en?.[title] ?? title,
        people: 1,
        programmes: [],
      };
      posts.set(key, {
        ...post,
        people: Math.max(post.people, signersOf(definition, role)),
        programmes: [...post.programmes, programme],
      });
    }
  }
  return [...posts.values()];
}

/** How many people of one role a case can ask for. */
function signersOf({ steps, parameters = {} }: Bundle['definition'], role: string): number {
  const all = flatSteps(steps).map(({ step }) => step);
  const tasks = all.flatMap((step) => (step.kind === 'task' && step.role === role ? [step] : []));
  const ids = new Set(tasks.map(({ id }) => id));
  const signers = tasks.map(
    (task) => (task.by ?? 1) + (task['separate-from'] ?? []).filter((id) => ids.has(id)).length,
  );
  const voters = all.flatMap((step) => {
    if (step.kind !== 'vote' || step.ballots?.role !== role) return [];
    const { electorate } = step.ballots;
    const size =
      parameters[electorate.replace('parameters.', '')]?.values.at(-1)?.value ?? Number(electorate);
    return typeof size === 'number' && size > 0 ? [size] : [];
  });
  return Math.max(1, ...signers, ...voters);
}
