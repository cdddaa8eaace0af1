/** What takes over a form that a server drew, loaded when there is one. */
export { takeOver } from './form/take-over.ts';
