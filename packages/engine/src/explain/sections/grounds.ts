/** On what it rests: law, authority with its document, signatures. */
import type { Authority } from '../../types.ts';
import { type Block, person, type Reader, type Speech, text } from './reader.ts';

export function basisBlocks({ say, tell, explanation }: Reader): Block[] {
  if (explanation.basis.length === 0) return [text(say('basis.none'))];
  const items = explanation.basis.map(({ cite, certainty }) =>
    say('basis.cite', { cite: tell(cite), certainty: say(`certainty.${certainty as 'sure'}`) }),
  );
  return [{ kind: 'list', items }];
}

export function authorityBlocks(reader: Reader): Block[] {
  const { authority, role = '', title, event } = reader.explanation;
  if (!authority) return event.by.kind === 'system' ? [text(reader.say('authority.system'))] : [];
  return authorityTexts(authority, { role, title }, reader).map(text);
}

/** On whose power an act rested, in sentences; `role` and `title` are texts of the definition: of the role and of the step. */
export function authorityTexts(
  authority: Authority,
  { role, title }: { role: string; title: string },
  { say, tell, place, date, value }: Speech,
): string[] {
  const { delegation } = authority;
  const base = { division: place(authority.division), role: tell(role), for: authority.for ?? '' };
  if (!delegation) return [say(`authority.${authority.basis}`, base)];
  const line = say('authority.delegation', {
    ...base,
    from: place(delegation.from),
    to: place(delegation.to),
    document: delegation.document,
    action: tell(title),
    effective: date(delegation.effective),
    until: delegation.until === undefined ? '' : say('authority.until', { until: date(delegation.until) }),
  });
  const { limit } = delegation;
  return [
    line,
    ...(limit === undefined ? [] : [say('authority.limit', { limit: value(limit, 'fen') })]),
    ...(authority.for === undefined ? [] : [say('authority.stand-in', base)]),
  ];
}

export function signedBlocks({ say, tell, place, date, explanation }: Reader): Block[] {
  const items = explanation.signatures.map(({ by, at, outcome, title, reasons, authority }) => {
    const who = person(by, authority, explanation.role, { say, tell, place });
    const line = say('signed.line', { who, date: date(at), outcome: tell(title ?? outcome) });
    return reasons ? `${line}${say('colon')}${reasons}` : line;
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
