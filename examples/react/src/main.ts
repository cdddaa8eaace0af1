import { startSite } from '@aidflow/example-site';
import { createReactSite } from './site.ts';

startSite(await createReactSite(), 'Home visits, in React');
