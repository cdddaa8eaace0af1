import { startSite } from '@aidflow/example-site';
import { createSite } from './server.ts';

startSite(await createSite(), 'The old site with the new form');
