export type { PostgresPlace } from './open.ts';
export { openPostgresStore } from './store.ts';
