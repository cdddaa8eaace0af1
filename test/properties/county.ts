/** Cases of one programme that are driven at random: whatever is offered, due or awaited, by whoever may. */
import {
  type Actor,
  activeSteps,
  type CaseEvent,
  type CaseState,
  type Command,
  decide,
  type JsonObject,
  messages,
  nationalCalendar,
  type Offer,
  offered,
  type Programme,
  procedureOf,
  returnTargets,
  timers,
  type World,
} from '@aidflow/engine';

const officer = (id: string, role: string, division: string): Actor => ({
  ...{ id, kind: 'officer', name: id },
  grants: [{ role, division }],
});

const people: Actor[] = [
  { id: 'applicant', kind: 'applicant', name: 'applicant', grants: [] },
  { id: 'neighbour', kind: 'applicant', name: 'neighbour', grants: [] },
  officer('clerk', 'clerk', '620821100'),
  officer('first', 'investigator', '620821100'),
  officer('second', 'investigator', '620821100'),
  officer('third', 'investigator', '620821100'),
  officer('officer', 'officer', '620821'),
  officer('appeals', 'officer', '620821'),
  officer('elsewhere', 'clerk', '620821101'),
];
/** Colleagues who have had no part in any case: whoever is barred or has signed already, an office has others. */
const others: Actor[] = [
  officer('new clerk', 'clerk', '620821100'),
  officer('new investigator', 'investigator', '620821100'),
  officer('newer investigator', 'investigator', '620821100'),
  officer('new officer', 'officer', '620821'),
];
const system: Actor = { id: 'system', kind: 'system', name: 'system', grants: [] };
const calendar = nationalCalendar();

export class County {
  readonly cases = new Map<string, CaseState>();
  readonly events = new Map<string, CaseEvent[]>();
  /** Codes of refusals of what nobody had been offered: answers of systems, time, other cases. */
  readonly refusals = new Set<string>();
  #day = 0;
  readonly #programme: Programme;

  constructor(programme: Programme) {
    this.#programme = programme;
  }

  get world(): World {
    const now = new Date(Date.parse('2026-03-02T01:00:00Z') + this.#day * 86_400_000).toISOString();
    return { now, calendar, delegations: [], standIns: [], seed: 'seed', divisionNames: {} };
  }

  open(n: number): boolean {
    const open = { id: 'case-1', number: '1', division: '620821100201' };
    return this.#do('case-1', { do: 'apply', actor: people[0] as Actor, data: { n }, open }).ok;
  }

  /** One thing that may happen next, as `choice` says; what was offered must be accepted and the rest refused alike. */
  step(choice: number): void {
    const open = [...this.cases.values()].filter(({ status }) => status === 'active');
    const state = open[choice % open.length] ?? this.cases.get('case-1');
    if (!state) return;
    const what = choice >> 3;
    const due = timers(this.#programme, state, calendar)[0];
    const asked = activeSteps(this.#programme, state).find((id) => state.steps[id]?.asked);
    if (asked && what % 3 === 0) {
      const data = { n: what % 5 };
      this.#do(
        state.id,
        what % 4 === 0
          ? { do: `${asked}.fail`, actor: system }
          : { do: `${asked}.answer`, actor: system, data },
      );
    } else if (due && what % 5 === 1) {
      while (Date.parse(this.world.now) < Date.parse(due.due)) this.#day++;
      this.#do(state.id, { do: 'elapse', timer: due.id, actor: system });
    } else this.#act(state, what);
  }

  #act(state: CaseState, what: number): void {
    const actor = people[what % people.length] as Actor;
    const offers = offered(this.#programme, state, actor, this.world);
    const offer = offers[(what >> 4) % Math.max(1, offers.length)];
    // Withdrawing ends nearly every walk at once, and is one of the operations of the matrix.
    if (!offer || offer.do === 'withdraw') return;
    const result = this.#do(state.id, commandOf(this.#programme, state, offer, actor, what));
    if (result.ok !== offer.may && result.code !== 'engine/endless') {
      throw new Error(`${offer.do} by ${actor.id}: offered ${offer.may}, answered ${result.code}`);
    }
    if (!offer.may && result.code !== offer.problem?.code && result.code !== 'engine/endless') {
      throw new Error(`${offer.do} by ${actor.id}: said ${offer.problem?.code}, refused ${result.code}`);
    }
  }

  #do(id: string, command: Command): { ok: boolean; code: string } {
    const state = this.cases.get(id);
    const before = JSON.stringify(state);
    const result = decide(this.#programme, state, command, this.world);
    if (JSON.stringify(state) !== before) throw new Error(`${command.do}: the state before was changed`);
    if (!result.ok) {
      const code = result.problems[0]?.code ?? '';
      this.refusals.add(code);
      return { ok: false, code };
    }
    this.cases.set(id, result.state);
    this.events.set(id, [...(this.events.get(id) ?? []), ...result.events]);
    for (const message of messages(this.#programme, result.state, result.events)) {
      this.#do(message.case, message.command);
    }
    return { ok: true, code: '' };
  }

  /** Whether something can still happen in a case: somebody, time, a system or one of its items. */
  canGoOn(state: CaseState): boolean {
    const open = activeSteps(this.#programme, state);
    return (
      timers(this.#programme, state, calendar).length > 0 ||
      open.some((id) => state.steps[id]?.asked) ||
      open.some((id) => state.items?.[id]?.items.some(({ outcome }) => outcome === undefined)) ||
      [...people, ...others].some((actor) =>
        offered(this.#programme, state, actor, this.world).some(
          ({ may, step, do: what }) =>
            may && (step !== undefined || what === 'resume' || what === 'transfer'),
        ),
      )
    );
  }
}

function commandOf(
  programme: Programme,
  state: CaseState,
  offer: Offer,
  actor: Actor,
  choice: number,
): Command {
  const data =
    offer.step === undefined
      ? operationData(programme, state, offer.do, choice)
      : stepData(offer, state, choice);
  return { do: offer.do, actor, reasons: 'because', ...(data ? { data } : {}) };
}

function stepData(offer: Offer, state: CaseState, choice: number): JsonObject | undefined {
  if (offer.form) return { n: choice % 5 };
  if (offer.do.endsWith('.ballot')) return { choice: ['yes', 'no', 'abstain'][choice % 3] ?? 'yes' };
  if (!offer.do.endsWith('.retry')) return undefined;
  const done = state.items?.[offer.step ?? '']?.items.find(({ outcome }) => outcome !== undefined);
  return { index: done?.index ?? 0 };
}

function operationData(
  programme: Programme,
  state: CaseState,
  what: string,
  choice: number,
): JsonObject | undefined {
  const somebody = {
    name: 'colleague',
    to: `colleague-${state.version}`,
    officer: `colleague-${state.version}`,
  };
  const targets = (): string[] =>
    activeSteps(programme, state).flatMap((id) => returnTargets(procedureOf(programme, state), state, id));
  switch (what) {
    case 'return':
      return { to: targets()[choice % Math.max(1, targets().length)] ?? '' };
    case 'reopen': {
      const been = [...procedureOf(programme, state).steps.values()].find(
        ({ id, kind }) => kind === 'task' && state.steps[id] && !procedureOf(programme, state).places.has(id),
      );
      return { to: been?.id ?? '' };
    }
    case 'transfer':
    case 'copy':
      return { to: somebody.to, name: somebody.name };
    case 'add-signer':
      return { officer: somebody.officer, name: somebody.name, position: 'beside' };
    case 'remove-signer': {
      const added = Object.values(state.steps).flatMap(({ leftAt, added: list = [], signatures }) =>
        leftAt === undefined ? list.filter(({ id }) => !signatures.some(({ by }) => by.id === id)) : [],
      );
      return { officer: added[0]?.id ?? '' };
    }
    case 'ask':
      return { question: '?' };
    case 'reply':
      return { answer: '!' };
    case 'declare-relative':
      return { relation: 'cousin' };
    default:
      return undefined;
  }
}
