import './register.ts';
import { html } from 'lit';
import { registerWidget } from './widgets/widget.ts';

/** What pages without a bundler call. */
Reflect.set(globalThis, 'AidForm', { html, registerWidget });
