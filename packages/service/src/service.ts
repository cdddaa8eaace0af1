/** The application service: everything that a door (HTTP, a test, a batch job) may ask for. */
import { type Bundle, problem } from '@aidflow/definition';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type Explanation,
  explain,
  type Mask,
  maskEvent,
  type Programme,
  proceduresAcross,
  type World,
} from '@aidflow/engine';
import type { Page, PageQuery } from '@aidflow/store';
import { type Answer, answering, done, refuse, refused } from './answer.ts';
import { type Advance, targetOf } from './clock.ts';
import { type Commands, createCommands } from './commands.ts';
import { type Core, createCore } from './core.ts';
import { collectDossier } from './dossier/collect.ts';
import { type Dossier, writeDossier } from './dossier/write.ts';
import { listEnrolments } from './enrolments.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { createFileStore } from './files.ts';
import { createGranting, type Granting } from './granting.ts';
import { createGrants, type Grants } from './grants.ts';
import { inbox, listCopies } from './inbox.ts';
import { letterPage } from './letters.ts';
import { type CaseListQuery, listCases, listNotices, type NoticeListQuery } from './lists.ts';
import { maskOfCase } from './masks.ts';
import { createMigrations, type Migrations } from './migrations.ts';
import { offersFor } from './offers.ts';
import type { ServiceOptions } from './options.ts';
import { createOutbox } from './outbox.ts';
import { listRecords, type RecordListQuery } from './records.ts';
import { type Running, runInBackground } from './runner.ts';
import { createSchedules } from './schedules.ts';
import { createSessions } from './sessions.ts';
import { createTakingOver, type TakingOver } from './taking-over.ts';
import { createTimers } from './timers.ts';
import { eventTitle } from './titles.ts';
import type {
  CaseChange,
  CaseListItem,
  CaseView,
  CopyItem,
  DivisionItem,
  EnrolmentItem,
  EventView,
  InboxPage,
  NoticeItem,
  ProgrammeItem,
  RecordItem,
  VersionItem,
} from './types.ts';
import { createViews } from './view.ts';

export interface Service extends Commands, Migrations, Evidence, Grants, Granting, TakingOver {
  programmes(): ProgrammeItem[];
  /** Translations of the texts of all definitions, by the text. */
  texts(language: string): Readonly<Record<string, string>>;
  /** A definition by its hash, whichever was published first or last. */
  definition(hash: string): Promise<Answer<Bundle>>;
  /** Every version of a programme, the newest first. */
  versions(programme: string): Promise<Answer<VersionItem[]>>;
  /** Keeps a bundle: new cases run on it from its first day on. Cases that run stay on theirs. Throws `ProblemError` `definition/hash`. */
  publish(bundle: Bundle, by: Actor): Promise<void>;
  divisions(parent?: string): DivisionItem[];

  caseView(actor: Actor, caseId: string): Promise<Answer<CaseView>>;
  /** Whether the actor may see the case; its version if so. */
  caseVersion(actor: Actor, caseId: string): Promise<number | undefined>;
  cases(actor: Actor, query: CaseListQuery): Promise<Answer<Page<CaseListItem>>>;
  events(actor: Actor, caseId: string): Promise<Answer<EventView[]>>;
  explain(actor: Actor, caseId: string, seq: number): Promise<Answer<Explanation>>;
  /** A letter as an HTML page that links to `stylesheet`; `n` counts from 0. */
  letter(
    actor: Actor,
    caseId: string,
    n: number,
    language: string,
    stylesheet: string,
  ): Promise<Answer<string>>;
  /**
   * The whole case as one archive, on record as read by the actor; whoever does not act on the case gets a masked copy
   * without documents.
   */
  dossier(actor: Actor, caseId: string): Promise<Answer<Dossier>>;
  inbox(actor: Actor, query: PageQuery): Promise<Answer<InboxPage>>;
  /** Cases of which the actor was sent a copy, latest first. */
  copies(actor: Actor, query: PageQuery): Promise<Answer<Page<CopyItem>>>;
  /** Cases that belong to a case, by step and index, as far as the actor may see them. */
  children(actor: Actor, caseId: string, query: PageQuery): Promise<Answer<Page<CaseListItem>>>;
  /** Records of a kind that the actor may see. */
  records(actor: Actor, query: RecordListQuery): Promise<Answer<Page<RecordItem>>>;
  /** Rounds that anybody may enrol in. */
  enrolments(division?: string): Promise<EnrolmentItem[]>;
  notices(query: NoticeListQuery): Promise<Answer<Page<NoticeItem>>>;

  /** Instant on the service's clock. */
  now(): string;
  /** Moves the clock forward, for demonstrations and tests; fires what falls due on the way, in time. */
  advance(advance: Advance): Promise<Answer<{ now: string; fired: number }>>;
  /** Fires due timers, makes due runs of schedules and sends what is due once; answers how many there were. */
  tick(): Promise<number>;
  /** Does so from now on, until stopped. */
  run(): Running;
  /** Is told of every change once it is on the disk; answers how to stop. */
  onChange(listener: (change: CaseChange) => void): () => void;
  /** Signs a person in for `hours`; answers the secret of the session, of which only the hash is kept. */
  startSession(person: string, hours: number): Promise<string>;
  /** The person of a session that has not ended. */
  session(secret: string): Promise<string | undefined>;
  endSession(secret: string): Promise<void>;
  /** Whether the actor may see a case in this state. */
  maySee(actor: Actor, state: CaseState): Promise<boolean>;
}

/** Starts a service on a store. The store stays the caller's: close it after the service has stopped. */
export async function createService(options: ServiceOptions): Promise<Service> {
  const core = await createCore(options);
  const views = createViews(core);
  const timers = createTimers(core);
  const outbox = createOutbox(core);
  const schedules = createSchedules(core);
  const files = options.files === undefined ? undefined : createFileStore(options.files);
  const reading = createReading(core);
  const tick = async () => {
    await core.registry.refresh();
    return (await timers.tick()) + (await schedules.run()) + (await outbox.drain());
  };

  return {
    ...createCommands(core, views, timers),
    ...createMigrations(core, timers),
    ...createEvidence(core, files),
    ...createGrants(core),
    ...createGranting(core),
    ...createTakingOver(core),

    programmes: () => core.registry.list(),
    versions: (programme) => answering(async () => done(core.registry.versions(programme))),
    texts: (language) => core.registry.texts(language),
    definition: (hash) => answering(async () => done((await core.registry.get(hash)).bundle)),
    async publish(bundle, { id, kind, name }) {
      const at = core.clock.now();
      await core.registry.publish(bundle, at);
      await core.store.audit({
        at,
        by: { id, kind, name },
        action: 'definition.published',
        subject: bundle.hash,
      });
    },
    divisions: (parent) => core.divisions.below(parent),

    caseView: (actor, caseId) =>
      reading(actor, caseId, async ({ state, world }) => done(await views.caseView(actor, state, world))),
    async caseVersion(actor, caseId) {
      const found = await reading(actor, caseId, async ({ state }) => done(state.version));
      return found.ok ? found.value : undefined;
    },
    cases: (actor, query) => answering(async () => done(await listCases(core, actor, query))),
    events: (actor, caseId) =>
      reading(actor, caseId, async ({ events, mask }) => {
        const procedures = proceduresAcross(await core.registry.versionsOf(events), events);
        return done(
          events.map((event, index) => ({
            ...(mask ? maskEvent(event, mask) : event),
            ...eventTitle(procedures[index] as Programme, event),
          })),
        );
      }),
    explain: (actor, caseId, seq) =>
      reading(actor, caseId, async ({ events, mask }) => {
        const { calendar } = core;
        const versions = await core.registry.versionsOf(events);
        return done(explain(versions, events, seq, { calendar, mask, reveal: !mask }));
      }),
    letter: (actor, caseId, n, language, stylesheet) =>
      reading(actor, caseId, async ({ state, mask }) => {
        const letter = state.letters[n];
        if (!letter) return refuse('letter/unknown', { case: state.number, n });
        return done(letterPage(mask ? mask.deep(letter) : letter, language, stylesheet));
      }),
    dossier: (actor, caseId) =>
      reading(actor, caseId, async ({ state, events, mask }) => {
        const made = core.clock.now();
        const { names } = core.divisions;
        const { files: folder } = options;
        const dossier = writeDossier(
          await collectDossier({ store: core.store, files: folder, state, events, names, made, mask }),
        );
        const { id, kind, name } = actor;
        await core.store.audit({
          at: made,
          by: { id, kind, name },
          action: mask ? 'dossier.exported-masked' : 'dossier.exported',
          // The head is what a verifier needs to know from elsewhere.
          subject: `${caseId} ${dossier.head}`,
        });
        return done(dossier);
      }),
    copies: (actor, query) => answering(async () => done(await listCopies(core, actor, query))),
    children: (actor, caseId, query) =>
      reading(actor, caseId, async () => done(await listCases(core, actor, { ...query, parent: caseId }))),
    records: (actor, query) => answering(async () => done(await listRecords(core, actor, query))),
    enrolments: (division) => listEnrolments(core, division),
    inbox: (actor, query) => answering(async () => done(await inbox(core, actor, query))),
    notices: (query) => answering(async () => done(await listNotices(core, query))),

    now: () => core.clock.now(),
    advance: (advance) =>
      answering(async () => {
        const isWorkingDay = (date: string) => core.calendar.isWorkingDay(date);
        const target = targetOf(advance, core.clock.now(), isWorkingDay, core.timezone);
        if (!target.ok) return refused([target.problem]);
        const between = async () => {
          await schedules.run();
          await outbox.drain();
        };
        const fired = await timers.advance(target.instant, between, schedules.next);
        return done({ now: core.clock.now(), fired });
      }),
    tick,
    run: () => runInBackground(core, { timers, outbox, schedules, files }),
    onChange: (listener) => core.listeners.add(listener),
    ...createSessions(core),
    maySee: async (actor, state) => core.access.maySee(actor, state, await core.world()),
  };
}

interface Read {
  state: CaseState;
  world: World;
  events: CaseEvent[];
  /** Absent for those who act on the case. */
  mask: Mask | undefined;
}

type Reading = <T>(
  actor: Actor,
  caseId: string,
  work: (read: Read) => Promise<Answer<T>>,
) => Promise<Answer<T>>;

/** Reading one case: what the actor may not see is not there. */
function createReading(core: Core): Reading {
  return (actor, caseId, work) =>
    answering(async () => {
      const world = await core.world();
      const state = await core.store.load(caseId);
      if (!state || !core.access.maySee(actor, state, world)) {
        return refused([problem('case/unknown', { case: caseId })]);
      }
      const { programme } = await core.registry.get(state.definition);
      const offers = offersFor(core.access, programme, state, actor, world);
      const events = await core.store.events(caseId, 0, state.version);
      const open = core.access.actsOn(actor, state, offers);
      const mask = open ? undefined : await maskOfCase(core, state, events);
      return work({ state, world, events, mask });
    });
}
