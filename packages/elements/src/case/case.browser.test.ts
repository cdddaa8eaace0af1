import { problem } from '@aidflow/definition';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { view } from '../fixtures/case.ts';
import { MemoryClient, RefusedError } from '../fixtures/client.ts';
import { all, clear, focused, mount, one, settled, violations, words } from '../fixtures/mount.ts';
import type { AidCase } from './case.ts';

let client: MemoryClient;
beforeEach(async () => {
  client = new MemoryClient();
  await page.viewport(1366, 900);
});
afterEach(clear);

const open = (more: Partial<AidCase> = {}) => mount('aid-case', { client, caseId: 'c-1024', ...more });
const choose = async (element: AidCase, offer: string) => {
  await userEvent.click(one(element, `[data-do="${offer}"]`));
  await settled(element);
  return one(element, 'aid-act');
};
const control = (act: Element, index: number) =>
  all<HTMLInputElement>(one(act, 'aid-form'), 'input, textarea')[index] as HTMLInputElement;
const submit = async (element: AidCase) => {
  await userEvent.click(one(one(element, 'aid-act'), 'button.primary'));
  await settled(element);
};
const conflict = () => new RefusedError(problem('store/conflict', { expected: 14, actual: 15 }));

describe('what an officer sees first', () => {
  it('says whose case it is, who acts next and until when', async () => {
    const element = await open();
    expect(words(one(element, 'header'))).toContain('低保2026-1024');
    expect(words(one(element, '.who'))).toBe('等待高平镇审核岗办理“初审意见”，期限至4月23日（周四）');
  });

  it('says it in English, with the definition’s own translations', async () => {
    const element = await open({ lang: 'en' });
    expect(words(one(element, '.who'))).toBe(
      'Waiting for 高平镇, Reviewer: "First opinion", until Thursday 23 April',
    );
  });

  it('says that the last day is over, and shows what still runs before what has stopped', async () => {
    const [clock] = client.view.clocks;
    if (clock === undefined) throw new Error('The fixture has a clock.');
    const { due: _, ...rest } = clock;
    client.view.clocks = [
      {
        ...rest,
        clock: 'first',
        due: '2026-03-05',
        left: 1,
        state: 'stopped',
        stopped: '2026-03-04T10:00:00+08:00',
      },
      { ...rest, clock: 'second', due: '2026-03-24', left: -2, state: 'breached' },
    ];
    const element = await open();
    expect(words(one(element, '.who'))).toBe('等待高平镇审核岗办理“初审意见”，期限3月24日（周二）已过');
    const clocks = all(element, 'aid-clock').map(words);
    expect(clocks).toEqual(['全流程时限 已超期2个工作日 期限 3月24日（周二）', '全流程时限 3月4日停止计时']);
  });

  it('says that the applicant, a system or only time is waited for', async () => {
    const since = '2026-03-26T10:00:00+08:00';
    const place = { division: '999901100201', divisionName: '河湾村' };
    client.view.steps = [
      {
        id: 'clarify',
        title: '补充说明',
        kind: 'task',
        since,
        until: '2026-04-08T16:00:00Z',
        waitingFor: { role: 'applicant', roleTitle: '申请人', ...place },
      },
      {
        id: 'verification',
        title: '信息核对',
        kind: 'check',
        since,
        waitingFor: { role: 'connector', roleTitle: '家庭经济状况核对', ...place },
      },
      { id: 'notice', title: '公示', kind: 'wait', since, until: '2026-04-02T16:00:00Z' },
    ];
    // Each `until` is midnight in Shanghai after the last day.
    expect(all(await open(), '.who').map(words)).toEqual([
      '等待申请人“补充说明”，期限至4月8日（周三）',
      '等待“家庭经济状况核对”的系统答复',
      '“公示”进行中，至4月2日（周四）',
    ]);
  });

  it('shows the outcome of a case that is over, and its award in figures and words', async () => {
    client.view.state = { ...client.view.state, status: 'ended', value: 'approved' };
    client.view.steps = [];
    client.view.offers = [];
    client.view.award = { amount: 60_000, starts: '2026-05', payee: '张*兰' };
    const element = await open();
    expect(words(one(element, '.who'))).toBe('本办件已办结：予以批准');
    expect(words(one(element, '.award'))).toContain('每月 600.00元 大写：陆佰元整 自2026年5月起发放');
  });

  it('says how long an award is paid, or that it is paid once', async () => {
    client.view.award = { amount: 60_000, starts: '2026-05', months: 6 };
    expect(words(one(await open(), '.award'))).toContain(
      '每月 600.00元 大写：陆佰元整 自2026年5月起发放 · 共6个月',
    );
    client.view.award = { amount: 60_000, starts: '2026-05', months: 1 };
    expect(words(one(await open(), '.award'))).toContain('一次性 600.00元');
  });

  it('opens the first form, keeps the others folded, and opens letters and files in a new tab', async () => {
    const element = await open();
    expect(words(one(element, '[data-form=application]'))).toContain('99990119********24');
    const links = all<HTMLAnchorElement>(element, '.links a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/api/cases/c-1024/letters/0?lang=zh',
      `/api/files/${'f'.repeat(64)}`,
    ]);
    for (const link of links) expect([link.target, link.rel]).toEqual(['_blank', 'noopener']);
  });

  it('marks masked parts of a name so that they look masked', async () => {
    const hidden = one(await open(), 'h2 .hidden-part');
    expect(hidden.textContent).toBe('*');
    expect(hidden.title).toBe('已脱敏');
  });

  it('does not interpret what people wrote', async () => {
    const element = await open();
    expect(words(element)).toContain('<img src=x onerror=');
    expect(words(element)).toContain('<script>window.__hostile=1</script>');
    expect(all(one(element, 'aid-form'), 'img')).toEqual([]);
    expect(all(one(element, 'aid-history'), 'script')).toEqual([]);
    expect('__hostile' in window).toBe(false);
  });
});

describe('what may be done', () => {
  it('offers buttons for it and gives reasons for the rest', async () => {
    const element = await open();
    expect(all(element, '[data-do]').map(words)).toEqual([
      '拟予确认，进行公示',
      '拟不予确认',
      '请申请人补充说明',
      '申报亲属关系并回避',
    ]);
    const why = words(one(element, '.why-not'));
    expect(why).toContain('其余事项为什么不能办（2）');
    expect(why).toContain('已办理“入户调查”的人员不得办理同一办件的“初审意见”');
  });

  it('says what follows from a choice before it is made', async () => {
    const act = await choose(await open(), 'opinion.propose-approve');
    expect(all(act, '.follows li').map(words)).toEqual(['公示内容对外公布', '转入“公示”']);
  });

  it('tells the amount, the letter and the document of a delegation', async () => {
    client.view.state.value = 'confirm';
    client.view.offers = [
      {
        do: 'confirm.approve',
        step: 'confirm',
        title: '予以确认',
        may: true,
        authority: {
          basis: 'delegation',
          role: 'leader',
          division: '999901100',
          delegation: {
            programme: 'sample-aid',
            action: 'confirm',
            from: '999901',
            to: '999901100',
            effective: '2026-01-01',
            until: '2026-07-01',
            document: '示民发〔2026〕1号',
          },
        },
      },
    ];
    const act = await choose(await open(), 'confirm.approve');
    expect(all(act, '.follows li').map(words)).toEqual([
      '出具《确认通知书》',
      '待遇每月600.00元（陆佰元整）',
      '转入“县级抽查”',
      '依示民发〔2026〕1号受示例县下放（2026-01-01至2026-07-01前）',
    ]);
  });

  it('asks for reasons where they are required, at their field, with the focus there', async () => {
    const element = await open();
    const act = await choose(element, 'opinion.ask');
    await submit(element);
    expect(client.commands).toEqual([]);
    const reasons = one(act, '#reasons');
    expect(focused()).toBe(reasons);
    expect(reasons.getAttribute('aria-invalid')).toBe('true');
    const described = (reasons.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => words(one(act, `#${id}`)));
    expect(described).toContain('请写明理由，再提交。');
    await userEvent.type(reasons, '请说明二月收入');
    await submit(element);
    expect(client.commands.map(({ command }) => command)).toEqual([
      { do: 'opinion.ask', reasons: '请说明二月收入' },
    ]);
    expect(client.commands[0]?.version).toBe(14);
  });

  it('lets an officer declare a relation', async () => {
    const element = await open();
    const act = await choose(element, 'declare-relative');
    await submit(element);
    expect(focused()).toBe(one(act, '#relation'));
    await userEvent.type(one(act, '#relation'), '表兄弟');
    await submit(element);
    expect(client.commands[0]?.command).toEqual({ do: 'declare-relative', data: { relation: '表兄弟' } });
  });

  it('keeps rare operations behind a word and asks what they need', async () => {
    client.view.offers = [
      ...client.view.offers,
      { do: 'add-signer', title: '加签', may: true, reasons: 'optional' },
    ];
    const element = await open();
    expect(one<HTMLDetailsElement>(element, '.rare').open).toBe(false);
    await userEvent.click(one(element, '.rare summary'));
    const act = await choose(element, 'add-signer');
    await submit(element);
    expect(focused()).toBe(one(act, '#officer'));
    await userEvent.type(one(act, '#officer'), 'o-9');
    await userEvent.type(one(act, '#name'), '钱进');
    await userEvent.selectOptions(one(act, '#position'), '在我之前');
    expect(await violations()).toEqual([]);
    await submit(element);
    expect(client.commands[0]?.command).toEqual({
      do: 'add-signer',
      data: { officer: 'o-9', name: '钱进', position: 'before' },
    });
  });

  it('asks a voter for their vote', async () => {
    const options = ['yes', 'no', 'abstain'].map((value) => ({ value, title: value }));
    const needs = [{ name: 'choice', title: '表决', kind: 'choice' as const, required: true, options }];
    client.view.offers = [{ do: 'opinion.ballot', step: 'opinion', title: '集体研究', may: true, needs }];
    const element = await open();
    const act = await choose(element, 'opinion.ballot');
    await submit(element);
    expect(focused()).toBe(one(act, '#choice'));
    await userEvent.selectOptions(one(act, '#choice'), '不同意');
    expect(await violations()).toEqual([]);
    await submit(element);
    expect(client.commands[0]?.command).toEqual({ do: 'opinion.ballot', data: { choice: 'no' } });
  });

  it('asks which of the items is tried again, by its number', async () => {
    const options = [{ value: 2, title: '2' }];
    const needs = [{ name: 'index', title: '序号', kind: 'choice' as const, required: true, options }];
    client.view.offers = [{ do: 'opinion.retry', step: 'opinion', title: '重办一项', may: true, needs }];
    const element = await open();
    const act = await choose(element, 'opinion.retry');
    await userEvent.selectOptions(one(act, '#index'), '2');
    await submit(element);
    expect(client.commands[0]?.command).toEqual({ do: 'opinion.retry', data: { index: 2 } });
  });

  it('offers to go back only to steps that the case has been through', async () => {
    client.view.offers = [
      ...client.view.offers,
      { do: 'return', title: '退回', may: true, reasons: 'required' },
    ];
    const element = await open();
    const act = await choose(element, 'return');
    const steps = all<HTMLOptionElement>(act, '#to option').map(({ value }) => value);
    const been = client.view.state.steps;
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.slice(1).every((step) => been[step] !== undefined)).toBe(true);
  });

  it('does not send a form with faults, and shows what the server found at its field', async () => {
    const element = await open();
    const act = await choose(element, 'opinion.propose-approve');
    await submit(element);
    expect(client.commands).toEqual([]);
    await userEvent.type(control(act, 0), '符合条件');
    await userEvent.type(control(act, 1), '600');
    const invalid = problem('form/invalid', { count: 1 });
    client.refuse(
      'command',
      new RefusedError({
        ...invalid,
        problems: [problem('form/maximum', { field: '拟保障金额', limit: 500 }, { pointer: '/amount' })],
      }),
    );
    await submit(element);
    const form = one(act, 'aid-form');
    const amount = control(act, 1);
    expect(amount.value).toBe('600');
    expect(amount.getAttribute('aria-invalid')).toBe('true');
    expect(words(form)).toContain('500');
    await userEvent.fill(amount, '500');
    await submit(element);
    expect(client.commands[0]?.command).toEqual({
      do: 'opinion.propose-approve',
      data: { finding: '符合条件', amount: 500 },
    });
  });

  it('keeps what was typed when another outcome with the same form is chosen', async () => {
    const element = await open();
    const first = await choose(element, 'opinion.propose-approve');
    await userEvent.type(control(first, 0), '家庭困难');
    const second = await choose(element, 'opinion.propose-deny');
    expect(control(second, 0).value).toBe('家庭困难');
  });

  it('sends one act once, however often a failing connection makes one try', async () => {
    const element = await open();
    const act = await choose(element, 'opinion.ask');
    await userEvent.type(one(act, '#reasons'), '请说明');
    const keys: string[] = [];
    const { command } = client;
    client.command = (id, given, options) => {
      keys.push(options?.key ?? '');
      return command(id, given, options);
    };
    client.refuse('command', new TypeError('Failed to fetch'));
    await submit(element);
    expect(words(one(act, '[role=alert]'))).toContain('没有提交成功');
    expect(one<HTMLTextAreaElement>(act, '#reasons').value).toBe('请说明');
    await submit(element);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tells the page what was done, says so, and takes the newest state', async () => {
    const element = await open();
    const changes: unknown[] = [];
    element.addEventListener('aid-changed', (event) => changes.push((event as CustomEvent).detail));
    const act = await choose(element, 'opinion.ask');
    await userEvent.type(one(act, '#reasons'), '请说明');
    await submit(element);
    expect(changes).toEqual([{ case: 'c-1024', version: 15 }]);
    expect(focused()?.textContent).toContain('已提交：请申请人补充说明');
    expect(words(one(element, '.who'))).toBe('“公示”进行中，至4月2日（周四）');
    expect(words(element)).toContain('目前没有需要您办理的事项');
  });
});

describe('when the case moves on meanwhile', () => {
  it('keeps what was typed, says so, and submits on the newest state', async () => {
    const element = await open();
    const act = await choose(element, 'opinion.propose-approve');
    await userEvent.type(control(act, 0), '符合条件');
    await userEvent.type(control(act, 1), '600');
    client.refuse('command', conflict());
    await submit(element);
    expect(words(one(act, '[role=alert]'))).toContain('您填写期间，这件办件已有变动');
    client.view.state.version = 15;
    await userEvent.click(one(act, '[role=alert] button'));
    await settled(element);
    expect(words(act)).toContain('已载入最新情况');
    expect(control(act, 0).value).toBe('符合条件');
    await submit(element);
    expect(client.commands.map(({ version }) => version)).toEqual([15]);
    expect(client.commands[0]?.command.data).toEqual({ finding: '符合条件', amount: 600 });
  });

  it('keeps what was typed on view when it can no longer be done, and says why', async () => {
    const element = await open();
    const act = await choose(element, 'opinion.ask');
    await userEvent.type(one(act, '#reasons'), '请说明');
    client.view.state.version = 15;
    client.view.offers = client.view.offers.map((offer) =>
      offer.do === 'opinion.ask'
        ? {
            do: offer.do,
            step: 'opinion',
            title: offer.title,
            may: false,
            problem: problem('authority/barred', { reason: '配偶' }),
          }
        : offer,
    );
    client.announce(15);
    await settled(element);
    expect(words(one(act, '[role=alert]'))).toContain('“请申请人补充说明”已不能办理：您不得办理本件：配偶');
    expect(one<HTMLTextAreaElement>(act, '#reasons').value).toBe('请说明');
    // Disabled for assistive technology only, so that it keeps the focus: a click has to do nothing.
    one(act, 'button.primary').click();
    await settled(element);
    expect(client.commands).toEqual([]);
  });

  it('asks only when its own case changed', async () => {
    const element = await open();
    const before = client.calls.length;
    client.announce(14);
    await settled(element);
    expect(client.calls.length).toBe(before);
    client.view.state.version = 15;
    client.announce(15);
    await settled(element);
    expect(client.calls.slice(before)).toEqual(['case']);
    expect(words(element)).toContain('这件办件刚有变动，已更新到最新情况。');
  });

  it('never goes back to an older state that arrives late', async () => {
    const element = await open();
    client.view.state.version = 20;
    await element.reload();
    client.view = { ...structuredClone(view), title: '旧' };
    await element.reload();
    await settled(element);
    expect(words(one(element, 'header'))).not.toContain('旧');
  });
});

describe('clocks and history', () => {
  it('explains each stretch of a clock on focus, until Escape', async () => {
    const element = await open();
    const clock = one(element, 'aid-clock');
    one(clock, 'button').focus();
    await settled(clock);
    expect(all(clock, '.panel li').map(words)).toEqual([
      '3月3日至3月16日：已用',
      '3月17日至3月25日：暂停计时（补充说明）',
      '3月26日至3月26日：已用',
      '3月27日至4月23日：剩余',
    ]);
    expect(one(clock, 'button').getAttribute('aria-describedby')).toBe('panel');
    await userEvent.keyboard('{Escape}');
    expect(all(clock, '.panel')).toEqual([]);
  });

  it('tells the newest first: who, on what authority, with what reasons and changes', async () => {
    const history = one(await open(), 'aid-history');
    const entries = all(history, 'ol > li').map(words);
    expect(entries[0]).toContain('补充说明 · 提交说明');
    expect(entries[0]).toContain('家庭成员 2 · 月收入（元） 500 → 600');
    expect(entries[1]).toContain('周敏 · 依示民发〔2026〕1号受示例县下放（2026-01-01起）');
    expect(entries[1]).toContain('理由：请说明2月的务工收入。');
    expect(entries[3]).toContain('赵磊 · 代理孙洁');
  });

  it('shows the whole form beside what it was before an entry, when asked', async () => {
    const history = one(await open(), 'aid-history');
    const whole = one(history, 'details.whole');
    expect(all(history, 'aid-form')).toEqual([]);
    (whole.closest('details:not(.whole)') as HTMLDetailsElement).open = true;
    await userEvent.click(whole.querySelector('summary') as HTMLElement);
    await expect.poll(() => all(history, 'aid-form').length).toBe(1);
    const form = one(history, 'aid-form');
    await expect
      .poll(() =>
        form.shadowRoot?.querySelector('.compared.changed')?.textContent?.replace(/\s+/g, ' ').trim(),
      )
      .toBe('月收入（元） 已修改 600 原来：500');
    expect(form.shadowRoot?.querySelectorAll('.compared')).toHaveLength(1);
  });

  it('explains a decision on demand, once', async () => {
    const element = await open();
    const history = one(element, 'aid-history');
    const button = all(history, 'button.explain')[2] as HTMLElement;
    await userEvent.click(button);
    await settled(element);
    const grounds = words(one(history, '.grounds'));
    expect(grounds).toContain('最低生活保障审核确认办法 全国规定');
    expect(grounds).toContain('适用第 R1 行，结果：符合');
    expect(grounds).toContain('月人均收入30000');
    expect(grounds).toContain('农村低保标准（每人每月）500.00元');
    await userEvent.click(button);
    await userEvent.click(button);
    expect(client.calls.filter((call) => call === 'explain')).toHaveLength(1);
  });

  it('says when grounds cannot be told, and tries again', async () => {
    const element = await open();
    const history = one(element, 'aid-history');
    client.refuse(
      'explain',
      new RefusedError({ code: 'http/rate', status: 429, title: 't', detail: '请稍后再试' }),
    );
    await userEvent.click(all(history, 'button.explain')[0] as HTMLElement);
    await settled(element);
    await userEvent.click(one(history, '[role=alert] button'));
    await settled(element);
    expect(all(history, '.grounds')).toHaveLength(1);
  });
});

describe('what the service says', () => {
  it('shows its own shape while loading', async () => {
    client.hanging.add('case');
    const element = await open();
    expect(one(element, 'article').getAttribute('aria-busy')).toBe('true');
    expect(all(element, '.bone').length).toBeGreaterThan(3);
  });

  it('says that a case does not exist or may not be seen', async () => {
    client.refuse('case', new RefusedError(problem('http/not-found', { path: '/api/cases/c-1024' })));
    expect(words(one(await open(), '[role=alert]'))).toContain('没有找到这件办件，或者您无权查看');
  });

  it('keeps what is shown when the network fails', async () => {
    const element = await open();
    client.refuse('case', new TypeError('Failed to fetch'));
    await element.reload();
    await settled(element);
    expect(words(element)).toContain('网络已断开');
    expect(words(one(element, 'header'))).toContain('低保2026-1024');
  });

  it('starts afresh for another case', async () => {
    const element = await open();
    await choose(element, 'opinion.ask');
    client.view.state.id = 'c-2000';
    client.view.state.number = '低保2026-2000';
    element.caseId = 'c-2000';
    await settled(element);
    expect(words(one(element, 'header'))).toContain('低保2026-2000');
    expect(all(element, 'aid-act')).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  it('from the inbox to a submitted opinion', async () => {
    const inbox = await mount('aid-inbox', { client });
    let element: AidCase | undefined;
    inbox.addEventListener('aid-open', (event) => {
      element = document.createElement('aid-case');
      Object.assign(element, {
        client,
        today: '2026-03-26',
        lang: 'zh',
        caseId: (event as CustomEvent).detail.case,
      });
      inbox.replaceWith(element);
    });
    // Down to the sixth row, the case that waits for an opinion.
    await userEvent.keyboard('jjjjjj{Enter}');
    await expect.poll(() => element !== undefined && all(element, '[data-do]').length).toBe(4);
    const shown = element as AidCase;
    const tabTo = async (reached: (at: Element) => boolean) => {
      for (let step = 0; step < 60; step++) {
        await userEvent.keyboard('{Tab}');
        const at = focused();
        if (at !== null && reached(at)) return;
      }
      throw new Error('The keyboard does not get there.');
    };
    await tabTo((at) => at.getAttribute('data-do') === 'opinion.propose-deny');
    await userEvent.keyboard('{Enter}');
    await settled(shown);
    expect(focused()?.textContent).toBe('拟不予确认');
    await tabTo((at) => at.matches('input, textarea'));
    await userEvent.keyboard('收入超过标准');
    await tabTo((at) => at.matches('input, textarea'));
    await userEvent.keyboard('600');
    await tabTo((at) => at.id === 'reasons');
    await userEvent.keyboard('人均收入不低于标准');
    await tabTo((at) => at.matches('button.primary'));
    await userEvent.keyboard('{Enter}');
    await settled(shown);
    expect(client.commands.map(({ command }) => command)).toEqual([
      {
        do: 'opinion.propose-deny',
        data: { finding: '收入超过标准', amount: 600 },
        reasons: '人均收入不低于标准',
      },
    ]);
  });
});

describe('on a phone', () => {
  it.each(['normal', 'elder'] as const)('nothing is wider than the screen in %s mode', async (mode) => {
    await page.viewport(360, 700);
    const element = await open({ mode });
    await choose(element, 'opinion.propose-deny');
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});

describe.each([
  { theme: 'light', lang: 'zh' },
  { theme: 'dark', lang: 'en' },
  { theme: 'light', lang: 'zh', mode: 'elder' },
] as const)('%o', (look) => {
  it.each([1366, 360])('axe finds nothing at %i px, with a form, faults and grounds open', async (width) => {
    await page.viewport(width, 800);
    const element = await open(look);
    expect(await violations()).toEqual([]);
    await choose(element, 'opinion.propose-deny');
    await submit(element);
    one<HTMLDetailsElement>(element, '.why-not').open = true;
    await userEvent.click(all(one(element, 'aid-history'), 'button.explain')[2] as HTMLElement);
    await settled(element);
    expect(await violations()).toEqual([]);
  });
});
