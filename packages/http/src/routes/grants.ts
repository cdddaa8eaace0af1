/** Delegations and stand-ins: granted and ended by the level that holds the power, with the number of a document. */
import type { Delegation } from '@aidflow/engine';
import type { Ending, StandInRequest } from '@aidflow/service';
import { conditionsOf } from '../conditions.ts';
import { problemResponse } from '../problem.ts';
import type { Route } from '../route.ts';
import { answered } from './answered.ts';

const delegation = { description: 'The delegation.', schema: 'Delegation' };
const standIn = { description: 'The stand-in.', schema: 'StandIn' };

export const grantRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/delegations',
    id: 'delegations',
    summary: 'Delegations that touch the divisions of the officer, those in force and those that are over.',
    roles: 'signed-in',
    query: 'languageQuery',
    answers: { 200: { description: 'Delegations, latest first.', schema: 'Delegations' } },
    handle: async (exchange) => answered(exchange, await exchange.service.listDelegations(exchange.actor)),
  },
  {
    method: 'post',
    path: '/api/delegations',
    id: 'grantDelegation',
    summary: 'Moves the authority for an action down, by an officer of the division that holds it.',
    roles: 'signed-in',
    body: 'delegation',
    keyed: true,
    answers: { 201: delegation },
    async handle(exchange) {
      const { service, actor, body, context, speaker } = exchange;
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const { key = '' } = given.conditions;
      return answered(exchange, await service.grantDelegation(actor, body as Delegation, key), 201);
    },
  },
  {
    method: 'post',
    path: '/api/delegations/:id/end',
    id: 'revokeDelegation',
    summary: 'Takes the authority back from a day on. What was decided until then stands.',
    roles: 'signed-in',
    body: 'ending',
    answers: { 200: delegation },
    async handle(exchange) {
      const { service, actor, body, param } = exchange;
      return answered(exchange, await service.revokeDelegation(actor, param('id'), body as Ending));
    },
  },
  {
    method: 'get',
    path: '/api/stand-ins',
    id: 'standIns',
    summary: 'Stand-ins that touch the divisions of the officer, those in force and those that are over.',
    roles: 'signed-in',
    query: 'languageQuery',
    answers: { 200: { description: 'Stand-ins, latest first.', schema: 'StandIns' } },
    handle: async (exchange) => answered(exchange, await exchange.service.listStandIns(exchange.actor)),
  },
  {
    method: 'post',
    path: '/api/stand-ins',
    id: 'grantStandIn',
    summary: 'Lends the powers of an absent officer, by themselves or by the division above.',
    roles: 'signed-in',
    body: 'standIn',
    keyed: true,
    answers: { 201: standIn },
    async handle(exchange) {
      const { service, actor, body, context, speaker } = exchange;
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const { key = '' } = given.conditions;
      return answered(exchange, await service.grantStandIn(actor, body as StandInRequest, key), 201);
    },
  },
  {
    method: 'post',
    path: '/api/stand-ins/:id/end',
    id: 'revokeStandIn',
    summary: 'Ends a stand-in from a day on.',
    roles: 'signed-in',
    body: 'ending',
    answers: { 200: standIn },
    async handle(exchange) {
      const { service, actor, body, param } = exchange;
      return answered(exchange, await service.revokeStandIn(actor, param('id'), body as Ending));
    },
  },
];
