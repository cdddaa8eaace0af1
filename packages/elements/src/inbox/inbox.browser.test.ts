import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MemoryClient, RefusedError } from '../fixtures/client.ts';
import { all, clear, focused, mount, one, settled, violations, words } from '../fixtures/mount.ts';
import type { AidInbox } from './inbox.ts';

let client: MemoryClient;
beforeEach(async () => {
  client = new MemoryClient();
  await page.viewport(1280, 800);
});
afterEach(clear);

const numbers = (inbox: AidInbox) => all(inbox, '.open').map((button) => button.textContent);
const open = (more: Partial<AidInbox> = {}) => mount('aid-inbox', { client, ...more });

describe('the list', () => {
  it('shows what has least time first and what has no limit last', async () => {
    const inbox = await open();
    // Days left: -2, 0, 1, 2, 5, 19, none.
    expect(numbers(inbox)).toEqual([
      '低保2026-1003',
      '低保2026-1017',
      '低保2026-1009',
      '低保2026-1012',
      '低保2026-1020',
      '低保2026-1024',
      '低保2026-1031',
    ]);
  });

  it('says the time left in words, with the weekday of the last day', async () => {
    const inbox = await open();
    const clocks = all(inbox, 'td.clock').map(words);
    expect(clocks[0]).toBe('已超期2个工作日，3月24日（周二）');
    expect(clocks[1]).toBe('今天到期，3月26日（周四）');
    expect(clocks[3]).toBe('还剩2个工作日，3月30日（周一）');
    expect(clocks[6]).toBe('不限时');
  });

  it('tells the states of clocks apart by shape, not by colour alone', async () => {
    const inbox = await open();
    const marks = all(inbox, 'svg.mark').map((mark) => mark.innerHTML.replace(/<!--.*?-->/g, ''));
    // Over the limit, near, calm.
    expect(new Set([marks[0], marks[1], marks[5]]).size).toBe(3);
  });

  it('says why a task cannot be done now', async () => {
    expect(words(await open())).toContain('暂不能办：应当回避');
  });

  it('filters by words and by step, says how many are shown, and can be cleared', async () => {
    const inbox = await open();
    await userEvent.type(one(inbox, 'input'), '西沟');
    expect(numbers(inbox)).toEqual(['低保2026-1003']);
    expect(words(inbox)).toContain('显示 1 件，共 7 件');
    await userEvent.selectOptions(one(inbox, 'select'), '受理审查');
    expect(words(inbox)).toContain('没有符合筛选条件的办件');
    await userEvent.click(one(inbox, '.state button'));
    expect(numbers(inbox)).toHaveLength(7);
  });

  it('opens a row by a click anywhere in it, once', async () => {
    const inbox = await open();
    const opened: unknown[] = [];
    inbox.addEventListener('aid-open', (event) => opened.push((event as CustomEvent).detail));
    await userEvent.click(one(inbox, 'tbody tr td.step'));
    await userEvent.click(one(inbox, 'tbody tr .open'));
    expect(opened).toEqual([
      { case: 'c-1003', step: 'opinion' },
      { case: 'c-1003', step: 'opinion' },
    ]);
  });

  it('does not interpret what people wrote', async () => {
    const [first] = client.items;
    client.items = [
      {
        ...(first as (typeof client.items)[0]),
        applicant: '<img src=x onerror="window.hostile=1">',
        stepTitle: '<b>x</b>',
      },
    ];
    const inbox = await open();
    expect(all(inbox, 'tbody img, tbody b')).toEqual([]);
    expect(words(inbox)).toContain('<b>x</b>');
    expect('hostile' in window).toBe(false);
  });
});

describe('the keyboard', () => {
  it('moves with j and k from anywhere on the page and opens with Enter', async () => {
    const inbox = await open();
    const opened: unknown[] = [];
    inbox.addEventListener('aid-open', (event) => opened.push((event as CustomEvent).detail));
    await userEvent.keyboard('jjjk{Enter}');
    expect(focused()?.textContent).toBe('低保2026-1017');
    expect(opened).toEqual([{ case: 'c-1017', step: 'accept' }]);
    await userEvent.keyboard('kkk');
    expect(focused()?.textContent).toBe('低保2026-1003');
  });

  it('leaves j to those who type', async () => {
    const inbox = await open();
    await userEvent.type(one(inbox, 'input'), 'j');
    expect(one<HTMLInputElement>(inbox, 'input').value).toBe('j');
  });
});

describe('what the service says', () => {
  it('shows its own shape while loading', async () => {
    client.hanging.add('inbox');
    const inbox = await open();
    expect(all(inbox, '.bone').length).toBeGreaterThan(10);
    expect(one(inbox, 'section').getAttribute('aria-busy')).toBe('true');
  });

  it('explains an empty list', async () => {
    client.items = [];
    expect(words(await open())).toContain('有新办件到您的岗位时会自动出现在这里');
  });

  it('says what failed with its code and tries again', async () => {
    client.refuse(
      'inbox',
      new RefusedError({ code: 'http/rate', status: 429, title: 't', detail: '请稍后再试' }),
    );
    const inbox = await open();
    expect(words(one(inbox, '[role=alert]'))).toContain('请稍后再试 http/rate');
    await userEvent.click(one(inbox, '[role=alert] button'));
    await settled(inbox);
    expect(numbers(inbox)).toHaveLength(7);
    expect(all(inbox, '[role=alert]')).toEqual([]);
  });

  it('keeps the list when the network fails, and says so', async () => {
    const inbox = await open();
    client.refuse('inbox', new TypeError('Failed to fetch'));
    await inbox.reload();
    await settled(inbox);
    expect(words(inbox)).toContain('网络已断开');
    expect(numbers(inbox)).toHaveLength(7);
  });

  it('follows changes and stops following when it leaves the page', async () => {
    const inbox = await open();
    client.items = client.items.slice(0, 2);
    client.announce();
    client.announce();
    await expect.poll(() => numbers(inbox).length).toBe(2);
    expect(client.calls.filter((call) => call === 'inbox')).toHaveLength(2);
    inbox.remove();
    expect(client.listeners).toBe(0);
    document.body.append(inbox);
    await settled(inbox);
    expect(client.listeners).toBe(1);
  });

  it('finds its client in the provider around it', async () => {
    const provider = document.createElement('aid-provider');
    provider.client = client;
    const inbox = document.createElement('aid-inbox');
    inbox.lang = 'zh';
    provider.append(inbox);
    document.body.replaceChildren(provider);
    await settled(inbox);
    expect(numbers(inbox)).toHaveLength(7);
    const other = new MemoryClient();
    other.items = [];
    provider.client = other;
    await settled(inbox);
    expect(words(inbox)).toContain('现在没有等您办理的办件');
    expect(client.listeners).toBe(0);
  });

  it('says what is missing where no client can be found', async () => {
    expect(words(await mount('aid-inbox'))).toContain('aid-provider');
  });
});

describe('on a phone', () => {
  it('becomes cards that fit, with targets for fingers', async () => {
    await page.viewport(360, 700);
    const inbox = await open();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    expect(getComputedStyle(one(inbox, 'thead')).display).toBe('none');
    for (const target of all(inbox, 'button, select, input'))
      expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});

describe.each([
  { theme: 'light', lang: 'zh' },
  { theme: 'dark', lang: 'en' },
  { theme: 'light', lang: 'en', mode: 'elder' },
] as const)('%o', (look) => {
  it.each([1280, 360])('axe finds nothing at %i px', async (width) => {
    await page.viewport(width, 800);
    const inbox = await open(look);
    expect(await violations()).toEqual([]);
    client.items = [];
    await inbox.reload();
    await settled(inbox);
    expect(await violations()).toEqual([]);
  });
});
