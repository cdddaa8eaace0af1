/** A case, and for the auditor the check that its record is whole. */
import '@aidflow/elements/define';

interface Verdict {
  entries: number;
  /** Place at which the chain breaks. */
  broken?: number;
}

const bar = document.querySelector<HTMLElement>('.verify');
const button = bar?.querySelector('button');
const status = bar?.querySelector<HTMLElement>('p');

button?.addEventListener('click', async () => {
  const { verify = '', busy = '', whole = '', broken = '' } = button.dataset;
  if (!status) return;
  status.textContent = busy;
  const response = await fetch(`/cases/${encodeURIComponent(verify)}/verification`);
  const verdict = (await response.json()) as Verdict;
  const wrong = verdict.broken !== undefined;
  status.className = wrong ? 'wrong' : 'whole';
  status.textContent = wrong
    ? broken.replace('{seq}', String(verdict.broken))
    : whole.replace('{n}', String(verdict.entries));
});
