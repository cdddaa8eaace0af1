/** Draws forms on a server, so that they are seen before any script has come. */
export { readForm } from './server/read-form.ts';
export { renderForm, type ServerForm } from './server/render-form.ts';
