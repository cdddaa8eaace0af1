/** Draws forms on a server, so that they are seen before any script has come. */
export { renderForm, type ServerForm } from './server/render-form.ts';
