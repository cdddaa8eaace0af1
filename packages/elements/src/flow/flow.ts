import type { CaseState } from '@aidflow/engine';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type TemplateResult } from 'lit';
import { AidElement } from '../element/base.ts';
import type { BundleView } from '../element/client.ts';
import type { MessageKey } from '../messages/messages.ts';
import { zh } from '../messages/zh.ts';
import { base } from '../style/base.ts';
import { states } from '../style/states.ts';
import { type Graph, graphOf } from './graph.ts';
import { stair } from './icons.ts';
import { layout } from './layout.ts';
import { drawOutline } from './outline.ts';
import { drawPicture, type PictureText, reachSign } from './picture.ts';
import { openSteps, type Place, placesOf, skippedSteps } from './places.ts';
import { allSteps, type Step } from './procedure.ts';
import {
  countedKinds,
  countOf,
  type FlowCoverage,
  missedOutcomes,
  reaches,
  reachOfStep,
  reachOfWay,
} from './reach.ts';
import type { Line, Picture } from './shapes.ts';
import { flowStyles } from './styles.ts';

/** The picture shrinks to fit, but not so far that its words cannot be read. */
const smallest = 0.85;

/** Below this width the picture would have to be scrolled more than read. */
const narrow = 560;

/**
 * The procedure as a picture with a lane for each level, and as a list for those who do not see it.
 *
 * @prop bundle - what `/api/definitions/:hash` answers
 * @prop case - state of a case, to mark its place; without it the procedure is drawn plain
 * @prop coverage - what of the procedure was walked, as `aidflow explore --json` gives it; takes the place of `case`
 * @csspart outline - the list
 */
export class AidFlow extends AidElement {
  static override properties = {
    bundle: { attribute: false },
    case: { attribute: false },
    coverage: { attribute: false },
    room: { state: true },
  };
  static override styles = [tokens, base, states, flowStyles];

  declare bundle: BundleView | undefined;
  declare case: CaseState | undefined;
  declare coverage: FlowCoverage | undefined;
  /** Width of the element in px; 0 until it has been measured. */
  declare room: number;

  #drawn: { bundle: BundleView; language: string; graph: Graph; picture: Picture } | undefined;
  readonly #watch = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    // In the next frame: a redraw within this one would change the size that is being told of.
    requestAnimationFrame(() => {
      this.room = width;
    });
  });

  constructor() {
    super();
    this.bundle = undefined;
    this.case = undefined;
    this.coverage = undefined;
    this.room = 0;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  #draw(bundle: BundleView) {
    const { language } = this;
    if (this.#drawn?.bundle !== bundle || this.#drawn.language !== language) {
      const result = (id: 'pass' | 'fail' | 'unknown') => this.say(`result.${id}`);
      const graph = graphOf(bundle.definition, {
        pass: result('pass'),
        fail: result('fail'),
        unknown: result('unknown'),
      });
      for (const edge of graph.edges)
        edge.labels = edge.labels.map((label) => this.text(label, bundle.locales));
      this.#drawn = { bundle, language, graph, picture: layout(graph) };
    }
    return this.#drawn;
  }

  #words(bundle: BundleView, graph: Graph): PictureText {
    const { coverage } = this;
    // A walk is of many cases: the place of one would be drawn over it.
    const state = coverage ? undefined : this.case;
    const places = placesOf(graph, state);
    const steps = new Map(allSteps(bundle.definition.steps).map((step): [string, Step] => [step.id, step]));
    const place = (id: string): Place => places.get(id) ?? 'plain';
    const lane = (level: string) => {
      const key = `flow.lane.${level}`;
      return key in zh ? this.say(key as MessageKey) : level;
    };
    const open = openSteps(graph, state);
    const skipped = skippedSteps(graph, places);
    const passed = (id: string) => place(id) === 'past' || place(id) === 'present' || skipped.has(id);
    const taken = ({ edge }: Line) => {
      if (!passed(edge.from) || !passed(edge.to)) return false;
      const step = steps.get(edge.from);
      if (skipped.has(edge.from)) return edge.to === (step?.otherwise ?? step?.next);
      const outcome = this.case?.steps[edge.from]?.outcome;
      // Where branches open or meet there is no choice; neither is there where only one way leads on.
      const choice = step?.branches === undefined && edge.ways.some((way) => way !== 'next');
      return !choice || outcome === undefined ? place(edge.from) === 'past' : edge.ways.includes(outcome);
    };
    const walked = (id: string) => {
      const reach = coverage && reachOfStep(coverage, id);
      if (!coverage || !reach) return '';
      const said = this.say(`flow.reach.${reach}`);
      if (reach !== 'partly') return said;
      const outcomes = missedOutcomes(coverage, id).map((way) => {
        const title = steps.get(id)?.outcomes?.[way]?.title;
        const result = `result.${way}`;
        if (title !== undefined) return this.text(title, bundle.locales);
        return result in zh ? this.say(result as MessageKey) : way;
      });
      return this.say('flow.missed', { reach: said, outcomes: outcomes.join(this.say('flow.and')) });
    };
    return {
      text: (source) => this.text(source, bundle.locales),
      lane,
      place,
      open: (id) => open.has(id),
      taken,
      delegable: (id) => steps.get(id)?.delegable !== undefined,
      reach: (id) => coverage && reachOfStep(coverage, id),
      walked,
      reachOf: ({ edge }) => coverage && reachOfWay(coverage, graph, edge),
      explain: (id) => {
        const step = steps.get(id);
        return step === undefined ? '' : this.#explain(bundle, step, place(id), lane, walked(id));
      },
    };
  }

  #explain(
    bundle: BundleView,
    step: Step,
    place: Place,
    lane: (level: string) => string,
    walked: string,
  ): string {
    const role = step.role === undefined ? undefined : bundle.definition.roles?.[step.role]?.title;
    const rounds = this.coverage ? 0 : (this.case?.steps[step.id]?.rounds ?? 0);
    const kind = `flow.kind.${step.kind}`;
    return [
      this.text(step.title ?? step.id, bundle.locales),
      kind in zh ? this.say(kind as MessageKey) : step.kind,
      role === undefined ? undefined : this.text(role, bundle.locales),
      step.delegable === undefined
        ? undefined
        : this.say('flow.delegableTo', { level: lane(step.delegable.level) }),
      place === 'plain' ? undefined : this.say(`flow.state.${place}`),
      walked === '' ? undefined : walked,
      rounds > 1 ? this.say('flow.rounds', { n: rounds }) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  }

  #legend(graph: Graph, words: PictureText): TemplateResult {
    const { coverage } = this;
    const shown = (['past', 'present', 'future', 'never'] as const).filter(
      (place) =>
        this.case !== undefined &&
        coverage === undefined &&
        graph.nodes.some((node) => words.place(node.id) === place),
    );
    const delegable = graph.nodes.some((node) => words.delegable(node.id));
    return html`<div class="legend small">
      ${shown.map((place) => html`<span><i class="swatch ${place}" aria-hidden="true"></i>${this.say(`flow.state.${place}`)}</span>`)}
      ${coverage ? reaches.map((reach) => html`<span class=${reach}><svg viewBox="0 0 10 10" aria-hidden="true">${reachSign[reach]}</svg>${this.say(`flow.reach.${reach}`)}</span>`) : nothing}
      ${coverage ? countedKinds.map((kind) => html`<span class="count">${this.say(`flow.count.${kind}`, countOf(coverage[kind]))}</span>`) : nothing}
      ${delegable ? html`<span><svg viewBox="0 0 14 12" aria-hidden="true">${stair}</svg>${this.say('flow.delegable')}</span>` : nothing}
    </div>`;
  }

  protected override render() {
    const { bundle } = this;
    if (bundle === undefined) return html`<p class="muted">${this.say('flow.empty')}</p>`;
    const { graph, picture } = this.#draw(bundle);
    const words = this.#words(bundle, graph);
    const here = graph.nodes.filter(
      (node) => words.place(node.id) === 'present' && node.step?.branches === undefined,
    );
    const title = this.say('flow.title', { title: words.text(bundle.title) });
    const at = here.map((node) => words.text(node.title)).join('”“');
    const label = here.length === 0 ? title : this.say('flow.at', { title, steps: at });
    const outline = (this.room > 0 && this.room < narrow) || this.mode === 'elder';
    const scale = this.room === 0 ? 1 : Math.min(1, Math.max(smallest, (this.room - 2) / picture.width));
    return html`
      ${outline ? nothing : html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>${drawPicture(picture, scale, label, words)}</div>`}
      ${drawOutline(bundle.definition, graph, words, this.say, !outline)}
      ${this.#legend(graph, words)}`;
  }
}
