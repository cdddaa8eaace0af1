import './define.ts';

export { html } from 'lit';
export { registerWidget } from './widgets/widget.ts';
