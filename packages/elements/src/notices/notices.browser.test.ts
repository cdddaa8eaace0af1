import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MemoryClient, RefusedError } from '../fixtures/client.ts';
import { all, clear, focused, mount, one, settled, violations, words } from '../fixtures/mount.ts';
import type { AidNotices } from './notices.ts';

let client: MemoryClient;
beforeEach(async () => {
  client = new MemoryClient();
  await page.viewport(1280, 800);
});
afterEach(clear);

const open = (more: Partial<AidNotices> = {}) => mount('aid-notices', { client, ...more });
const card = (board: AidNotices, index: number) => all(board, 'article')[index] as HTMLElement;
const object = async (board: AidNotices) => {
  await userEvent.click(one(card(board, 0), 'button'));
  await settled(board);
};

describe('the board', () => {
  it('shows masked items, the period and the days left', async () => {
    const board = await open();
    // Today is 26 March: until the 29th three days are left.
    expect(words(card(board, 0))).toContain('申请人张*兰');
    expect(words(card(board, 0))).toContain('公示期：2026年3月23日至2026年3月29日还剩3天');
    expect(words(card(board, 1))).toContain('今天是最后一天');
  });

  it('translates what the definition says', async () => {
    expect(words(card(await open({ lang: 'en' }), 0))).toContain('Intended amount600.00元/月');
  });

  it('offers no objection once the period is over', async () => {
    const board = await open({ today: '2026-03-27' });
    expect(all(card(board, 1), 'button')).toEqual([]);
    expect(words(card(board, 1))).toContain('公示期已满');
  });

  it('shows hostile items as they are written', async () => {
    const [first] = client.board;
    client.board = [
      {
        ...(first as (typeof client.board)[0]),
        items: [{ label: '<b>x</b>', value: '<img src=x onerror="window.hostile=1">' }],
      },
    ];
    const board = await open();
    expect(all(board, 'img, b')).toEqual([]);
    expect('hostile' in window).toBe(false);
  });
});

describe('an objection', () => {
  it('is filled in beside the notice, sent and confirmed', async () => {
    const board = await open();
    const sent: unknown[] = [];
    board.addEventListener('aid-objected', (event) => sent.push((event as CustomEvent).detail));
    await object(board);
    expect(focused()?.id).toBe('objection');
    await userEvent.type(all(one(board, 'aid-form'), 'input')[0] as HTMLElement, '该户在县城有门面出租');
    await userEvent.click(one(board, 'button.primary'));
    await settled(board);
    expect(client.objections).toMatchObject([
      { case: 'c-1001', command: { do: 'notice.object', data: { facts: '该户在县城有门面出租' } } },
    ]);
    expect(sent).toEqual([{ case: 'c-1001' }]);
    expect(words(card(board, 0))).toContain('异议已收到');
  });

  it('stays as typed when it could not be sent', async () => {
    const board = await open();
    await object(board);
    const facts = all<HTMLInputElement>(one(board, 'aid-form'), 'input')[0] as HTMLInputElement;
    await userEvent.type(facts, '该户在县城有门面出租');
    client.refuse(
      'object',
      new RefusedError({ code: 'http/rate', status: 429, title: 't', detail: '请稍后再试' }),
    );
    await userEvent.click(one(board, 'button.primary'));
    await settled(board);
    expect(words(board)).toContain('请稍后再试');
    expect(facts.value).toBe('该户在县城有门面出租');
    await userEvent.click(one(board, '[role=alert] button'));
    await settled(board);
    expect(client.objections).toHaveLength(1);
  });
});

describe('what the service says', () => {
  it('shows its own shape while loading', async () => {
    client.hanging.add('notices');
    expect(all(await open(), '.bone').length).toBeGreaterThan(3);
  });

  it('explains an empty board', async () => {
    client.board = [];
    expect(words(await open())).toContain('现在没有正在公示的事项');
  });

  it('says what failed and tries again', async () => {
    client.refuse('notices', new TypeError('Failed to fetch'));
    const board = await open();
    await userEvent.click(one(board, '[role=alert] button'));
    await settled(board);
    expect(all(board, 'article')).toHaveLength(2);
  });
});

describe.each([
  { theme: 'light', lang: 'zh' },
  { theme: 'dark', lang: 'en' },
  { theme: 'light', lang: 'zh', mode: 'elder' },
] as const)('%o', (look) => {
  it.each([1280, 360])('axe finds nothing at %i px, and nothing is wider', async (width) => {
    await page.viewport(width, 800);
    const board = await open(look);
    await object(board);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
