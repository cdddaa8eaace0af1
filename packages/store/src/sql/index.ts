/** All lists and registers over one database; what is missing to a store is how it commits and closes. */
import { authorityQueries } from './authority.ts';
import { caseQueries } from './cases.ts';
import { fileQueries } from './files.ts';
import { outboxQueries } from './outbox.ts';
import type { Queries } from './queries.ts';
import { recordQueries } from './records.ts';
import { runQueries } from './runs.ts';
import { definitionQueries, settingQueries } from './settings.ts';
import { taskQueries } from './tasks.ts';
import { timerQueries } from './timers.ts';

export const listsAndRegisters = (queries: Queries) => ({
  ...caseQueries(queries),
  ...taskQueries(queries),
  ...recordQueries(queries),
  ...runQueries(queries),
  ...timerQueries(queries),
  ...outboxQueries(queries),
  ...definitionQueries(queries),
  ...authorityQueries(queries),
  ...fileQueries(queries),
  ...settingQueries(queries),
});
