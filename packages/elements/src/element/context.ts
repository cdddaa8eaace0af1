/** The community context protocol: a consumer asks by a bubbling, composed event; the nearest provider answers. */
import type { Client } from './client.ts';

export const clientContext: unique symbol = Symbol.for('aidflow-client') as never;

export type ContextCallback<T> = (value: T, unsubscribe?: () => void) => void;

/** `context-request`: `context` names what is wanted, `callback` takes it, now and (with `subscribe`) when it changes. */
export class ContextRequestEvent extends Event {
  readonly context: unknown;
  readonly contextTarget: Element;
  readonly callback: ContextCallback<Client>;
  readonly subscribe: boolean;

  constructor(contextTarget: Element, callback: ContextCallback<Client>, subscribe: boolean) {
    super('context-request', { bubbles: true, composed: true });
    this.context = clientContext;
    this.contextTarget = contextTarget;
    this.callback = callback;
    this.subscribe = subscribe;
  }
}
