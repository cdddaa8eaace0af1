import { startSite } from '@aidflow/example-site';
import { createVueSite } from './site.ts';

startSite(await createVueSite(), 'A township office, in Vue');
