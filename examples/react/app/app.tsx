import type { AidInputDetail, FieldProblem, JsonObject } from '@aidflow/forms';
import { type FormEvent, useState } from 'react';
import { known, layout, locales, schema } from './visit.ts';

const words = {
  zh: { title: '上门服务预约', remind: '前一天发短信提醒我', send: '预约', done: '已预约', left: '还要填' },
  en: {
    title: 'Ask for a home visit',
    remind: 'Remind me by message',
    send: 'Book',
    done: 'Booked',
    left: 'Still to fill in',
  },
};

const missing = (value: JsonObject) => (schema.required ?? []).filter((name) => !(name in value)).length;

export function App() {
  const [lang, setLang] = useState<'zh' | 'en'>('zh');
  const [left, setLeft] = useState(missing(known));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [booked, setBooked] = useState<string>();
  const t = words[lang];

  /** The form of the page is sent, with the entries of both React's controls and `<aid-form>`. */
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const response = await fetch('/visits', { method: 'POST', body: new FormData(event.currentTarget) });
    const answer = (await response.json()) as { number?: string; problems?: FieldProblem[] };
    setProblems(answer.problems ?? []);
    setBooked(answer.number);
  }

  return (
    <main>
      <header>
        <h1>{t.title}</h1>
        <button type="button" className="language" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {lang === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      {booked === undefined ? (
        <form onSubmit={send}>
          <aid-form
            name="visit"
            lang={lang}
            schema={schema}
            layout={layout}
            locales={locales}
            value={known}
            problems={problems}
            noSubmit
            onaid-input={(event: CustomEvent<AidInputDetail>) => setLeft(missing(event.detail.value))}
          />
          <label className="remind">
            <input type="checkbox" name="remind" value="yes" defaultChecked /> {t.remind}
          </label>
          <footer>
            <p aria-live="polite">
              {t.left} <b>{left}</b>
            </p>
            <button type="submit">{t.send}</button>
          </footer>
        </form>
      ) : (
        <p className="booked" role="status">
          {t.done} <b>{booked}</b>
        </p>
      )}
    </main>
  );
}
