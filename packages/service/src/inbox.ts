/** Work lists: the tasks that an actor could take up now, those whose clock has least left first, and copies. */

import { maskName } from '@aidflow/definition';
import { type Actor, type CaseState, clocks, type Offer, type World } from '@aidflow/engine';
import type { Page, PageQuery, TaskRow } from '@aidflow/store';
import { grantsOf } from './access.ts';
import type { Core } from './core.ts';
import { offersFor } from './offers.ts';
import type { CopyItem, Due, InboxItem, InboxPage } from './types.ts';
import { urgedIn } from './view.ts';

/** Refusals that mean: this is somebody else's work. Others are shown with their reason. */
const NOT_THEIRS = [
  'authority/role',
  'authority/jurisdiction',
  'authority/level',
  'authority/delegated',
  'authority/applicant',
  'authority/own-case',
  'authority/assigned',
  'authority/others-named',
  'step/already-signed',
];

/** Pages of tasks that are looked through at most for one page of an inbox. */
const LOOKS = 20;

/** Copies shown with the first page of an inbox. */
const COPIES = 10;

export async function inbox(core: Core, actor: Actor, query: PageQuery): Promise<InboxPage> {
  const page = await taskPage(core, actor, query);
  if (query.cursor !== undefined || actor.kind !== 'officer') return page;
  return { ...page, copies: (await listCopies(core, actor, { limit: COPIES })).items };
}

/** Cases of which the actor was sent a copy, latest first. */
export async function listCopies(core: Core, actor: Actor, query: PageQuery): Promise<Page<CopyItem>> {
  const world = await core.world();
  const page = await core.store.copies({ ...query, person: actor.id });
  const items = await Promise.all(
    page.items.map(async ({ caseId, at, by }): Promise<CopyItem | undefined> => {
      const state = await core.store.load(caseId);
      if (!state) return undefined;
      const { bundle, programme } = await core.registry.get(state.definition);
      const offers = offersFor(core.access, programme, state, actor, world);
      return {
        case: state.id,
        number: state.number,
        applicant: nameFor(core, actor, state, offers),
        programme: state.programme,
        title: bundle.title,
        division: state.division,
        divisionName: core.divisions.path(state.division),
        status: state.status,
        at,
        by,
      };
    }),
  );
  return { ...page, items: items.filter((item) => item !== undefined) };
}

async function taskPage(core: Core, actor: Actor, { cursor, limit }: PageQuery): Promise<Page<InboxItem>> {
  const world = await core.world();
  const query =
    actor.kind === 'officer'
      ? { grants: grantsOf(actor, world, core.timezone), person: actor.id }
      : { grants: [], applicant: actor.id };
  const items: InboxItem[] = [];
  let next = cursor;
  for (let look = 0; look < LOOKS; look++) {
    const page = await core.store.tasks({ ...query, cursor: next, limit: limit - items.length });
    for (const row of page.items) {
      const item = await itemOf(core, actor, row, world);
      if (item) items.push(item);
    }
    next = page.next;
    if (next === undefined || items.length >= limit) break;
  }
  return next === undefined ? { items } : { items, next };
}

async function itemOf(core: Core, actor: Actor, row: TaskRow, world: World): Promise<InboxItem | undefined> {
  const state = await core.store.load(row.caseId);
  if (!state) return undefined;
  const { bundle, programme } = await core.registry.get(state.definition);
  const offers = offersFor(core.access, programme, state, actor, world).filter(
    ({ step }) => step === row.step,
  );
  const may = offers.some((offer) => offer.may);
  const why = offers.find((offer) => !offer.may)?.problem;
  if (!may && (why === undefined || NOT_THEIRS.includes(why.code))) return undefined;
  const due = dueOf(core, row, state, programme, world);
  return {
    case: state.id,
    number: state.number,
    applicant: nameFor(core, actor, state, offers),
    programme: state.programme,
    title: bundle.title,
    step: row.step,
    stepTitle: row.title,
    division: state.division,
    divisionName: core.divisions.path(state.division),
    since: row.since,
    ...(due ? { due } : {}),
    may,
    named: row.assignee === actor.id || (row.added?.includes(actor.id) ?? false),
    ...urgedIn(state),
    ...(may || why === undefined ? {} : { why }),
  };
}

function nameFor(core: Core, actor: Actor, state: CaseState, offers: readonly Offer[]): string {
  const { name } = state.applicant;
  return core.access.actsOn(actor, state, offers) ? name : maskName(name);
}

function dueOf(
  core: Core,
  row: TaskRow,
  state: CaseState,
  programme: Parameters<typeof clocks>[0],
  world: World,
): Due | undefined {
  const view = clocks(programme, state, core.calendar, world.now).find(({ clock }) => clock === row.clock);
  if (view?.due === undefined) return undefined;
  return { clock: view.clock, date: view.due, left: view.left, unit: view.unit, state: view.state };
}
