import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { bundle } from '../fixtures/bundle.ts';
import { state } from '../fixtures/case.ts';
import { all, clear, mount, one, violations, words } from '../fixtures/mount.ts';
import { definition } from '../fixtures/procedure.ts';
import { allSteps } from './procedure.ts';

const ids = allSteps(definition.steps).map((step) => step.id);

beforeEach(() => page.viewport(1280, 800));
afterEach(clear);

const stepOf = (element: Element) => element.getAttribute('data-step') ?? '';

describe('the picture', () => {
  it('draws every step once, and lists it once for those who do not see', async () => {
    const flow = await mount('aid-flow', { bundle });
    expect(all(flow, 'svg .node').map(stepOf).sort()).toEqual([...ids].sort());
    expect(all(flow, 'ol > li[data-step]').map(stepOf)).toEqual(ids);
    expect(one(flow, '.scroll > svg').getAttribute('role')).toBe('img');
    expect(one(flow, '.scroll > svg').getAttribute('aria-label')).toBe('流程图：最低生活保障');
  });

  it('marks where a case is, has been, may go and will not go', async () => {
    const flow = await mount('aid-flow', { bundle, case: state });
    const of = (place: string) => all(flow, `svg .node.${place}`).map(stepOf);
    expect(of('present')).toEqual(['opinion']);
    expect(of('past')).toEqual([
      'apply',
      'accept',
      'register',
      'inquiry',
      'verification',
      'visit',
      'assess',
      'clarify',
    ]);
    // Papers were complete: the way over the missing ones is closed. A new inquiry is still possible.
    expect(of('never')).toEqual(['supplement-notice', 'supplement', 'lapsed', 'not-ours']);
    expect(of('future')).toContain('recheck');
    expect(of('future')).toContain('approved');
    expect(one(flow, 'li[aria-current=step]').getAttribute('data-step')).toBe('opinion');
    expect(one(flow, '.scroll > svg').getAttribute('aria-label')).toBe(
      '流程图：最低生活保障，现在在“初审意见”',
    );
  });

  it('knows a place inside a branch', async () => {
    const flow = await mount('aid-flow', {
      bundle,
      case: { ...state, value: { inquiry: { economy: 'recheck', visit: 'visit' } } },
    });
    expect(all(flow, 'svg .node.present').map(stepOf)).toEqual(['inquiry', 'recheck', 'visit']);
  });

  it('closes what was not reached when the case has ended', async () => {
    const flow = await mount('aid-flow', { bundle, case: { ...state, value: 'denied', status: 'ended' } });
    expect(all(flow, 'svg .node.future')).toEqual([]);
    expect(all(flow, 'svg .node.present').map(stepOf)).toEqual(['denied']);
  });

  it('says what each box is, and that a step can be delegated', async () => {
    const flow = await mount('aid-flow', { bundle });
    const confirm = one(flow, 'svg [data-step=confirm]');
    expect(one(confirm, 'title').textContent).toBe('确认 · 人工办理 · 县级确认岗 · 可下放至乡镇（街道）');
    expect(all(flow, 'svg .node .stair')).toHaveLength(1);
    expect(all(confirm, '.stair')).toHaveLength(1);
  });

  it('tells in the list where each step leads', async () => {
    const flow = await mount('aid-flow', { bundle, lang: 'en' });
    const ways = all(one(flow, 'li[data-step=accept]'), 'li').map(words);
    expect(ways).toEqual([
      'Accept: Receipt, register of relatives',
      'Papers missing, tell once: Tell what is missing',
      'Not for this office: Not for this office',
    ]);
  });

  it('shows hostile titles as they are written', async () => {
    const steps = definition.steps.map((step) =>
      step.id === 'accept' ? { ...step, title: '</text><script>window.hostile=1</script>' } : step,
    );
    const flow = await mount('aid-flow', { bundle: { ...bundle, definition: { ...definition, steps } } });
    expect(all(flow, 'script')).toEqual([]);
    expect('hostile' in window).toBe(false);
  });

  it('uses no style attribute, which a strict policy forbids', async () => {
    const flow = await mount('aid-flow', { bundle, case: state });
    expect(all(flow, '[style]')).toEqual([]);
  });
});

describe('narrow, or large', () => {
  it.each([
    ['on a phone', 360, 'normal'],
    ['in elder mode', 1280, 'elder'],
  ] as const)('%s the list is what is seen', async (_, width, mode) => {
    await page.viewport(width, 700);
    const flow = await mount('aid-flow', { bundle, case: state, mode });
    await expect.poll(() => all(flow, '.scroll')).toEqual([]);
    expect(one(flow, 'ol').className).toBe('outline');
    expect(words(one(flow, '[aria-current=step]'))).toContain('现在在这里');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

/** Everything was reached but the denial of the confirmation, the way over missing papers and one way into the assessment. */
const coverage = (() => {
  const steps = allSteps(definition.steps);
  const outcomes = steps.flatMap(({ id, outcomes: own }) =>
    Object.keys(own ?? {}).map((way) => `${id}.${way}`),
  );
  const reached = (all: string[], never: string[]) => ({
    all,
    reached: Object.fromEntries(all.filter((id) => !never.includes(id)).map((id) => [id, 1])),
  });
  return {
    steps: reached(
      steps.filter(({ kind }) => kind !== 'parallel').map(({ id }) => id),
      ['supplement-notice', 'supplement', 'lapsed'],
    ),
    outcomes: reached(outcomes, ['confirm.deny', ...outcomes.filter((id) => id.startsWith('supplement.'))]),
    clocks: reached(['handling started', 'handling stopped', 'handling breached'], ['handling breached']),
  };
})();

describe('coverage', () => {
  it('paints what was reached, partly and not, by a sign and in words', async () => {
    const flow = await mount('aid-flow', { bundle, coverage, case: state, lang: 'en' });
    const of = (reach: string) => all(flow, `svg .node.${reach}`).map(stepOf);
    expect(of('unreached')).toEqual(['supplement-notice', 'supplement', 'lapsed']);
    expect(of('partly')).toEqual(['confirm']);
    expect(of('reached')).toContain('apply');
    expect(all(flow, 'svg .node.unreached .cross')).toHaveLength(3);
    expect(all(flow, 'svg .node.partly .half')).toHaveLength(1);
    expect(one(flow, 'svg [data-step=confirm] title').textContent).toContain('partly reached, never came: ');
    expect(words(one(flow, 'li[data-step=lapsed]'))).toContain('not reached');
    expect(all(flow, '[aria-current]')).toEqual([]);
  });

  it('paints the ways, and crosses those that no case took', async () => {
    const flow = await mount('aid-flow', { bundle, coverage });
    expect(all(flow, '.edge.unreached').length).toBeGreaterThan(0);
    expect(all(flow, '.missed')).toHaveLength(all(flow, '.edge.unreached').length);
    expect(all(flow, '.edge.reached').length).toBeGreaterThan(all(flow, '.edge.unreached').length);
  });

  it.each([
    ['zh', ['已走到', '部分走到', '未走到', '时限状态 2/3']],
    ['en', ['reached', 'partly reached', 'not reached', 'States of clocks 2/3']],
  ])('explains itself in %s', async (lang, said) => {
    const flow = await mount('aid-flow', { bundle, coverage, lang });
    for (const text of said) expect(words(one(flow, '.legend'))).toContain(text);
  });

  it.each([
    ['light', 'normal', 1280],
    ['light', 'normal', 360],
    ['dark', 'normal', 1280],
    ['dark', 'normal', 360],
    ['light', 'elder', 360],
  ] as const)('axe finds nothing, %s %s at %i px', async (theme, mode, width) => {
    await page.viewport(width, 800);
    await mount('aid-flow', { bundle, coverage, theme, mode });
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe.each([
  { theme: 'light', lang: 'zh' },
  { theme: 'dark', lang: 'en' },
  { theme: 'light', lang: 'zh', mode: 'elder' },
] as const)('%o', (look) => {
  it.each([1280, 360])('axe finds nothing at %i px', async (width) => {
    await page.viewport(width, 800);
    await mount('aid-flow', { bundle, case: state, ...look });
    expect(await violations()).toEqual([]);
  });
});
