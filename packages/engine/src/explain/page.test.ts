import { describe, expect, it } from 'vitest';
import { people, relief, VILLAGE, worldAt } from '../fixtures/relief.ts';
import { Walk } from '../fixtures/walk.ts';
import { explain, explainPage, explanationSections, nationalCalendar } from '../index.ts';
import { sayIn, words } from './words.ts';

const programme = relief((bundle) => {
  bundle.locales = {
    en: { 收入: 'Income', 标准: 'Standard', 办法: 'Measures', 确认: 'Confirmation', 不同意: 'Deny' },
  };
  const input = bundle.rules.eligibility?.inputs[0];
  if (input) input.unit = 'fen';
});
const names = { '620821': '泾川县', '620821100': '城关镇' };
const open = { id: 'case-1', number: '0001', division: VILLAGE };
const hostile = '<script>alert(1)</script> & "引号" | *星*';

const walk = new Walk(programme)
  .do({ do: 'apply', actor: people.applicant, data: { income: 150_000, members: 3 }, open }, '2026-03-02')
  .inquire('2026-03-02')
  .do({ do: 'ask', actor: people.officer, data: { question: '？' } }, '2026-03-03')
  .do({ do: 'reply', actor: people.applicant, data: { answer: '。' } }, '2026-03-04')
  .do({ do: 'confirm.deny', actor: people.officer, reasons: hostile }, worldAt('2026-03-10'));
const last = walk.events.findLast(({ type }) => type === 'confirm.deny')?.seq ?? 0;
const explanation = explain(programme, walk.events, last, { calendar: nationalCalendar() });
const page = (language: 'zh' | 'en') => explainPage(explanation, language, { names });

describe('the page', () => {
  it('says in plain words what was done, why, by whom and in what time, in Chinese', () => {
    const { markdown } = page('zh');
    for (const line of [
      '2026年3月10日，泾川县县级 officer在“确认”环节选择：不同意。',
      '办件到此办结：不予批准。',
      '| 收入 | 1500.00 元 | 不低于1500.00 元 |',
      '**标准**  500.00 元（自 2026年1月1日起；本地规定）',
      '- 另一办法（国家规定）',
      '泾川县县级，本级职权。',
      '2026年3月2日开始，共 30 个工作日；已于 2026年3月10日办结，在期限内。',
    ]) {
      expect(markdown).toContain(line);
    }
  });

  it('and in English', () => {
    const { markdown } = page('en');
    for (const line of [
      '10 March 2026: officer (县级, 泾川县) chose "Deny" in the step "Confirmation".',
      '| Income | 1500.00 yuan | at least 1500.00 yuan |',
      '**Standard**  500.00 yuan (from 1 January 2026; set locally)',
      'began 2 March 2026, 30 working days; met on 10 March 2026.',
    ]) {
      expect(markdown).toContain(line);
    }
  });

  it('holds no script, no style and nothing that somebody typed as markup', () => {
    for (const language of ['zh', 'en'] as const) {
      const { html, markdown } = page(language);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;引号&quot; | *星*');
      expect(markdown).toContain('\\<script\\>');
      expect(markdown).toContain('\\| \\*星\\*');
    }
  });

  it('has one main heading, sections that are named by theirs, and headings that skip no level', () => {
    const { html } = page('zh');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      expect(html).toContain(`<h2 id="${id}">`);
    const opened = [...html.matchAll(/<(\w+)[^>]*>/g)].map(([, tag]) => tag);
    for (const tag of ['section', 'dl', 'table', 'details', 'ul', 'main']) {
      expect(html.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0, tag).toBe(
        opened.filter((one) => one === tag).length,
      );
    }
  });

  it('lets a narrow screen break a hash, and takes a style sheet', () => {
    const { html } = explainPage(explanation, 'zh', { stylesheet: '/explain.css?a=1&b="2"' });
    expect(html).toContain(`<code>${explanation.event.hash.slice(0, 8)}<wbr>`);
    expect(html).toContain('<link rel="stylesheet" href="/explain.css?a=1&amp;b=&quot;2&quot;">');
    // Without names a division is its code.
    expect(html).toContain('620821县级');
  });

  it('has the same sections in both languages', () => {
    const ids = (language: 'zh' | 'en') => explanationSections(explanation, language).map(({ id }) => id);
    expect(ids('en')).toEqual(ids('zh'));
    expect(ids('zh')).toEqual([
      'what',
      'rule',
      'parameters',
      'basis',
      'authority',
      'signed',
      'clocks',
      'data',
      'check',
    ]);
  });
});

describe('events of every kind have a page', () => {
  it('whatever happened', () => {
    for (const { seq, type } of walk.events) {
      for (const language of ['zh', 'en'] as const) {
        const { markdown } = explainPage(explain(programme, walk.events, seq), language);
        expect(markdown, type).not.toMatch(/\{\w+\}|undefined|\[object/);
      }
    }
  });

  it('a question that made a clock stand', () => {
    const asked = walk.events.find(({ type }) => type === 'ask')?.seq ?? 0;
    const { markdown } = explainPage(explain(programme, walk.events, asked), 'zh');
    expect(markdown).toContain('2026年3月3日，620821县级 officer：请申请人说明。');
  });
});

describe('the words', () => {
  it.each(Object.entries(words))('%s has the same places in both languages', (_, { zh, en }) => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(places(en)).toEqual(places(zh));
  });

  it('are filled in', () => {
    expect(sayIn('en')('working-day', { n: 3 })).toBe('3 working days');
  });
});
