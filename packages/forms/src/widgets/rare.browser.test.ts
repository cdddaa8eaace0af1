import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, button, clear, messageAt, mountFields, one, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonSchema, Upload } from '../types.ts';

afterEach(clear);

const signed: JsonSchema = {
  title: '本人签名',
  type: 'object',
  'x-widget': 'signature',
  required: ['sha256'],
  properties: { sha256: { type: 'string' }, name: { type: 'string' } },
};

/** Takes what is sent, and says what it was. */
function taker() {
  const files: File[] = [];
  const upload: Upload = async (file) => {
    files.push(file);
    return { sha256: 'a'.repeat(64), name: file.name, size: file.size, type: file.type };
  };
  return { files, upload };
}

function write(form: AidForm): void {
  const canvas = one<HTMLCanvasElement>(form, '.pad canvas');
  const { left, top } = canvas.getBoundingClientRect();
  const at = (type: string, x: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        isPrimary: true,
        clientX: left + x,
        clientY: top + y,
        bubbles: true,
      }),
    );
  at('pointerdown', 20, 20);
  at('pointermove', 80, 60);
  at('pointerup', 80, 60);
}

describe('a signature', () => {
  it('by hand is undone stroke by stroke, and sent as a picture with ink on it', async () => {
    const { files, upload } = taker();
    const form = await mountFields({ a: signed }, { upload });
    write(form);
    await form.updateComplete;
    button(form, '撤销一笔').click();
    expect(button(form, '签好了，使用这个签名').disabled).toBe(true);
    write(form);
    button(form, '签好了，使用这个签名').click();
    await until(() => form.value.a !== undefined);
    expect([files[0]?.type, files[0]?.name]).toEqual(['image/png', '签名.png']);
    const picture = await createImageBitmap(files[0] as File);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const dark = data.filter((value, index) => index % 4 === 0 && value < 100).length;
    expect([picture.width, dark > 100, data[0]]).toEqual([1000, true, 255]);
  });

  it('by name takes the name and the confirmation, all on the keyboard', async () => {
    const { files, upload } = taker();
    const form = await mountFields({ a: signed }, { upload });
    button(form, '不方便手写？输入姓名代替').focus();
    await userEvent.keyboard('{Enter}');
    await until(() => all(form, '.signing input').length === 2);
    one(form, '.signing input').focus();
    await userEvent.keyboard('张桂兰');
    button(form, '签好了，使用这个签名').click();
    expect(one(form, '.note').textContent).toBe('请填写姓名并勾选确认');
    one(form, '.signing input[type=checkbox]').focus();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await until(() => form.value.a !== undefined);
    expect(files[0]?.name).toBe('签名-张桂兰.png');
    button(form, '重新签名').click();
    expect(form.value).toEqual({});
  });

  it('that is missing is asked for in words of its own', async () => {
    const form = await mountFields(
      { a: signed },
      { schema: { type: 'object', required: ['a'], properties: { a: signed } } },
    );
    form.submit();
    expect(messageAt(form, '本人签名')).toContain('请签名：本人签名');
  });
});

describe('cards', () => {
  const options = [
    { const: 'cash', title: '现金', description: '每月打到银行卡上。', 'x-icon': 'M3 6h18v12H3z' },
    { const: 'goods', title: '实物', description: '到村里领取。' },
  ];

  it('say what each choice means, and are chosen by the arrow keys', async () => {
    const form = await mountFields({ a: { title: '怎样领取', oneOf: options } });
    one(form, '.card input').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(form.value).toEqual({ a: 'goods' });
    const [, input] = all<HTMLInputElement>(form, '.card input');
    const words = (ids: string) =>
      ids.split(' ').map((id) => (form.shadowRoot as ShadowRoot).getElementById(id)?.textContent);
    expect(words(input?.getAttribute('aria-labelledby') ?? '')).toEqual(['实物']);
    expect(words(input?.getAttribute('aria-describedby') ?? '')).toEqual(['到村里领取。']);
  });

  it('of a list take several, in their own order', async () => {
    const form = await mountFields({ a: { title: '怎样领取', type: 'array', items: { oneOf: options } } });
    const [cash, goods] = all<HTMLInputElement>(form, '.card input');
    goods?.click();
    cash?.click();
    expect(form.value).toEqual({ a: ['cash', 'goods'] });
  });
});

it('a division is found among those of the country where the page has no list of its own', async () => {
  const area: JsonSchema = { title: '户籍地', type: 'string', format: 'division-code', maxLength: 6 };
  const form = await mountFields({ a: area });
  const lists = () => all<HTMLSelectElement>(form, '.level select');
  for (const [index, code] of ['62', '6210', '621024'].entries()) {
    await until(() => lists().length === index + 1);
    await userEvent.selectOptions(lists()[index] as HTMLSelectElement, code);
  }
  expect(form.value).toEqual({ a: '621024' });
});

it('below the county a page’s own list goes on', async () => {
  const area: JsonSchema = { title: '户籍地', type: 'string', format: 'division-code' };
  const own = async (parent?: string) =>
    parent === '621024' ? [{ code: '621024100', name: '西华池镇' }] : [];
  const form = await mountFields({ a: area }, { divisions: own, value: { a: '621024' } });
  await until(() => all(form, '.level').length === 4);
  expect(all<HTMLSelectElement>(form, '.level select')[3]?.textContent).toContain('西华池镇');
});

it('help of several paragraphs folds up all but the first, and holds no HTML and no script', async () => {
  const description =
    '照**户口簿**填写。\n\n- 第一页\n- 第二页\n\n看[说明](https://example.org/)，不看[这个](javascript:alert(1))，<b>也不</b>。';
  const form = await mountFields({ a: { title: '姓名', type: 'string', description } });
  expect(one(form, '.help').textContent).toBe('照户口簿填写。');
  expect(all(form, '.rich-text li').map((item) => item.textContent)).toEqual(['第一页', '第二页']);
  expect(all<HTMLAnchorElement>(form, '.rich a').map(({ href }) => href)).toEqual(['https://example.org/']);
  expect([all(form, '.rich b').length, one<HTMLDetailsElement>(form, '.rich details').open]).toEqual([
    0,
    false,
  ]);
});
