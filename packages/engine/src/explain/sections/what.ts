/** What was done: by whom, when, why, and what followed at once. */
import { longMonth } from '../../days.ts';
import type { Say } from '../words.ts';
import { type Block, person, type Reader, text } from './reader.ts';

export function what(reader: Reader): Block[] {
  const { say, tell, date, explanation } = reader;
  const { event, outcome, followed } = explanation;
  const step = eventTitle(reader);
  const on = date(event.at);
  const blocks: Block[] = [];
  if (event.by.kind === 'system') {
    const word = `automatic.${event.type.slice(event.type.indexOf('.') + 1)}`;
    const result = say.has(word) ? say(word) : event.type;
    const own = say.has(`event.${event.type}`);
    blocks.push(
      text(
        own
          ? say('what.done', { date: on, who: say('system'), step })
          : say('what.system', { date: on, step, outcome: result }),
      ),
    );
  } else if (outcome === undefined) {
    blocks.push(text(say('what.done', { date: on, who: who(reader), step })));
  } else {
    blocks.push(text(say('what.person', { date: on, who: who(reader), step, outcome: tell(outcome) })));
  }
  const { tally } = event.detail ?? {};
  if (tally) blocks.push(text(say('what.tally', { ...tally })));
  if (event.reasons) blocks.push(text(say('what.reasons', { reasons: event.reasons })));
  if (followed.award) {
    const month = longMonth(followed.award.starts, reader.language);
    const { amount, months } = followed.award;
    const how = months === undefined ? 'what.award' : months === 1 ? 'what.award.once' : 'what.award.months';
    blocks.push(text(say(how, { amount: reader.value(amount, 'fen'), month, months: String(months ?? '') })));
  }
  for (const { title, number } of followed.letters) {
    blocks.push(text(say('what.letter', { title: tell(title), number })));
  }
  if (followed.notice?.to !== undefined) {
    const { from, to } = followed.notice;
    blocks.push(text(say('what.notice', { from: date(from), to: date(to) })));
  }
  if (followed.ended !== undefined) {
    blocks.push(text(say('what.ended', { outcome: outcomeText(followed.ended, say) })));
  }
  return blocks;
}

function eventTitle({ say, tell, explanation }: Reader): string {
  const word = `event.${explanation.event.type}`;
  return say.has(word) ? say(word) : tell(explanation.title);
}

function outcomeText(outcome: string, say: Say): string {
  const word = `outcome.${outcome}`;
  return say.has(word) ? say(word) : outcome;
}

function who({ say, tell, place, explanation }: Reader): string {
  const { event, authority, role } = explanation;
  return person(event.by, authority, role, { say, tell, place });
}
