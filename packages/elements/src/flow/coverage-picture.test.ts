import { svg } from 'lit';
import { describe, expect, it } from 'vitest';
import { definition } from '../fixtures/procedure.ts';
import { coveragePicture } from './coverage-picture.ts';
import { markup } from './markup.ts';

const none = { all: [], reached: {} };
const outcomes = { all: ['confirm.approve', 'confirm.deny'], reached: { 'confirm.approve': 2 } };
const coverage = {
  steps: { all: ['apply', 'confirm', 'lapsed'], reached: { apply: 3, confirm: 2 } },
  outcomes,
  clocks: none,
};

describe('the picture as text', () => {
  it('paints steps by what was reached, and names what was missed', () => {
    const { svg: text, steps } = coveragePicture(definition, undefined, coverage, 'en');
    expect(text).toContain('class="node reached" data-step="apply"');
    expect(text).toContain('class="node partly" data-step="confirm"');
    expect(text).toContain('class="node unreached" data-step="lapsed"');
    expect(text).not.toMatch(/style=|<script/);
    expect(steps.find(({ id }) => id === 'confirm')?.missed).toHaveLength(1);
    expect(steps.find(({ id }) => id === 'accept')?.reach).toBeUndefined();
  });

  it('keeps titles texts, whatever is written in them', () => {
    const steps = definition.steps.map((step) =>
      step.id === 'apply' ? { ...step, title: '<script>"' } : step,
    );
    const { svg: text } = coveragePicture({ ...definition, steps }, undefined, coverage, 'zh');
    expect(text).not.toContain('<script');
  });

  it('quotes attributes and escapes what is in them', () => {
    const hostile = '" onload="x';
    expect(markup(svg`<g class=${hostile} id="a${1}"></g>`)).toBe(
      '<g class="&#34; onload=&#34;x" id="a1"></g>',
    );
  });
});
