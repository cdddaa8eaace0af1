import './register.ts';
import { html } from 'lit';
import { registerWidget } from './widgets/widget.ts';

/** What pages without modules call. The first script on a page stays in charge, whatever else is loaded later. */
Reflect.set(globalThis, 'AidForm', Reflect.get(globalThis, 'AidForm') ?? { html, registerWidget });
