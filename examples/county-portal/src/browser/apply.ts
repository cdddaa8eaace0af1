/** Begins a case: sends what was filled in, and says what came back. */
import '@aidflow/forms/define';
import type { Problem } from '@aidflow/definition';
import type { CaseView } from '@aidflow/service';

const place = document.querySelector<HTMLElement>('#apply');
const form = place?.querySelector('aid-form') ?? null;
const button = place?.querySelector<HTMLButtonElement>(':scope > button') ?? null;
const where = document.querySelector<HTMLSelectElement>('#apply-where');
const note = document.querySelector<HTMLElement>('#apply-note');

/** One key for one application: sent twice, it arrives once. */
let key = crypto.randomUUID();

interface Refusal extends Problem {
  problems?: Problem[];
}

type Data = NonNullable<typeof form>['value'];

if (place) {
  const { home = '', proxy = '', programme = '', step = '', failed = '', offline = '' } = place.dataset;
  /** The case of the round that is joined. */
  const round = place.dataset.case;
  // What the living allowance would ask and the portal knows.
  if (form && programme === 'dibao') {
    form.value = {
      area: 'rural',
      registered: home,
      ...(proxy === '' ? {} : { proxy: { kind: 'committee', name: proxy } }),
    };
  }

  form?.addEventListener('aid-submit', (event) => {
    event.preventDefault();
    void send(event.detail.value);
  });
  button?.addEventListener('click', () => void send(undefined));

  const busy = (is: boolean) => {
    if (form) form.busy = is;
    if (button) button.disabled = is;
  };

  const send = async (data: Data | undefined) => {
    busy(true);
    if (form) form.problems = [];
    say('');
    const lives = data?.registered;
    const division = typeof lives === 'string' && /^\d{12}$/.test(lives) ? lives : (where?.value ?? home);
    try {
      const body = { do: step, ...(data === undefined ? {} : { data }) };
      const response = await fetch(round === undefined ? '/api/cases' : `/api/cases/${round}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(round === undefined ? { programme, division, ...body } : body),
      });
      if (!response.ok) {
        refused((await response.json()) as Refusal);
        return;
      }
      await form?.forgetDraft();
      // Who joins a round finds their own case in it among their applications.
      if (round !== undefined) location.assign('/my');
      else location.assign(`/cases/${((await response.json()) as CaseView).state.id}?received`);
    } catch {
      say(offline);
    } finally {
      busy(false);
    }
  };

  const refused = (refusal: Refusal) => {
    // What is put right is another application than the one that was refused.
    key = crypto.randomUUID();
    const problems = refusal.problems ?? [refusal];
    if (form) form.problems = problems;
    say(failed, form && problems.some(({ pointer }) => pointer) ? undefined : refusal.detail);
  };
}

function say(words: string, more?: string): void {
  if (!note) return;
  note.className = words === '' ? '' : 'note wrong';
  note.textContent = [words, more].filter(Boolean).join(' ');
  if (words !== '') note.scrollIntoView({ block: 'center' });
}
