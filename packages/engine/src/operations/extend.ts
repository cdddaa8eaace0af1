/** Extend: a running clock is given its extension, once, with reasons. */
import { refuse } from '../act.ts';
import { handlingOfficer } from '../authority.ts';
import { own, ownEntry } from '../own.ts';
import { periodIn } from '../period.ts';
import type { Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const extend: Operation = {
  reasons: 'required',
  type: 'clock.extended',
  parts: (programme, state) =>
    Object.entries(state.clocks)
      .filter(([id, clock]) => clock.stopped === undefined && programme.clocks[id]?.extension)
      .map(([id]) => id),
  may({ programme, state, actor, part }) {
    const definition = Object.hasOwn(programme.clocks, part) ? programme.clocks[part] : undefined;
    if (!definition) return refuse('clock/unknown', { clock: part });
    const { title } = definition;
    if (!definition.extension) return refuse('clock/no-extension', { clock: title });
    const operation = `${operationTitle('extend', programme.definition.language)}：${title}`;
    const answer = handlingOfficer(state, actor, operation);
    if (!answer.ok) return answer;
    const record = state.clocks[part];
    if (!record || record.stopped !== undefined || record.breached !== undefined) {
      return refuse('clock/not-running', { clock: title });
    }
    return record.extended
      ? refuse('clock/already-extended', { clock: title, at: record.extended.at })
      : answer;
  },
  record: ({ part }) => ({ detail: { clock: part } }),
  book(draft, { at, reasons, detail }, programme) {
    const id = detail?.clock ?? '';
    const record = ownEntry(own(draft, 'clocks'), id);
    if (!record) return;
    const extension = programme.clocks[id]?.extension;
    const days =
      extension && typeof extension.days === 'string'
        ? periodIn(programme, draft, extension, at).days
        : undefined;
    record.extended = { at, reasons: reasons ?? '', ...(days === undefined ? {} : { days }) };
  },
};
