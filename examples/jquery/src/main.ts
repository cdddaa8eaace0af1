import { startSite } from '@aidflow/example-site';
import { createJquerySite } from './site.ts';

startSite(await createJquerySite(), 'A page of 2012, with jQuery');
