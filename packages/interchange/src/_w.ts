import { writeFileSync } from 'node:fs';
import { loadWorkshop } from './fixtures/load.ts';
import { randomDefinition } from './fixtures/procedures.ts';
import { randomFrom } from './fixtures/random.ts';
import { toBpmn } from './index.ts';

writeFileSync('/tmp/ix/workshop.bpmn', await toBpmn(await loadWorkshop()));
writeFileSync(
  '/tmp/ix/r.bpmn',
  await toBpmn({ definition: randomDefinition(randomFrom(Number(process.argv[2]))) }),
);
