/** Who sends commands to the server that is killed. */
import type { Actor } from '@aidflow/engine';

const officer = (id: string, role: string): Actor => ({
  id,
  kind: 'officer',
  name: id,
  grants: [{ role, division: '620821100' }],
});

export const people: Record<string, Actor | undefined> = {
  applicant: { id: 'applicant', kind: 'applicant', name: '张兰', grants: [] },
  clerk: officer('clerk', 'clerk'),
  visitorA: officer('visitor-a', 'investigator'),
  visitorB: officer('visitor-b', 'investigator'),
};
