/** The picture of a procedure painted by coverage, as text for a page without scripts. Needs no browser. */
import { tokenSheet } from '@aidflow/forms/tokens';
import { type Language, type MessageKey, say } from '../messages/messages.ts';
import { zh } from '../messages/zh.ts';
import { graphOf } from './graph.ts';
import { layout } from './layout.ts';
import { markup } from './markup.ts';
import { drawPicture, type PictureText, reachSign } from './picture.ts';
import type { Procedure, Step } from './procedure.ts';
import { allSteps } from './procedure.ts';
import { type FlowCoverage, missedOutcomes, type Reach, reaches, reachOfStep, reachOfWay } from './reach.ts';
import { flowStyles } from './styles.ts';

export type { Reach } from './reach.ts';

/** A step with how far it was walked, in the order of the definition. */
export interface WalkedStep {
  id: string;
  title: string;
  reach: Reach | undefined;
  /** Titles of the outcomes that never came. */
  missed: string[];
}

export interface CoveragePicture {
  svg: string;
  /** Signs of the picture with what they mean, as a line of markup. */
  legend: string;
  steps: WalkedStep[];
}

/** The rules that a page with the picture needs; they bring the custom properties `--aid-*` with them. */
export const coverageStyles: string = `${tokenSheet}${flowStyles.cssText}`;

/** Texts of a definition by language: from the text as it stands there. */
export type Locales = Record<string, Record<string, string>>;

export function coveragePicture(
  definition: Procedure,
  locales: Locales | undefined,
  coverage: FlowCoverage,
  language: Language,
): CoveragePicture {
  const text = (source: string) => locales?.[language]?.[source] ?? source;
  const known = (key: string, otherwise: string) =>
    key in zh ? say(language, key as MessageKey) : otherwise;
  const result = (id: string) => known(`result.${id}`, id);
  const graph = graphOf(definition, {
    pass: result('pass'),
    fail: result('fail'),
    unknown: result('unknown'),
  });
  for (const edge of graph.edges) edge.labels = edge.labels.map(text);
  const steps = allSteps(definition.steps).map((step: Step): WalkedStep & { delegable: boolean } => ({
    id: step.id,
    title: text(step.title ?? step.id),
    reach: reachOfStep(coverage, step.id),
    missed: missedOutcomes(coverage, step.id).map((way) => {
      const title = step.outcomes?.[way]?.title;
      return title === undefined ? result(way) : text(title);
    }),
    delegable: step.delegable !== undefined,
  }));
  const byId = new Map(steps.map((step) => [step.id, step]));
  const walked = (id: string) => {
    const reach = byId.get(id)?.reach;
    return reach ? say(language, `flow.reach.${reach}`) : '';
  };
  const words: PictureText = {
    text,
    lane: (level) => known(`flow.lane.${level}`, level),
    explain: (id) => [byId.get(id)?.title, walked(id)].filter(Boolean).join(' · '),
    place: () => 'plain',
    open: () => true,
    taken: () => false,
    delegable: (id) => byId.get(id)?.delegable ?? false,
    reach: (id) => byId.get(id)?.reach,
    walked,
    reachOf: ({ edge }) => reachOfWay(coverage, graph, edge),
  };
  const label = say(language, 'flow.title', { title: text(definition.title) });
  const legend = reaches.map(
    (reach) =>
      `<span class="${reach}"><svg viewBox="0 0 10 10" aria-hidden="true">${markup(reachSign[reach])}</svg>${say(language, `flow.reach.${reach}`)}</span>`,
  );
  return {
    svg: markup(drawPicture(layout(graph), 1, label, words)),
    legend: legend.join(' '),
    steps: steps.map(({ id, title, reach, missed }) => ({ id, title, reach, missed })),
  };
}
