/** On what it rests: law, authority with its document, signatures. */
import { type Block, person, type Reader, text } from './reader.ts';

export function basisBlocks({ say, tell, explanation }: Reader): Block[] {
  if (explanation.basis.length === 0) return [text(say('basis.none'))];
  const items = explanation.basis.map(({ cite, certainty }) =>
    say('basis.cite', { cite: tell(cite), certainty: say(`certainty.${certainty as 'sure'}`) }),
  );
  return [{ kind: 'list', items }];
}

export function authorityBlocks({ say, tell, place, date, value, explanation }: Reader): Block[] {
  const { authority, role = '', title } = explanation;
  if (!authority) return explanation.event.by.kind === 'system' ? [text(say('authority.system'))] : [];
  const { delegation } = authority;
  const base = { division: place(authority.division), role: tell(role), for: authority.for ?? '' };
  if (!delegation) return [text(say(`authority.${authority.basis}`, base))];
  const line = say('authority.delegation', {
    ...base,
    from: place(delegation.from),
    to: place(delegation.to),
    document: delegation.document,
    action: tell(title),
    effective: date(delegation.effective),
    until: delegation.until === undefined ? '' : say('authority.until', { until: date(delegation.until) }),
  });
  const limit =
    delegation.limit === undefined
      ? []
      : [text(say('authority.limit', { limit: value(delegation.limit, 'fen') }))];
  const standIn = authority.for === undefined ? [] : [text(say('authority.stand-in', base))];
  return [text(line), ...limit, ...standIn];
}

export function signedBlocks({ say, tell, place, date, explanation }: Reader): Block[] {
  const items = explanation.signatures.map(({ by, at, outcome, title, reasons, authority }) => {
    const who = person(by, authority, explanation.role, { say, tell, place });
    const line = say('signed.line', { who, date: date(at), outcome: tell(title ?? outcome) });
    return reasons ? `${line}${say('colon')}${reasons}` : line;
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
