import type { ClockView } from '@aidflow/engine';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { AidElement } from '../element/base.ts';
import type { BundleView } from '../element/client.ts';
import { allSteps } from '../flow/procedure.ts';
import { dateOf, daysBetween, shortDay } from '../format/day.ts';
import { base } from '../style/base.ts';
import { clockMark } from './mark.ts';
import { dueText, leftText, toneOf } from './reading.ts';
import { barOf, type ClockBar, type Stretch } from './stretches.ts';
import { clockStyles, markStyles } from './styles.ts';

const classes: Record<Stretch['kind'], string> = {
  used: 'used',
  paused: 'paused-part',
  left: 'left-part',
  over: 'over',
};

const hatch = svg`<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect class="hatch-ground" width="6" height="6"></rect><line class="hatch-line" x1="1" y1="0" x2="1" y2="6"></line>
</pattern>`;

/**
 * One statutory clock as a bar of days, its pauses hatched and today marked.
 * Hovering or focusing it explains every stretch; Escape closes the explanation.
 *
 * @prop clock - a ClockView of the case
 * @attr compact - words only; the bar is in the explanation
 * @prop bundle - for the titles of steps in which it stood
 */
export class AidClock extends AidElement {
  static override properties = {
    clock: { attribute: false },
    bundle: { attribute: false },
    compact: { type: Boolean, reflect: true },
    open: { state: true },
  };
  static override styles = [tokens, base, markStyles, clockStyles];

  declare clock: ClockView | undefined;
  declare bundle: BundleView | undefined;
  declare compact: boolean;
  declare open: boolean;

  constructor() {
    super();
    this.clock = undefined;
    this.bundle = undefined;
    this.compact = false;
    this.open = false;
  }

  #stretchText(stretch: Stretch): string {
    const step = allSteps(this.bundle?.definition.steps ?? []).find((each) => each.id === stretch.step);
    const params = {
      from: shortDay(this.language, stretch.from),
      to: shortDay(this.language, stretch.to),
      step: this.text(step?.title ?? stretch.step ?? '', this.bundle?.locales),
    };
    return this.say(stretch.open ? 'clock.stretch.pausedOpen' : `clock.stretch.${stretch.kind}`, params);
  }

  #bar(bar: ClockBar): SVGTemplateResult {
    const total = daysBetween(bar.from, bar.to) + 1;
    const at = (day: string, after = 0) => `${((daysBetween(bar.from, day) + after) / total) * 100}%`;
    const width = (from: string, to: string) => `${((daysBetween(from, to) + 1) / total) * 100}%`;
    const days =
      total > 120 ? [] : Array.from({ length: total - 1 }, (_, index) => ((index + 1) / total) * 100);
    const now = bar.today === undefined ? undefined : at(bar.today, 0.5);
    return svg`<svg class="bar" width="100%" height="20" aria-hidden="true"><defs>${hatch}</defs>
      <rect class="rail" x="0" y="7" width="100%" height="10"></rect>
      ${bar.stretches.map((each) => svg`<rect class=${classes[each.kind]} x=${at(each.from)} y="7" width=${width(each.from, each.to)} height="10"></rect>`)}
      ${days.map((x) => svg`<line class="tick" x1="${x}%" x2="${x}%" y1="7" y2="17"></line>`)}
      ${now === undefined ? nothing : svg`<line class="now" x1=${now} x2=${now} y1="4" y2="20"></line><svg x=${now} overflow="visible"><path class="now-tip" d="M-5 0h10l-5 6z"></path></svg>`}
    </svg>`;
  }

  #panel(bar: ClockBar, clock: ClockView): TemplateResult {
    const days = this.say(`clock.days.${clock.unit}`, { n: clock.limit });
    return html`<div class="panel" id="panel" role="tooltip">
      <p>${this.say(clock.extended ? 'clock.limitExtended' : 'clock.limit', { days })} · ${this.say('clock.started', { day: shortDay(this.language, dateOf(clock.started)) })}</p>
      ${this.compact ? this.#bar(bar) : nothing}
      <ul>
        ${bar.stretches.map((each) => html`<li><svg class="key" aria-hidden="true">${each.kind === 'paused' ? svg`<defs>${hatch}</defs>` : nothing}<rect class=${classes[each.kind]} width="14" height="10"></rect></svg>${this.#stretchText(each)}</li>`)}
      </ul>
      ${bar.today === undefined ? nothing : html`<p class="muted">▼ ${this.say('clock.now', { day: shortDay(this.language, bar.today) })}</p>`}
      ${clock.problem === undefined ? nothing : html`<p>${clock.problem.detail}</p>`}
    </div>`;
  }

  readonly #show = () => {
    this.open = true;
  };
  readonly #hide = () => {
    this.open = false;
  };
  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.open = false;
  };

  protected override render() {
    const { clock } = this;
    if (clock === undefined) return nothing;
    const tone = toneOf(clock);
    const bar = barOf(clock, this.day);
    const due = dueText(this.language, clock, this.day);
    const stopped = clock.stopped === undefined ? undefined : shortDay(this.language, dateOf(clock.stopped));
    return html`<div @pointerenter=${this.#show} @pointerleave=${this.#hide} @focusin=${this.#show} @focusout=${this.#hide} @keydown=${this.#key}>
      <button type="button" class="face" aria-describedby=${this.open ? 'panel' : nothing}>
        <span class="line">
          ${clockMark(tone)}<span class="title">${this.text(clock.title, this.bundle?.locales)}</span>
          <span class="left figures ${tone}">${stopped === undefined ? leftText(this.say, clock) : this.say('clock.stoppedOn', { day: stopped })}</span>
          <span class="due figures">${due === '' || stopped !== undefined ? nothing : this.say('clock.by', { day: due })}</span>
        </span>
        ${this.compact ? nothing : this.#bar(bar)}
      </button>
      ${this.open ? this.#panel(bar, clock) : nothing}
    </div>`;
  }
}
