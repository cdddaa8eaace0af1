import type { CaseView, StepView, WaitingFor } from '../element/client.ts';
import { dateOf, deadlineText } from '../format/day.ts';
import type { Language, Say } from '../messages/messages.ts';

/** "高平镇审核岗", "Gaoping Town, Reviewer": the place once, not again in the title of the role. */
export function whoText(language: Language, waiting: WaitingFor): string {
  if (language === 'en') return `${waiting.divisionName}, ${waiting.roleTitle}`;
  return waiting.divisionName + waiting.roleTitle.replace(/^(乡镇|县级|市级|省级)/, '');
}

/** The last day of a step: its own, else the nearest one of the clocks that run. */
function lastDay(view: CaseView, step: StepView, timeZone: string): string | undefined {
  // `until` is the first moment after the last day.
  if (step.until !== undefined) return dateOf(new Date(Date.parse(step.until) - 1).toISOString(), timeZone);
  const days = view.clocks.filter((clock) => clock.stopped === undefined).flatMap((clock) => clock.due ?? []);
  return days.sort()[0];
}

export interface WhoSetting {
  language: Language;
  say: Say;
  text: (source: string) => string;
  today: string;
  timeZone: string;
}

function sentence(view: CaseView, step: StepView, setting: WhoSetting): string {
  const { language, say, text } = setting;
  const last = lastDay(view, step, setting.timeZone);
  const title = text(step.title);
  const choose = (key: 'case.waits' | 'case.waitsApplicant' | 'case.waitsTime', who = '') => {
    if (last === undefined) return say(key, { who, step: title });
    const day = deadlineText(language, last, setting.today);
    return say(last < setting.today ? `${key}Over` : `${key}Until`, { who, step: title, day });
  };
  const { waitingFor } = step;
  if (step.kind === 'wait') return choose('case.waitsTime');
  if (waitingFor === undefined) return say('case.waitsTime', { step: title });
  if (waitingFor.role === 'applicant') return choose('case.waitsApplicant');
  if (waitingFor.role === 'connector') return say('case.waitsSystem', { who: text(waitingFor.roleTitle) });
  const who = whoText(language, { ...waitingFor, roleTitle: text(waitingFor.roleTitle) });
  return choose('case.waits', who);
}

/** A sentence for each step that somebody or something is expected to act in. */
export function whoActs(view: CaseView, setting: WhoSetting): string[] {
  return view.steps.filter((step) => step.kind !== 'parallel').map((step) => sentence(view, step, setting));
}
