/** What the example sites have in common: a small web server as strict as a careful site, and a way to build pages. */
export { built } from './built.ts';
export { createSite, type Door, json, policy, received, startSite } from './site.ts';
