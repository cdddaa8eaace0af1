/** Lists of cases and of public notices. */
import { maskName } from '@aidflow/definition';
import {
  type Actor,
  type CaseState,
  localDate,
  type Programme,
  procedureOf,
  type World,
} from '@aidflow/engine';
import type { CaseRow, NoticeRow, Page, PageQuery } from '@aidflow/store';
import type { Core } from './core.ts';
import { maskOfCase } from './masks.ts';
import { isPublic, offersFor } from './offers.ts';
import type { CaseListItem, NoticeItem, Objection } from './types.ts';

export interface CaseListQuery extends PageQuery {
  programme?: string | undefined;
  /** Only those that belong to this case. */
  parent?: string | undefined;
  status?: CaseState['status'] | undefined;
  step?: string | undefined;
  q?: string | undefined;
}

/**
 * The cases that the actor may see, newest first, but those of one case in their order. Names are masked: a list is no
 * place to read them.
 */
export async function listCases(core: Core, actor: Actor, query: CaseListQuery): Promise<Page<CaseListItem>> {
  const world = await core.world();
  const scopes = core.access.scopes(actor, world);
  const who =
    actor.kind === 'officer'
      ? { scopes, names: scopes.every(({ programmes }) => programmes !== undefined) }
      : { applicant: actor.id };
  const { programme, ...rest } = query;
  const programmes = programme === undefined ? undefined : [programme];
  const page = await core.store.cases({ ...rest, programmes, ...who });
  return { ...page, items: await Promise.all(page.items.map((row) => listItem(core, row))) };
}

async function listItem(core: Core, row: CaseRow): Promise<CaseListItem> {
  const { bundle, programme } = await core.registry.get(row.definition);
  const { id, number, division, applicant, status, outcome, opened, updated, version, nextDue, parent } = row;
  const { steps } = procedureOf(programme, { procedure: row.procedure ?? undefined });
  return {
    id,
    number,
    programme: row.programme,
    title: bundle.title,
    division,
    divisionName: core.divisions.path(division),
    applicant: maskName(applicant.name),
    steps: row.steps.map((step) => steps.get(step)?.title ?? step),
    status,
    outcome,
    opened,
    updated,
    version,
    nextDue,
    parent,
  };
}

export interface NoticeListQuery extends PageQuery {
  division?: string | undefined;
}

/** Somebody of whom nothing is known: what they may do, anybody may. */
const ANYONE = { id: '', kind: 'applicant', name: '', grants: [] } as const;

/** The notices that are up today, latest first, for everybody to read. */
export async function listNotices(core: Core, query: NoticeListQuery): Promise<Page<NoticeItem>> {
  const world = await core.world();
  const page = await core.store.notices({ ...query, on: localDate(world.now, core.timezone) });
  const items = await Promise.all(page.items.map((row) => noticeItem(core, row, world)));
  return { ...page, items: items.filter((item) => item !== undefined) };
}

async function noticeItem(core: Core, row: NoticeRow, world: World): Promise<NoticeItem | undefined> {
  const state = await core.store.load(row.caseId);
  if (!state) return undefined;
  const { bundle, programme } = await core.registry.get(state.definition);
  const objection = objectionTo(core, programme, state, world);
  const mask = await maskOfCase(core, state, await core.store.events(state.id));
  return {
    ...mask.deep(row.notice),
    id: `${row.caseId}.${row.n}`,
    case: row.caseId,
    programme: row.programme,
    programmeTitle: bundle.title,
    definition: state.definition,
    division: row.division,
    divisionName: core.divisions.path(row.division),
    locales: bundle.locales,
    ...(objection ? { objection } : {}),
  };
}

function objectionTo(
  core: Core,
  programme: Programme,
  state: CaseState,
  world: World,
): Objection | undefined {
  const actor = { ...ANYONE, grants: [] };
  const offers = offersFor(core.access, programme, state, actor, world);
  const offer = offers.find(({ step, do: what }) => step !== undefined && isPublic(offers, what));
  if (!offer) return undefined;
  return {
    do: offer.do,
    title: offer.title,
    ...(offer.form === undefined ? {} : { form: offer.form }),
  };
}
