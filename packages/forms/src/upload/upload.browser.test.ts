import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, button, clear, focused, mount, noteAt, one, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { FileReference, JsonSchema, Upload } from '../types.ts';

afterEach(clear);

const file: JsonSchema = {
  title: '材料',
  type: 'object',
  required: ['sha256'],
  properties: {
    sha256: { type: 'string' },
    name: { type: 'string' },
    size: { type: 'integer' },
    type: { type: 'string' },
  },
};
const schema: JsonSchema = {
  type: 'object',
  properties: { papers: { title: '材料', type: 'array', maxItems: 2, items: file } },
};

const photo = (name: string, type = 'image/jpeg', size = 2048) =>
  new File([new Uint8Array(size)], name, { type });
const reference = ({ name, size, type }: File): FileReference => ({
  sha256: 'f'.repeat(64),
  name,
  size,
  type,
});

/** An uploader that waits to be told how it goes. */
function uploader() {
  const sent: {
    file: File;
    progress: (share: number) => void;
    signal: AbortSignal;
    end: () => void;
    fail: () => void;
  }[] = [];
  const upload: Upload = (one, progress, signal) =>
    new Promise((resolve, reject) => {
      sent.push({
        file: one,
        progress,
        signal,
        end: () => resolve(reference(one)),
        fail: () => reject(new Error('x')),
      });
    });
  return { sent, upload };
}

const pick = (form: AidForm, files: File[]) =>
  userEvent.upload(one<HTMLInputElement>(form, 'input[type=file]'), files);

describe('a file', () => {
  it('is sent with progress and kept as a reference', async () => {
    const { sent, upload } = uploader();
    const form = await mount({ schema, upload });
    await pick(form, [photo('户口簿.jpg')]);
    await until(() => sent.length === 1);
    const bar = () => one<HTMLProgressElement>(form, 'progress');
    expect(bar().value).toBe(0);
    sent[0]?.progress(0.4);
    expect(bar().value).toBe(0.4);
    expect(bar().getAttribute('aria-label')).toBe('正在上传 户口簿.jpg');
    sent[0]?.end();
    await until(() => all(form, 'progress').length === 0);
    expect(form.value).toEqual({ papers: [reference(photo('户口簿.jpg'))] });
    expect(one(form, '.file').textContent).toContain('2 kB');
  });

  it('keeps the form from being sent while it is on its way', async () => {
    const { sent, upload } = uploader();
    const form = await mount({ schema, upload });
    await pick(form, [photo('a.jpg')]);
    await until(() => sent.length === 1);
    expect(form.submit()).toBe(false);
    expect(one(form, '.summary li').textContent).toContain('文件还在上传');
    sent[0]?.end();
    await until(() => all(form, 'progress').length === 0);
    expect(form.submit()).toBe(true);
  });

  it('can be cancelled on the keyboard', async () => {
    const { sent, upload } = uploader();
    const form = await mount({ schema, upload });
    await pick(form, [photo('a.jpg')]);
    await until(() => sent.length === 1);
    button(form, '取消上传 a.jpg').focus();
    await userEvent.keyboard('{Enter}');
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(all(form, '.file')).toHaveLength(0);
    sent[0]?.end();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(form.value).toEqual({});
  });

  it('can be sent again when that failed', async () => {
    const { sent, upload } = uploader();
    const form = await mount({ schema, upload });
    await pick(form, [photo('a.jpg')]);
    await until(() => sent.length === 1);
    sent[0]?.fail();
    await until(() => all(form, '.file.failed').length === 1);
    expect(one(form, '.file').textContent).toContain('a.jpg 没有上传成功。');
    button(form, '重新上传 a.jpg').click();
    await until(() => sent.length === 2);
    sent[1]?.end();
    await until(() => form.value.papers !== undefined);
  });

  it('can be removed, and room is made for another', async () => {
    const papers = [reference(photo('a.jpg')), reference(photo('b.jpg'))];
    const form = await mount({ schema, value: { papers: papers as never } });
    expect(all(form, 'input[type=file]')).toHaveLength(0);
    button(form, '删除 a.jpg').click();
    expect(form.value).toEqual({ papers: [papers[1]] });
    expect(all(form, 'input[type=file]').length).toBeGreaterThan(0);
  });

  it.each([
    ['is neither photo nor PDF', photo('a.exe', 'application/x-msdownload'), 'a.exe 不是照片或 PDF。'],
    [
      'is too large',
      photo('a.pdf', 'application/pdf', 10 * 1024 * 1024 + 1),
      'a.pdf 太大，请选择不超过 10 MB 的文件。',
    ],
  ])('that %s is not sent, and the reason is told', async (_, wrong, words) => {
    const { sent, upload } = uploader();
    const form = await mount({ schema, upload });
    const input = one<HTMLInputElement>(form, 'input[type=file]');
    const transfer = new DataTransfer();
    transfer.items.add(wrong);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    expect(sent).toHaveLength(0);
    expect(noteAt(form, '材料')).toBe(words);
  });

  it('leaves the focus at the button that picks', async () => {
    const form = await mount({ schema, upload: uploader().upload });
    button(form, '选择文件').focus();
    expect(focused(form)?.getAttribute('aria-describedby')).toContain('note');
  });

  it('alone is an object, not a list', async () => {
    const { sent, upload } = uploader();
    const form = await mount({ schema: { type: 'object', properties: { paper: file } }, upload });
    await pick(form, [photo('a.jpg')]);
    await until(() => sent.length === 1);
    sent[0]?.end();
    await until(() => form.value.paper !== undefined);
    expect(form.value).toEqual({ paper: reference(photo('a.jpg')) });
  });
});

it('an upload of an item that was removed meanwhile holds up nothing and writes nowhere', async () => {
  const { sent, upload } = uploader();
  const rows: JsonSchema = {
    type: 'object',
    properties: {
      rows: {
        title: '项目',
        type: 'array',
        items: { title: '项', type: 'object', properties: { paper: file } },
      },
    },
  };
  const form = await mount({ schema: rows, upload, value: { rows: [{}, {}] } });
  await pick(form, [photo('a.jpg')]);
  await until(() => sent.length === 1);
  expect(form.submit()).toBe(false);
  button(form, '删除 项 1').click();
  expect(form.submit()).toBe(true);
  sent[0]?.end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(form.value).toEqual({ rows: [{}] });
});
