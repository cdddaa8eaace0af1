import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from '../model/context.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** What a person can do about a draft, of the form itself. */
export interface DraftActs {
  readonly draftDays: number;
  forgetDraft(): Promise<void>;
  reset(): void;
}

const when = (time: number, { lang }: FormContext, timeStyle?: 'short'): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    ...(timeStyle && { timeStyle }),
  }).format(time);

/** Above the form: that an earlier visit is being continued, what of it was lost, that another page writes, too. */
export function draftNotes(keeper: DraftKeeper, context: FormContext, acts: DraftActs): unknown {
  const { t, lang } = context;
  const { resumed, elsewhere, dropped } = keeper;
  const startOver = () => {
    void acts.forgetDraft();
    acts.reset();
  };
  const fields = dropped.join(lang === 'zh' ? '、' : ', ');
  return [
    elsewhere === undefined
      ? nothing
      : html`<div class="draft warned" part="draft" role="alert">
          <span>${t('draftElsewhere', { date: when(elsewhere, context, 'short') })}</span>
          <span class="buttons">
            <button type="button" class="button quiet" @click=${() => void keeper.takeOther()}>${t('draftOther')}</button>
            <button type="button" class="button quiet" @click=${() => keeper.keepThis()}>${t('draftThis')}</button>
          </span>
        </div>`,
    resumed === undefined
      ? nothing
      : html`<div class="draft" part="draft" role="status">
          <span>
            ${t('draft', { date: when(resumed, context, 'short') })}
            ${fields === '' ? nothing : html`<strong>${t('draftDropped', { fields })}</strong>`}
          </span>
          <button type="button" class="button quiet" @click=${startOver}>${t('draftForget')}</button>
        </div>`,
  ];
}

/** Below the form, where nothing is pushed away by it: that there is a draft, until when, and the way to remove it. */
export function draftFoot(
  keeper: DraftKeeper,
  context: FormContext,
  acts: DraftActs,
): TemplateResult | typeof nothing {
  const saved = keeper.saved ?? keeper.resumed;
  if (saved === undefined) return nothing;
  const { t } = context;
  return html`<p class="kept note">
    <span>${t('draftKept', { date: when(saved + acts.draftDays * 86_400_000, context) })}</span>
    <button type="button" class="button quiet" @click=${() => void acts.forgetDraft()}>${t('draftRemove')}</button>
  </p>`;
}
