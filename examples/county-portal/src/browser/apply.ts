/** Sends the application, and says what came back. */
import '@aidflow/forms/define';
import type { Problem } from '@aidflow/definition';
import type { CaseView } from '@aidflow/service';

const form = document.querySelector('aid-form');
const note = document.querySelector<HTMLElement>('#apply-note');

/** One key for one application: sent twice, it arrives once. */
let key = crypto.randomUUID();

interface Refusal extends Problem {
  problems?: Problem[];
}

if (form) {
  const { home = '', proxy = '', programme = '', failed = '', offline = '' } = form.dataset;
  form.value = {
    area: 'rural',
    registered: home,
    ...(proxy === '' ? {} : { proxy: { kind: 'committee', name: proxy } }),
  };

  form.addEventListener('aid-submit', (event) => {
    event.preventDefault();
    void send(event.detail.value);
  });

  const send = async (data: typeof form.value) => {
    form.busy = true;
    form.problems = [];
    say('');
    try {
      const response = await fetch('/api/cases', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ programme, division: String(data.registered), data }),
      });
      if (!response.ok) {
        refused((await response.json()) as Refusal);
        return;
      }
      const { state } = (await response.json()) as CaseView;
      await form.forgetDraft();
      location.assign(`/cases/${state.id}?received`);
    } catch {
      say(offline);
    } finally {
      form.busy = false;
    }
  };

  const refused = (refusal: Refusal) => {
    // What is put right is another application than the one that was refused.
    key = crypto.randomUUID();
    const problems = refusal.problems ?? [refusal];
    form.problems = problems;
    say(failed, problems.some(({ pointer }) => pointer) ? undefined : refusal.detail);
  };
}

function say(words: string, more?: string): void {
  if (!note) return;
  note.className = words === '' ? '' : 'note wrong';
  note.textContent = [words, more].filter(Boolean).join(' ');
  if (words !== '') note.scrollIntoView({ block: 'center' });
}
