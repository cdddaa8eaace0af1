/** What somebody or something outside a case had asked for when an event was recorded; the rest followed by itself. */
import type { Actor, CaseEvent, Command, JsonObject, StandIn } from '@aidflow/engine';

/**
 * The command that caused an event, or `undefined` for one that followed from another, for time that ran out, and for a
 * move to another version. An officer is taken to hold the role in which they acted, and no other.
 */
export function causeOf(event: CaseEvent): Command | undefined {
  const { by, detail = {}, data, reasons, type, case: id } = event;
  if (detail.migration || detail.timer !== undefined) return undefined;
  const base = {
    actor: actorOf(event),
    ...(data === undefined ? {} : { data }),
    ...(reasons === undefined ? {} : { reasons }),
  };
  if (detail.open) {
    const { programme: _, definition: __, ...open } = detail.open;
    return { do: type, ...base, open: { id, ...open } };
  }
  if (by.kind !== 'system') return { do: type, ...base, ...operationIn(event) };
  const step = type.slice(0, type.indexOf('.'));
  if (detail.answer) return { do: `${step}.answer`, actor: base.actor, data: detail.answer };
  if (detail.child)
    return { do: `${step}.returned`, actor: base.actor, data: { ...detail.child } as JsonObject };
  if (detail.from || type === 'cancel') return { do: type, ...base };
  // A question that got no answer; a check that was not put to anybody has a rule that judged it, or no consent.
  if (type.endsWith('.unknown') && !detail.rule && reasons !== 'connector/no-consent') {
    return { do: `${step}.fail`, actor: base.actor, ...(reasons === undefined ? {} : { reasons }) };
  }
  return undefined;
}

/** What an operation that every case has was asked with, which its event keeps in words of its own. */
function operationIn({ type, data, detail = {} }: CaseEvent): Partial<Command> {
  const { clock = '', officer, to, position, question } = detail;
  switch (type) {
    case 'clock.extended':
      return { do: `extend.${clock}` };
    case 'return':
    case 'reopen':
      return to === undefined ? {} : { data: { to } };
    case 'transfer':
    case 'copy':
      return officer ? { data: { to: officer.id, name: officer.name } } : {};
    case 'add-signer':
      return officer
        ? { data: { officer: officer.id, name: officer.name, position: position ?? 'beside' } }
        : {};
    case 'remove-signer':
      return officer ? { data: { officer: officer.id } } : {};
    case 'reply':
      return { data: { ...data, ...(question === undefined ? {} : { question }) } };
    default:
      return {};
  }
}

function actorOf({ by, authority }: CaseEvent): Actor {
  const grants =
    authority === undefined || by.kind === 'applicant' || by.kind === 'system' || authority.for
      ? []
      : [authority];
  return { ...by, grants: grants.map(({ role, division }) => ({ role, division })) };
}

/** Whoever acted for somebody stands in for them then. */
export function standInsOf({ by, authority }: CaseEvent): StandIn[] {
  if (authority?.for === undefined) return [];
  const { for: absent, role, division } = authority;
  return [{ absent, substitute: by.id, grants: [{ role, division }], from: '0000-01-01' }];
}
