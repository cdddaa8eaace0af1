/**
 * The way through errors. What it guards against: a message that no screen reader can find, because no control names
 * it; checkers for accessibility do not notice that.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { divisions, layout, locales, schema, value } from '../fixtures/household.ts';
import {
  all,
  button,
  clear,
  control,
  fillIn,
  focused,
  messageAt,
  mount,
  mountFields,
  one,
  question,
  until,
} from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';

afterEach(clear);

const household = (setup: Partial<AidForm> = {}) => mount({ schema, layout, locales, divisions, ...setup });
const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const links = (form: AidForm) => all<HTMLAnchorElement>(form, '.summary a');

/** What is wrong with an empty application, counted by hand from its schema. */
const emptyMessages = [
  '请填写姓名',
  '请填写身份证号码',
  '请填写手机号码',
  '请选择申请哪一类低保',
  '请选择户籍所在村（社区）',
  '成员 1 · 请填写姓名',
  '成员 1 · 请填写身份证号码',
  '成员 1 · 请选择与申请人的关系',
  '请填写卡号',
  '请勾选“我和家庭成员同意核对家庭经济状况”后再继续',
];

describe('submitting what is not right', () => {
  it('puts the focus on a summary that names everything', async () => {
    const form = await household();
    await until(() => all(form, '.level').length === 1);
    button(form, '提交申请').click();
    expect(focused(form)?.className).toBe('summary');
    expect(text(one(form, '.summary h2'))).toBe('有 10 处需要修改');
    expect(links(form).map(text)).toEqual(emptyMessages);
  });

  it('every link of the summary lands in a control of its field', async () => {
    const form = await household();
    await until(() => all(form, '.level').length === 1);
    form.submit();
    const fields = all(form, '.field.invalid');
    expect(fields).toHaveLength(emptyMessages.length);
    for (const [index, link] of links(form).entries()) {
      link.focus();
      await userEvent.keyboard('{Enter}');
      expect(fields[index]?.contains(focused(form)), text(link)).toBe(true);
    }
    expect(location.hash).toBe('');
  });

  it('every invalid field is marked, and described by its message', async () => {
    const form = await household();
    await until(() => all(form, '.level').length === 1);
    form.submit();
    const root = form.shadowRoot as ShadowRoot;
    const marked = all(form, '.field.invalid').filter((field) => {
      const message = text(field.querySelector('.error'));
      const controls = [field, ...field.querySelectorAll('input:not([tabindex="-1"]), select, textarea')];
      return controls.some((element) => {
        const described = (element.getAttribute('aria-describedby') ?? '').split(' ');
        const words = described.map((id) => text(root.getElementById(id)));
        return element.getAttribute('aria-invalid') === 'true' && message !== '' && words.includes(message);
      });
    });
    expect(marked).toHaveLength(emptyMessages.length);
  });

  it('tells the page what is wrong', async () => {
    const form = await household();
    let told: { pointer: string; message: string }[] = [];
    form.addEventListener('aid-invalid', (event) => {
      told = event.detail.problems;
    });
    form.addEventListener('aid-submit', () => expect.unreachable());
    expect(form.submit()).toBe(false);
    expect(told.map((one) => one.pointer)).toEqual([
      '/applicant/name',
      '/applicant/idNumber',
      '/applicant/mobile',
      '/area',
      '/registered',
      '/members/0/name',
      '/members/0/idNumber',
      '/members/0/relation',
      '/bank/number',
      '/consent',
    ]);
  });

  it('speaks English when asked', async () => {
    const form = await household({ lang: 'en' });
    form.submit();
    expect(text(one(form, '.summary h2'))).toBe('10 entries need another look');
    expect(text(links(form)[5] as Element)).toBe('Member 1 · Name: please fill this in');
    form.lang = 'zh';
    await form.updateComplete;
    expect(text(links(form)[5] as Element)).toBe('成员 1 · 请填写姓名');
  });

  it('takes a line away when it is mended', async () => {
    const form = await household();
    form.submit();
    await fillIn(form, '姓名', '张桂兰');
    expect(text(one(form, '.summary h2'))).toBe('有 9 处需要修改');
    expect(messageAt(form, '姓名')).toBe('');
  });
});

describe('submitting what is right', () => {
  it('hands out the data', async () => {
    const form = await household({ value });
    const submitted: unknown[] = [];
    form.addEventListener('aid-submit', (event) => submitted.push(event.detail.value));
    expect(form.submit()).toBe(true);
    expect(submitted).toEqual([value]);
    expect(all(form, '.summary')).toHaveLength(0);
  });
});

describe('a single field', () => {
  const properties = {
    a: { title: '手机', type: 'string', format: 'mobile-cn' },
    b: { title: '其他', type: 'string' },
  };

  it('is checked when it is left, not while it is typed for the first time', async () => {
    const form = await mountFields(properties);
    control(form, '手机').focus();
    await userEvent.keyboard('138');
    expect(messageAt(form, '手机')).toBe('');
    await userEvent.tab();
    expect(messageAt(form, '手机')).toContain('应是 11 位，现在是 3 位');
  });

  it('is checked while it is typed once it was wrong', async () => {
    const form = await mountFields(properties);
    await fillIn(form, '手机', '138');
    control(form, '手机').focus();
    await userEvent.keyboard('{End}0000000');
    expect(messageAt(form, '手机')).not.toBe('');
    await userEvent.keyboard('0');
    expect(messageAt(form, '手机')).toBe('');
    await userEvent.keyboard('{Backspace}');
    expect(messageAt(form, '手机')).not.toBe('');
  });

  it('does not move the page away under a click: the message waits until the button is up', async () => {
    const form = await mountFields({ ...properties, a: { ...properties.a } }, {});
    control(form, '手机').focus();
    await userEvent.keyboard('138');
    document.dispatchEvent(new PointerEvent('pointerdown'));
    control(form, '其他').focus();
    expect(messageAt(form, '手机')).toBe('');
    document.dispatchEvent(new PointerEvent('pointerup'));
    await until(() => messageAt(form, '手机') !== '');
  });

  it('says nothing about other fields that were not visited', async () => {
    const form = await mountFields({
      a: { title: '甲', type: 'string', minLength: 2 },
      b: { title: '乙', type: 'string' },
    });
    form.schema = { ...form.schema, required: ['a', 'b'] };
    await form.updateComplete;
    await fillIn(form, '甲', 'x');
    expect(messageAt(form, '甲')).toContain('请至少输入 2 个字');
    expect(messageAt(form, '乙')).toBe('');
  });

  it('Enter leads on to the next control and submits nothing', async () => {
    const form = await mountFields(properties);
    form.addEventListener('aid-submit', () => expect.unreachable());
    control(form, '手机').focus();
    await userEvent.keyboard('{Enter}');
    expect(focused(form)).toBe(control(form, '其他'));
    await userEvent.keyboard('{Enter}');
    expect(focused(form)).toBe(button(form, '提交'));
  });

  it('which of them may be left out is marked', async () => {
    const form = await mountFields({});
    form.schema = {
      type: 'object',
      required: ['a'],
      properties: { a: { title: '甲', type: 'string' }, b: { title: '乙', type: 'string' } },
    };
    await form.updateComplete;
    expect(text(question(form, '甲').querySelector('.label'))).toBe('甲');
    expect(text(question(form, '乙').querySelector('.label'))).toBe('乙选填');
  });
});

describe('a server’s problems', () => {
  const problems = [
    {
      code: 'form/format',
      detail: '户主与身份证不符。',
      hint: '请核对。',
      pointer: '/data/applicant/idNumber',
    },
    { code: 'form/rule', detail: '成员重复。', pointer: '/data/members/1/name' },
    { code: 'case/closed', detail: '今天已停止受理。' },
  ];

  it('stand at their fields and in the summary, which has the focus', async () => {
    const form = await household({ value });
    form.problems = problems;
    await form.updateComplete;
    expect(messageAt(form, '身份证号码')).toContain('户主与身份证不符。请核对。');
    expect(messageAt(form, '姓名', 2)).toContain('成员重复。');
    expect(all(form, '.summary li').map(text)).toEqual([
      '身份证号码：户主与身份证不符。请核对。',
      '成员 2 · 姓名：成员重复。',
      '今天已停止受理。',
    ]);
    expect(focused(form)?.className).toBe('summary');
  });

  it('about an item, an object or nothing on the page are told in the summary, with a way where there is one', async () => {
    const form = await household({ value });
    form.problems = [
      { detail: '此人已在另一户。', pointer: '/data/members/1' },
      { detail: '卡已注销。', pointer: '/data/bank' },
      { detail: '没有这一项。', pointer: '/data/nowhere/at/all' },
      { detail: '没有这一人。', pointer: '#/data/members/7/name' },
    ];
    await form.updateComplete;
    expect(all(form, '.summary li').map(text)).toEqual([
      '家庭成员：没有这一人。',
      '成员 2 · 此人已在另一户。',
      '收款银行卡：卡已注销。',
      '没有这一项。',
    ]);
    const links = all<HTMLAnchorElement>(form, '.summary a');
    expect(links).toHaveLength(3);
    links[1]?.click();
    expect(focused(form)).toBe(control(form, '姓名', 2));
    links[2]?.click();
    expect(focused(form)).toBe(control(form, '卡号'));
  });

  it('about a field that is not shown at present are told without a way', async () => {
    const form = await household({ value: { ...value, hasIllness: false } });
    form.problems = [{ detail: '患病情况需要说明。', pointer: '/data/illness' }];
    await form.updateComplete;
    expect(all(form, '.summary li').map(text)).toEqual(['患病情况需要说明。']);
    expect(all(form, '.summary a')).toEqual([]);
  });

  it('go when their field is changed, and do not stop another attempt', async () => {
    const form = await household({ value });
    form.problems = problems;
    await form.updateComplete;
    await fillIn(form, '姓名', '{End}x', 2);
    expect(messageAt(form, '姓名', 2)).toBe('');
    expect(messageAt(form, '身份证号码')).not.toBe('');
    expect(form.submit()).toBe(true);
    expect(messageAt(form, '身份证号码')).toBe('');
  });
});

describe('a schema that no form can be made of', () => {
  it.each([
    ['is no object', { type: 'string' }, 'describe an object'],
    ['refers to nothing', { type: 'object', properties: { a: { $ref: '#/$defs/none' } } }, '#/$defs/none'],
    ['contains itself', { type: 'object', properties: { a: { $ref: '#' } } }, 'deep'],
    ['is not JSON Schema', 7, 'not a JSON Schema object'],
  ])('that %s is told, not a blank page', async (_, broken, words) => {
    const form = await mount({ schema: broken as never });
    const fault = one(form, '.fault');
    expect(fault.getAttribute('role')).toBe('alert');
    expect(text(fault)).toContain('这张表暂时打不开');
    expect(text(fault)).toContain(words);
  });

  it('a layout that names what is not there is told at its place, and the rest works', async () => {
    const form = await mount({
      schema,
      layout: { sections: [{ id: 's', title: 'S', fields: ['/nothing', '/area'] }] },
    });
    expect(text(one(form, '.fault-note'))).toContain('/nothing');
    expect(question(form, '申请哪一类低保')).toBeDefined();
  });

  it('what is wrong and has no place on the page is told in the summary', async () => {
    const form = await mount({
      schema,
      layout: { sections: [{ id: 's', title: 'S', fields: ['/area'] }] },
      value: { ...value, area: 'rural', vehicles: -1 },
    });
    expect(form.submit()).toBe(false);
    expect(all(form, '.summary li').map(text)).toEqual(['车辆数量：请输入 0 或更大的数']);
  });
});

it('titles are text, whatever is in them', async () => {
  const title = '<img src=x onerror="window.hacked = true"><b>x</b>';
  const form = await mount({
    schema: {
      type: 'object',
      properties: { a: { title, description: title, type: 'string', enum: [title] } },
      required: ['a'],
    },
    layout: { sections: [{ id: 's', title, help: title, fields: [{ field: '/a', help: title }] }] },
    problems: [{ detail: title, pointer: '/a' }],
  });
  form.submit();
  expect(all(form, 'img, b')).toHaveLength(0);
  expect(one(form, 'h2[id^=aid]').textContent).toBe(title);
});
