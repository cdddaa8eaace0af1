import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const steps = ['accept', 'confirm', 'opinion'];

it.each([
  ['acept', 'accept'],
  ['confirmed', 'confirm'],
  ['accept', 'accept'],
  ['visit', undefined],
  ['', undefined],
])('%j is probably %j', (name, meant) => expect(nearest(name, steps)).toBe(meant));
