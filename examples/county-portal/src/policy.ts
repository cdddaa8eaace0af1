/** What a page of the portal may do: its own scripts and styles, its own server, nothing else. */
import type { secureHeaders } from 'hono/secure-headers';

export const policy: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // Chosen pictures are shown before they are sent.
    imgSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  // The demonstration is served over plain HTTP on this machine.
  strictTransportSecurity: false,
};
