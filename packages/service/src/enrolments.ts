/** Rounds that anybody may enrol in, with their forms, for everybody to read. */
import { procedureOf } from '@aidflow/engine';
import type { Core } from './core.ts';
import { isPublic, offersFor } from './offers.ts';
import type { EnrolmentItem } from './types.ts';

/** Rounds shown at most, and those looked at for one step. */
const MOST = 100;

/** Somebody of whom nothing is known: what they may do, anybody may. */
const ANYONE = { id: '', kind: 'applicant', name: '', grants: [] } as const;

/** The rounds that are open for enrolment now, within a division where one is given; latest first. */
export async function listEnrolments(core: Core, division = ''): Promise<EnrolmentItem[]> {
  const world = await core.world();
  const found: EnrolmentItem[] = [];
  for (const step of core.registry.enrolling()) {
    const query = { scopes: [{ division }], status: 'active' as const, step, limit: MOST };
    for (const { id } of (await core.store.cases(query)).items) {
      const state = await core.store.load(id);
      if (!state) continue;
      const { bundle, programme } = await core.registry.get(state.definition);
      const its = procedureOf(programme, state).steps.get(step);
      if (its?.kind !== 'each' || !its.enrol) continue;
      const actor = { ...ANYONE, grants: [] };
      const what = `${step}.enrol`;
      if (!isPublic(offersFor(core.access, programme, state, actor, world), what)) continue;
      const until = state.steps[step]?.until;
      const record = state.items?.[step];
      found.push({
        case: id,
        do: what,
        title: its.enrol.title,
        form: its.enrol.form,
        programme: bundle.programme,
        programmeTitle: bundle.title,
        definition: state.definition,
        division: state.division,
        divisionName: core.divisions.path(state.division),
        opened: state.opened,
        ...(until === undefined ? {} : { until }),
        enrolled: (record?.items.length ?? 0) + (record?.pending.length ?? 0),
        locales: bundle.locales,
      });
    }
  }
  return found.sort((a, b) => b.opened.localeCompare(a.opened)).slice(0, MOST);
}
