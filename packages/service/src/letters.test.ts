import { expect, test } from 'vitest';
import { letterPage } from './letters.ts';

const letter = (zh: string) => ({
  id: 'a',
  title: '通知书',
  number: '救〔2026〕1号',
  issued: '2026-03-02',
  text: { zh },
});

test('a letter is a page of its language with its stylesheet and nothing that runs', () => {
  const page = letterPage(
    letter('# 标题\n\n<script>alert(1)</script> [x](javascript:alert(1))'),
    'zh',
    '/letter.css',
  );
  expect(page).toContain('<html lang="zh">');
  expect(page).toContain('<link rel="stylesheet" href="/letter.css">');
  expect(page).toContain('<h1>标题</h1>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script|style=|href="javascript/);
});

test('a letter without a heading gets its title, and one without the language is shown in its own', () => {
  const page = letterPage(letter('正文'), 'en', '/letter.css');
  expect(page).toContain('<html lang="zh">');
  expect(page).toContain('<h1>通知书</h1>');
});
