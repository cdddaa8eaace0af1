/** A case as one actor sees it: where it stands, what may be done, how it came there. */
import {
  type Actor,
  activeSteps,
  type CaseEvent,
  type CaseState,
  clocks,
  holderOf,
  localDate,
  maskEvent,
  maskState,
  type Programme,
  procedureOf,
  proceduresAcross,
  replayAcross,
  type Step,
  timers,
  type World,
} from '@aidflow/engine';
import type { Core } from './core.ts';
import { historyOf } from './history.ts';
import { maskOfCase } from './masks.ts';
import { needsOf } from './needs.ts';
import { offersFor } from './offers.ts';
import { RECORDS } from './records.ts';
import type { CaseView, FileView, StepView, Urged, WaitingFor } from './types.ts';

export interface Views {
  caseView(actor: Actor, state: CaseState, world: World): Promise<CaseView>;
  /** The view as it was after `version` events at the instant `at`; nothing where the actor may not see the case. */
  viewAt(actor: Actor, caseId: string, version: number, at: string): Promise<CaseView | undefined>;
}

export function createViews(core: Core): Views {
  async function caseView(actor: Actor, state: CaseState, world: World): Promise<CaseView> {
    return view(actor, state, await core.store.events(state.id, 0, state.version), world);
  }

  async function view(
    actor: Actor,
    state: CaseState,
    events: readonly CaseEvent[],
    world: World,
  ): Promise<CaseView> {
    const { bundle, programme } = await core.registry.get(state.definition);
    const procedure = procedureOf(programme, state);
    const offers = offersFor(core.access, programme, state, actor, world);
    const masked = !core.access.actsOn(actor, state, offers);
    const parent = state.parent && (await core.store.load(state.parent.case));
    const mask = masked ? await maskOfCase(core, state, events) : undefined;
    const versions = await core.registry.versionsOf(events);
    const shown = mask ? maskState(state, mask) : state;
    const shownEvents = mask ? events.map((event) => maskEvent(event, mask)) : events;
    const files: FileView[] = masked
      ? []
      : (await core.store.caseFiles(state.id)).map(({ sha256, size, type, name }) => ({
          sha256,
          size,
          type,
          name,
        }));
    return {
      state: shown,
      title: bundle.title,
      divisionName: core.divisions.path(state.division),
      steps: stepViews(core, procedure, state, world),
      offers: offers.map((offer) => {
        const needs = offer.may && offer.form === undefined ? needsOf(procedure, state, offer.do) : [];
        return needs.length > 0 ? { ...offer, needs } : offer;
      }),
      clocks: clocks(programme, state, core.calendar, world.now),
      history: historyOf(proceduresAcross(versions, events), shownEvents),
      letters: shown.letters.map((letter, n) => ({ ...letter, n })),
      notices: shown.notices,
      award: shown.award,
      ...(state.parent
        ? {
            parent: {
              ...state.parent,
              may: parent !== undefined && core.access.maySee(actor, parent, world),
            },
          }
        : {}),
      questions: shown.questions ?? [],
      copies: shown.copies ?? [],
      ...urgedIn(state),
      ...suspendedIn(shown),
      files,
      divisionNames: namesIn(core, [state.division, ...events.flatMap(divisionsOf)]),
      today: localDate(world.now, programme.timezone),
      masked,
    };
  }

  return {
    caseView,
    async viewAt(actor, caseId, version, at) {
      const events = await core.store.events(caseId, 0, version);
      const state = replayAcross(await core.registry.versionsOf(events), events);
      const world = await core.world(at);
      if (!state || !core.access.maySee(actor, state, world)) return undefined;
      return view(actor, state, events, world);
    },
  };
}

/** How often and when the case was urged, if it was. */
export function urgedIn({ operations }: CaseState): { urged?: Urged } {
  const urged = operations?.urge;
  return urged ? { urged } : {};
}

function suspendedIn({ suspensions }: CaseState): Pick<CaseView, 'suspended'> {
  const open = suspensions?.find(({ to }) => to === undefined);
  return open ? { suspended: { from: open.from, by: open.by, reasons: open.reasons } } : {};
}

/** Names of divisions and of those above them down from the county. */
function namesIn({ divisions }: Core, codes: readonly string[]): Record<string, string> {
  const all = codes.flatMap((code) =>
    [6, 9, 12].filter((n) => n <= code.length).map((n) => code.slice(0, n)),
  );
  return Object.fromEntries(
    [...new Set(all)].filter(divisions.has).map((code) => [code, divisions.name(code)]),
  );
}

function divisionsOf({ authority }: CaseEvent): string[] {
  const { division, delegation } = authority ?? {};
  return [division, delegation?.from, delegation?.to].filter((code) => code !== undefined);
}

function stepViews(core: Core, programme: Programme, state: CaseState, world: World): StepView[] {
  const until = new Map(timers(programme, state, core.calendar).map(({ step, due }) => [step, due]));
  return activeSteps(programme, state).flatMap((id) => {
    const step = programme.steps.get(id);
    if (!step) return [];
    const waitingFor = waitingOf(core, programme, step, state, world);
    const due = until.get(id);
    return [
      {
        id,
        title: step.title,
        kind: step.kind,
        ...(step.kind === 'task' || step.kind === 'vote' ? { role: step.role } : {}),
        ...('level' in step && step.level !== undefined ? { level: step.level } : {}),
        since: state.steps[id]?.enteredAt ?? state.updated,
        ...(waitingFor ? { waitingFor } : {}),
        ...(due === undefined ? {} : { until: due }),
        ...itemsIn(state, id),
      },
    ];
  });
}

function itemsIn(state: CaseState, step: string): Pick<StepView, 'items'> {
  const items = state.items?.[step]?.items;
  if (!items) return {};
  return {
    items: { total: items.length, ended: items.filter(({ outcome }) => outcome !== undefined).length },
  };
}

function waitingOf(
  { divisions }: Core,
  programme: Programme,
  step: Step,
  state: CaseState,
  world: World,
): WaitingFor | undefined {
  if (step.kind === 'check' && step.connector !== undefined) {
    const roleTitle =
      step.connector === RECORDS
        ? '台账'
        : (programme.definition.connectors?.[step.connector]?.title ?? step.connector);
    const { division } = state;
    return { role: 'connector', roleTitle, division, divisionName: divisions.name(division) };
  }
  if (step.kind !== 'task' && step.kind !== 'vote') return undefined;
  if (step.role === 'applicant' || step.role === 'anyone') {
    const { division } = state;
    const roleTitle = step.role === 'applicant' ? '申请人' : '任何人';
    return { role: step.role, roleTitle, division, divisionName: divisions.name(division) };
  }
  const held = step.kind === 'vote' ? { ...step, role: step.ballots?.role ?? step.role } : step;
  const { role, division } = holderOf(programme, held, state, world);
  const roleTitle = programme.definition.roles?.[role]?.title ?? role;
  const person = state.steps[step.id]?.assignee?.name;
  return {
    role,
    roleTitle,
    division,
    divisionName: divisions.name(division),
    ...(person === undefined ? {} : { person }),
  };
}
