import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without a word the portal takes 8420, or another port when that is taken', () => {
  expect(readOptions([], {})).toMatchObject({ port: 8420, portAsked: false, fresh: false, cases: 120 });
});

test('PORT and --port ask for one port; --port wins', () => {
  expect(readOptions([], { PORT: '9000' })).toMatchObject({ port: 9000, portAsked: true });
  expect(readOptions(['--port', '9001'], { PORT: '9000' })).toMatchObject({ port: 9001 });
  expect(readOptions([], { PORT: '' })).toMatchObject({ port: 8420, portAsked: false });
});

test('what cannot be meant is said', () => {
  expect(() => readOptions(['--port', 'x'], {})).toThrow('port is a whole number from 0 to 65535, not "x".');
  expect(() => readOptions(['--cases', '0'], {})).toThrow('cases is a whole number from 1 to 5000, not "0".');
  expect(() => readOptions(['--frehs'], {})).toThrow('--frehs');
});
