import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { type Actor, nationalCalendar } from '@aidflow/engine';
import type { Door } from '@aidflow/example-site';
import { createApp } from '@aidflow/http';
import { programmeFolders } from '@aidflow/programmes';
import { createService } from '@aidflow/service';
import { openSqliteStore } from '@aidflow/store';

/** Who sits at the desk. A real site tells that from its session. */
const clerk: Actor = {
  id: 'clerk-1',
  kind: 'officer',
  name: '王敏',
  grants: [{ role: 'clerk', division: '999901100' }],
};

const resident: Actor = { id: 'resident-1', kind: 'applicant', name: '张兰', grants: [] };

/** Made up, but for the number: that of the worked example of GB 11643. */
const application = {
  applicant: { name: '张兰', idNumber: '11010519491231002X', mobile: '13800000001' },
  area: 'rural',
  registered: '999901100201',
  address: '甲镇一村3组12号',
  members: [{ name: '张兰', idNumber: '11010519491231002X', relation: 'self' }],
  housing: 'own',
  bank: { holder: '张兰', number: '6217000000000000012' },
  consent: true,
  truth: true,
};

/** A service in memory with one application on its desk; answers everything below /api. */
export async function openOffice(): Promise<Door> {
  const loaded = await loadProgramme(fileURLToPath(programmeFolders.dibao as URL));
  if (!loaded.ok) throw new Error(`The programme has problems: ${JSON.stringify(loaded.problems, null, 2)}`);
  const service = await createService({
    store: openSqliteStore(':memory:'),
    programmes: [loaded.bundle],
    calendar: nationalCalendar(),
    divisions: [
      { code: '999901', name: '示范县' },
      { code: '999901100', name: '甲镇' },
      { code: '999901100201', name: '一村' },
    ],
    seed: 'an example',
  });
  const request = { programme: 'dibao', division: '999901100201', data: application };
  const opened = await service.openCase(resident, request, { key: 'the-only-one' });
  if (!opened.ok) throw new Error(`The application was refused: ${JSON.stringify(opened.problems)}`);
  const app = createApp({ service, authenticate: async () => clerk });
  return async (request) =>
    new URL(request.url).pathname.startsWith('/api/') ? app.fetch(request) : undefined;
}
