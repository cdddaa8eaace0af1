import './register.ts';

export { html } from 'lit';
export { registerWidget } from './widgets/widget.ts';
