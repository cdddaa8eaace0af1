/** Signing in and moving time in demonstrations. */
import { problem } from '@aidflow/definition';
import type { Advance } from '@aidflow/service';
import { signIn, signOut } from '../demo.ts';
import { problemResponse } from '../problem.ts';
import { json, type Route } from '../route.ts';
import { answered } from './answered.ts';

const session = { description: 'Who is signed in, or null.', schema: 'Session' };

export const demoRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/people',
    id: 'people',
    summary: 'Demo persons whom a visitor can be.',
    roles: 'anyone',
    only: 'demo',
    answers: {
      200: {
        description: 'Persons.',
        schema: { type: 'array', items: { $ref: '#/components/schemas/Actor' } },
      },
    },
    handle: async ({ demo }) => json(demo?.people ?? []),
  },
  {
    method: 'get',
    path: '/api/session',
    id: 'session',
    summary: 'Who is signed in.',
    roles: 'anyone',
    answers: { 200: session },
    handle: async ({ actor, signedIn }) => json({ person: signedIn ? actor : null }),
  },
  {
    method: 'post',
    path: '/api/session',
    id: 'signIn',
    summary: 'Signs in as a demo person.',
    roles: 'anyone',
    only: 'demo',
    body: 'signIn',
    answers: { 200: session },
    async handle({ service, context, demo, body, speaker }) {
      const { person: id } = body as { person: string };
      const person = demo?.people.find((one) => one.id === id);
      if (!person) return problemResponse([problem('auth/person', { person: id })], speaker);
      await signIn(service, context, person);
      return context.json({ person });
    },
  },
  {
    method: 'delete',
    path: '/api/session',
    id: 'signOut',
    summary: 'Signs out.',
    roles: 'anyone',
    only: 'demo',
    answers: { 200: session },
    async handle({ service, context }) {
      await signOut(service, context);
      return context.json({ person: null });
    },
  },
  {
    method: 'get',
    path: '/api/clock',
    id: 'clock',
    summary: 'The present on the demo clock.',
    roles: 'anyone',
    only: 'clock',
    answers: { 200: { description: 'The instant.', schema: 'Time' } },
    handle: async ({ service }) => json({ now: service.now() }),
  },
  {
    method: 'post',
    path: '/api/clock',
    id: 'advance',
    summary: 'Moves the demo clock forward; everything that falls due on the way happens, in time.',
    roles: 'anyone',
    only: 'clock',
    body: 'advance',
    answers: { 200: { description: 'The new instant and how many timers fired.', schema: 'Time' } },
    handle: async (exchange) => answered(exchange, await exchange.service.advance(exchange.body as Advance)),
  },
];
