/**
 * Ask for information: the task stays where it is and no round is counted; the clocks that a definition names stand until
 * everything is answered or the task is left.
 */
import { refuse } from '../act.ts';
import { applicant } from '../authority.ts';
import { endPauses, pauseClock } from '../clock-booking.ts';
import { localDate } from '../days.ts';
import { fail, type Operation, textOf } from './operation.ts';
import { heldTask } from './place.ts';
import { operationTitle } from './titles.ts';

export const ask: Operation = {
  may: (asked) => heldTask(asked, operationTitle('ask', asked.programme.definition.language)),
  record(asked) {
    const placed = heldTask(asked, operationTitle('ask', asked.programme.definition.language));
    const question = textOf(asked.data, 'question');
    return { data: { question }, detail: { step: placed.ok ? placed.step.id : '' } };
  },
  book(draft, event, programme) {
    const step = event.detail?.step ?? '';
    const asked = draft.questions ?? [];
    const { at, by } = event;
    draft.questions = [
      ...asked,
      { id: asked.length + 1, step, question: String(event.data?.question), at, by },
    ];
    const from = localDate(at, programme.timezone);
    for (const clock of programme.definition.operations?.ask?.pauses ?? []) {
      const record = draft.clocks[clock];
      if (!record || record.stopped !== undefined) continue;
      const stands = record.pauses.some(
        (pause) => pause.cause === 'ask' && pause.step === step && pause.to === undefined,
      );
      if (!stands) pauseClock(draft, clock, { from, step, cause: 'ask' });
    }
  },
};

export const reply: Operation = {
  may({ programme, state, actor }) {
    const title = operationTitle('reply', programme.definition.language);
    const answer = applicant(state, actor, title);
    if (!answer.ok) return answer;
    const open = state.questions?.some(({ answered }) => answered === undefined);
    return open ? answer : refuse('operation/no-question', { operation: title });
  },
  record({ state, data }) {
    const open = state.questions?.filter(({ answered }) => answered === undefined) ?? [];
    const question = open.find(({ id }) => id === (data.question ?? open[0]?.id));
    if (!question)
      return fail(
        'operation/unknown-question',
        { question: data.question ?? null },
        { pointer: '/data/question' },
      );
    return {
      data: { answer: textOf(data, 'answer') },
      detail: { step: question.step, question: question.id },
    };
  },
  book(draft, event, programme) {
    const asked = draft.questions ?? [];
    const question = asked.find(({ id }) => id === event.detail?.question);
    if (!question) return;
    const answered = { ...question, answer: String(event.data?.answer), answered: event.at };
    draft.questions = asked.map((one) => (one === question ? answered : one));
    const { step } = question;
    if (draft.questions.some((one) => one.step === step && one.answered === undefined)) return;
    const today = localDate(event.at, programme.timezone);
    endPauses(draft, today, (pause) => pause.cause === 'ask' && pause.step === step);
  },
};
