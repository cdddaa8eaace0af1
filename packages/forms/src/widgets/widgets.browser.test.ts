import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { divisions } from '../fixtures/household.ts';
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
  noteAt,
  one,
  question,
  turn,
  until,
} from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

describe('text', () => {
  it('takes what is typed', async () => {
    const form = await mountFields({ a: { title: '姓名', type: 'string' } });
    await fillIn(form, '姓名', 'Zhang Guilan');
    expect(form.value).toEqual({ a: 'Zhang Guilan' });
  });

  it('shows the example that the schema gives', async () => {
    const form = await mountFields({
      a: { title: '档案号', type: 'string', pattern: '^A', examples: ['A-12'] },
    });
    expect(noteAt(form, '档案号')).toBe('例如 A-12');
    const { id } = question(form, '档案号').querySelector('.note') as Element;
    expect(control(form, '档案号').getAttribute('aria-describedby')).toContain(id);
    await fillIn(form, '档案号', 'B');
    expect(messageAt(form, '档案号')).toContain('请按示例的格式填写');
  });

  it('is no value when it is emptied', async () => {
    const form = await mountFields({ a: { title: '姓名', type: 'string' } }, { value: { a: 'x' } });
    await fillIn(form, '姓名', '{Backspace}');
    expect(form.value).toEqual({});
  });

  it('gets several lines where it may be long', async () => {
    const form = await mountFields({ a: { title: '情况', type: 'string', maxLength: 500 } });
    await fillIn(form, '情况', 'one{Enter}two');
    expect(form.value).toEqual({ a: 'one\ntwo' });
  });

  it('leaves what an input method composes alone and says nothing about it meanwhile', async () => {
    const form = await mountFields({ a: { title: '姓名', type: 'string', minLength: 2 } });
    await fillIn(form, '姓名', 'x');
    const input = control(form, '姓名');
    const before = messageAt(form, '姓名');
    input.focus();
    for (const text of ['张', '张g', '张gu']) {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      expect(input.value).toBe(text);
      expect(messageAt(form, '姓名')).toBe(before);
    }
    input.value = '张桂';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    expect(form.value).toEqual({ a: '张桂' });
    expect(messageAt(form, '姓名')).toBe('');
  });
});

describe('number', () => {
  it('is a number, in full-width figures, too', async () => {
    const form = await mountFields({ a: { title: '数量', type: 'integer' } });
    await fillIn(form, '数量', '１２');
    expect(form.value).toEqual({ a: 12 });
    expect(control(form, '数量').value).toBe('12');
  });

  it('keeps text that is none and says what to enter', async () => {
    const form = await mountFields({ a: { title: '数量', type: 'integer' } });
    await fillIn(form, '数量', '12a');
    expect(control(form, '数量').value).toBe('12a');
    expect(messageAt(form, '数量')).toContain('请输入整数');
  });
});

describe('money', () => {
  const properties = { a: { title: '存款', type: 'integer', minimum: 100, 'x-unit': 'fen' } };

  it('is typed in yuan and kept in fen, exactly', async () => {
    const form = await mountFields(properties);
    await fillIn(form, '存款', '12345.15');
    expect(form.value).toEqual({ a: 1_234_515 });
    expect(control(form, '存款').value).toBe('12,345.15');
  });

  it('does not tidy while it is typed', async () => {
    const form = await mountFields(properties);
    control(form, '存款').focus();
    await userEvent.keyboard('1234.5');
    expect(control(form, '存款').value).toBe('1234.5');
  });

  it('says its limits in yuan', async () => {
    const form = await mountFields(properties);
    await fillIn(form, '存款', '0.99');
    expect(messageAt(form, '存款')).toContain('请输入不少于 1.00 元的金额');
  });

  it('refuses a third decimal', async () => {
    const form = await mountFields(properties);
    await fillIn(form, '存款', '1.999');
    expect(messageAt(form, '存款')).toContain('最多两位小数');
    expect(control(form, '存款').value).toBe('1.999');
  });
});

describe('date', () => {
  const properties = { a: { title: '日期', type: 'string', format: 'date' } };

  it.each(['2026-03-02', '20260302', '2026年3月2日', '2026/3/2'])('is typed as %s', async (text) => {
    const form = await mountFields(properties);
    await fillIn(form, '日期', text);
    expect(form.value).toEqual({ a: '2026-03-02' });
    expect(control(form, '日期').value).toBe('2026-03-02');
    expect(noteAt(form, '日期')).toBe('2026年3月2日 星期一');
  });

  it('refuses a day that is none', async () => {
    const form = await mountFields(properties);
    await fillIn(form, '日期', '2026-02-30');
    expect(messageAt(form, '日期')).toContain('没有 2026-02-30 这一天');
  });

  it('takes what is picked from the calendar', async () => {
    const form = await mountFields(properties);
    await userEvent.click(button(form, '从日历中选择: 日期'));
    const picker = one<HTMLInputElement>(form, '.picker');
    picker.value = '2026-05-01';
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    expect(form.value).toEqual({ a: '2026-05-01' });
  });
});

describe('choices', () => {
  const few = {
    a: {
      title: '类别',
      type: 'string',
      oneOf: [
        { const: 'x', title: '农村' },
        { const: 'y', title: '城市' },
      ],
    },
  };
  const many = { a: { title: '关系', type: 'string', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] } };

  it('are radio buttons when there are few, moved by arrow keys', async () => {
    const form = await mountFields(few);
    control(form, '类别').focus();
    await userEvent.keyboard(' ');
    expect(form.value).toEqual({ a: 'x' });
    await userEvent.keyboard('{ArrowDown}');
    expect(form.value).toEqual({ a: 'y' });
  });

  it('are a list when there are many', async () => {
    const form = await mountFields(many);
    const list = control<HTMLSelectElement>(form, '关系');
    list.focus();
    await userEvent.selectOptions(list, list.options[3] as HTMLOptionElement);
    expect(form.value).toEqual({ a: 'c' });
    await userEvent.selectOptions(list, list.options[0] as HTMLOptionElement);
    expect(form.value).toEqual({});
  });

  it('are check boxes when several may be chosen', async () => {
    const form = await mountFields({ a: { title: '待遇', type: 'array', items: { enum: ['p', 'q', 'r'] } } });
    control(form, '待遇').focus();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(form.value).toEqual({ a: ['p', 'r'] });
    await userEvent.keyboard(' ');
    expect(form.value).toEqual({ a: ['p'] });
  });

  it('yes and no start with neither', async () => {
    const form = await mountFields({ a: { title: '在校', type: 'boolean' } });
    expect(form.value).toEqual({});
    control(form, '在校').focus();
    await userEvent.keyboard(' {ArrowRight}');
    expect(form.value).toEqual({ a: false });
  });

  it('an answer that may be left out can be taken back', async () => {
    const form = await mountFields({ a: { title: '在校', type: 'boolean' } }, { value: { a: true } });
    button(form, '取消选择').focus();
    await userEvent.keyboard('{Enter}');
    expect(form.value).toEqual({});
    expect(focused(form)).toBe(control(form, '在校'));
  });

  it('consent is a box to tick; unticked it is no answer', async () => {
    const form = await mountFields({ a: { title: '同意', type: 'boolean', const: true } });
    control(form, '同意').focus();
    await userEvent.keyboard(' ');
    expect(form.value).toEqual({ a: true });
    await userEvent.keyboard(' ');
    expect(form.value).toEqual({});
  });
});

describe('long numbers', () => {
  it('an id number is pasted with blanks and tells birth date and sex', async () => {
    const form = await mountFields({ a: { title: '身份证', type: 'string', format: 'resident-id' } });
    await fillIn(form, '身份证', ' 110105 19491231 002x ');
    expect(form.value).toEqual({ a: '11010519491231002X' });
    expect(noteAt(form, '身份证')).toBe('1949年12月31日出生，女');
  });

  it('an id number fills what nobody has filled, in the form and in each item', async () => {
    const person: JsonSchema = {
      type: 'object',
      properties: {
        id: { title: '身份证', type: 'string', format: 'resident-id' },
        born: { title: '出生', type: 'string', format: 'date' },
        sex: { title: '性别', enum: ['男', '女'] },
      },
    };
    const fills = { birth: '/born', sex: 'sex' };
    const form = await mount({
      schema: { ...person, properties: { ...person.properties, kin: { type: 'array', items: person } } },
      layout: {
        sections: [
          {
            id: 's',
            title: 'S',
            fields: [
              { field: '/id', fills },
              '/born',
              '/sex',
              { field: '/kin', fields: [{ field: '/id', fills }, '/born', '/sex'] },
            ],
          },
        ],
      },
      value: { kin: [{ born: '1950-01-01' }] },
    });
    await fillIn(form, '身份证', '11010519491231002X');
    expect(control(form, '出生').value).toBe('1949-12-31');
    await fillIn(form, '身份证', '{Control>}a{/Control}110101199003074514');
    await fillIn(form, '身份证', '11010519491231002X', 1);
    expect(form.value).toEqual({
      id: '110101199003074514',
      born: '1990-03-07',
      sex: '男',
      kin: [{ id: '11010519491231002X', born: '1950-01-01', sex: '女' }],
    });
    await turn(form, '性别', '{ArrowDown}');
    await fillIn(form, '身份证', '{Control>}a{/Control}110101199003074514');
    expect(form.value.sex).toBe('女');
  });

  it('an id number with a wrong check character is told so and kept', async () => {
    const form = await mountFields({ a: { title: '身份证', type: 'string', format: 'resident-id' } });
    await fillIn(form, '身份证', '110105194912310021');
    expect(messageAt(form, '身份证')).toContain('有一位不对');
    expect(control(form, '身份证').value).toBe('110105194912310021');
  });

  it('a bank card is shown in groups and checked by Luhn', async () => {
    const form = await mountFields({ a: { title: '卡号', type: 'string', format: 'bank-card' } });
    await fillIn(form, '卡号', '4111111111111111');
    expect(control(form, '卡号').value).toBe('4111 1111 1111 1111');
    expect(form.value).toEqual({ a: '4111111111111111' });
    control(form, '卡号').select();
    await fillIn(form, '卡号', '4111111111111112');
    expect(messageAt(form, '卡号')).toContain('有一位不对');
  });

  it('a mobile number drops its country code', async () => {
    const form = await mountFields({ a: { title: '手机', type: 'string', format: 'mobile-cn' } });
    await fillIn(form, '手机', '+86 138 0000 0000');
    expect(form.value).toEqual({ a: '13800000000' });
  });
});

describe('divisions', () => {
  const properties = {
    a: { title: '户籍地', type: 'string', format: 'division-code', pattern: '^\\d{12}$' },
  };
  const lists = (form: Awaited<ReturnType<typeof mountFields>>) =>
    all<HTMLSelectElement>(form, '.level select');

  it('are chosen level by level', async () => {
    const form = await mountFields(properties, { divisions });
    for (const [index, code] of ['620821', '620821101', '620821101201'].entries()) {
      await until(() => lists(form).length === index + 1);
      await userEvent.selectOptions(lists(form)[index] as HTMLSelectElement, code);
    }
    expect(form.value).toEqual({ a: '620821101201' });
  });

  it('show the way to the value they are given, and start again from a level that is changed', async () => {
    const form = await mountFields(properties, { divisions, value: { a: '620821100201' } });
    await until(() => lists(form).length === 3);
    expect(lists(form).map((list) => list.value)).toEqual(['620821', '620821100', '620821100201']);
    await userEvent.selectOptions(lists(form)[1] as HTMLSelectElement, '620821101');
    await until(() => lists(form)[2]?.value === '');
    expect(form.value).toEqual({ a: '620821101' });
    expect(messageAt(form, '户籍地')).toBe('');
    control(form, '户籍地').focus();
    (focused(form) as HTMLElement).blur();
    expect(messageAt(form, '户籍地')).toContain('请选到最后一级');
  });

  it('can be asked for again when they did not come', async () => {
    let asked = 0;
    const source = async (parent: string | undefined) => {
      asked += 1;
      if (asked === 1) throw new Error('offline');
      return divisions(parent);
    };
    const form = await mountFields(properties, { divisions: source });
    await until(() => all(form, '.cascade .failed').length === 1);
    one(form, '.cascade button').click();
    await until(() => lists(form).length === 1);
  });
});
