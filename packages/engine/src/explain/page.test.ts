import { problem } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, relief, VILLAGE, worldAt } from '../fixtures/relief.ts';
import { Walk } from '../fixtures/walk.ts';
import {
  type ClockPause,
  type ClockView,
  type ExplainedRule,
  type Explanation,
  explain,
  explainPage,
  explanationSections,
  nationalCalendar,
} from '../index.ts';
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

describe('what is said of', () => {
  const said = (change: Partial<Explanation>, language: 'zh' | 'en' = 'en') =>
    explainPage({ ...explanation, ...change }, language, { names }).markdown;
  const of = { role: 'officer', division: '620821100' };
  const granted = {
    programme: 'relief',
    action: 'confirm',
    from: '620821',
    to: '620821100',
    effective: '2026-01-01',
    document: 'Doc 3',
  };
  const clock = explanation.clocks[0] as ClockView;
  const { due: _, stopped: __, ...open } = clock;

  it('a vote, by its count', () => {
    const tally = {
      electorate: 612,
      present: 320,
      yes: 300,
      no: 12,
      abstain: 8,
      invalid: 0,
      quorum: true,
      passed: true,
    };
    const event = { ...explanation.event, type: 'meeting.passed', detail: { tally } };
    expect(said({ event })).toContain('320 of 612 took part: 300 yes, 12 no, 8 abstained, 0 invalid.');
    expect(said({ event }, 'zh')).toContain('应到 612 人，实到 320 人；同意 300，反对 12，弃权 8，无效 0。');
  });

  it('a delegation, by its document, time and limit', () => {
    const delegation = { ...granted, until: '2026-07-01', limit: 300_000 };
    const text = said({ authority: { basis: 'delegation', ...of, delegation, for: 'leader' } });
    expect(text).toContain(
      'by delegation: 泾川县 moved "Confirmation" to 城关镇 by Doc 3, from 1 January 2026, before 1 July 2026.',
    );
    expect(text).toContain('The delegation holds up to 3000.00 yuan.');
    expect(text).toContain('standing in for leader.');
  });

  it.each([
    ['stand-in', '县级 of 城关镇, standing in for leader.'],
    ['added-signer', '县级 of 城关镇, asked to sign, too.'],
    ['own-case', 'The applicant, in their own case.'],
    ['public', 'Open to anybody.'],
  ] as const)('authority of kind %s', (basis, text) => {
    expect(said({ authority: { basis, ...of, for: 'leader' } })).toContain(text);
  });

  it('a clock that stands, and why', () => {
    const pauses: ClockPause[] = [
      { from: '2026-03-02', to: '2026-03-04', cause: 'step', step: '确认' },
      { from: '2026-03-05', cause: 'suspend', by: { id: 'o', kind: 'officer', name: 'Li' } },
    ];
    const text = said({ clocks: [{ ...open, state: 'paused', left: 12, pauses, extended: true }] });
    expect(text).toContain('30 working days; stands, 12 working days left. Extended once.');
    expect(text).toContain('Not counted from 2 March 2026 to 4 March 2026: waiting for "Confirmation".');
    expect(text).toContain('Not counted since 5 March 2026: Li suspended the case.');
  });

  it('a clock that runs, one that was missed, and one that reaches into an unknown year', () => {
    const due = '2026-04-14';
    expect(said({ clocks: [{ ...open, state: 'running', left: 3, due, pauses: [] }] })).toContain(
      'ends 14 April 2026, 3 working days left.',
    );
    expect(said({ clocks: [{ ...open, state: 'breached', left: -1, due, pauses: [] }] })).toContain(
      'ended 14 April 2026 and was missed.',
    );
    const unknown = problem('clock/unknown-year', { year: '2027' });
    expect(
      said({ clocks: [{ ...open, state: 'running', left: 30, pauses: [], problem: unknown }] }, 'zh'),
    ).toContain('2027年的工作日安排尚未录入。');
  });

  it('a selection and a draw, with how to repeat them', () => {
    const base = { algorithm: 'a/1', seed: '2025-A', pool: 'p', key: 'case-1#1', repeated: true } as const;
    const select = said({
      draw: { ...base, kind: 'select', chosen: ['O1', 'O2'], reserve: ['O3'], size: 83 },
    });
    expect(select).toContain('2 of 83 were chosen, 1 in reserve.');
    expect(select).toContain('seed, line feed, "case-1\\#1", line feed and the member');
    const drawn = said({
      draw: { ...base, kind: 'draw', chosen: true, share: 0.3, fraction: 0.5, always: true, repeated: false },
    });
    expect(drawn).toContain('It is always taken, whatever the draw.');
    expect(drawn).toContain('The number drawn is 0.500000; below the share 30% it is taken.');
    expect(drawn).toContain('it gives something else: look into it.');
  });

  it('rules that no row or too many rows answer', () => {
    const rule = explanation.rules[1] as ExplainedRule;
    expect(said({ rules: [{ ...rule, result: 'unknown', rows: [], reason: 'rule/no-row' }] })).toContain(
      'No row of the table fits; a person judges.',
    );
    const two = rule.rows.concat(rule.rows);
    expect(said({ rules: [{ ...rule, result: 'unknown', rows: two, reason: 'rule/two-rows' }] })).toContain(
      'Several rows of the table fit (above, above); a person judges.',
    );
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

it.each([
  [undefined, '600.00 yuan a month, from April 2026.'],
  [1, '600.00 yuan once, in April 2026.'],
  [6, '600.00 yuan a month for 6 months, from April 2026.'],
])('tells an award of %s months as what it is', (months, sentence) => {
  const award = { amount: 60_000, starts: '2026-04', ...(months === undefined ? {} : { months }) };
  const given = { ...explanation, followed: { ...explanation.followed, award } };
  expect(explainPage(given, 'en', { names }).markdown).toContain(sentence);
});
