import '@aidflow/forms/define';
import { AidAct } from './case/act.ts';
import { AidCase } from './case/case.ts';
import { AidHistory } from './case/history.ts';
import { AidClock } from './clock/clock.ts';
import { AidProvider } from './element/provider.ts';
import type { AidElementsEventMap } from './events.ts';
import { AidFlow } from './flow/flow.ts';
import { AidInbox } from './inbox/inbox.ts';
import { AidNotices } from './notices/notices.ts';

/** The provider first: what stands in the page already asks for its client as soon as it is defined. */
const elements = {
  'aid-provider': AidProvider,
  'aid-act': AidAct,
  'aid-case': AidCase,
  'aid-clock': AidClock,
  'aid-flow': AidFlow,
  'aid-history': AidHistory,
  'aid-inbox': AidInbox,
  'aid-notices': AidNotices,
};

for (const [name, element] of Object.entries(elements))
  if (customElements.get(name) === undefined) customElements.define(name, element);

declare global {
  interface GlobalEventHandlersEventMap extends AidElementsEventMap {}
  interface HTMLElementTagNameMap {
    'aid-act': AidAct;
    'aid-case': AidCase;
    'aid-clock': AidClock;
    'aid-flow': AidFlow;
    'aid-history': AidHistory;
    'aid-inbox': AidInbox;
    'aid-notices': AidNotices;
    'aid-provider': AidProvider;
  }
}
