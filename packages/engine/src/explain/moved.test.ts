/** A case that was moved is explained on the versions on which things happened: nobody is told rules that did not hold. */
import type { Bundle } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, relief, VILLAGE, worldAt } from '../fixtures/relief.ts';
import { Walk } from '../fixtures/walk.ts';
import {
  decisionsOf,
  explain,
  explainPage,
  maskOf,
  migrate,
  nationalCalendar,
  type Programme,
  proceduresAcross,
  versionsIn,
} from '../index.ts';

type Change = (bundle: Omit<Bundle, 'validators'>) => void;

const first = relief((bundle) => {
  bundle.locales = { en: { 办法: 'Measures', 救助: 'Relief', 认定: 'Judgement', 确认: 'Confirmation' } };
  // The fixture's schema is shared.
  bundle.forms = structuredClone(bundle.forms);
  const schema = bundle.forms.application?.schema as { properties: Record<string, object> };
  schema.properties.idNumber = { type: 'string', title: '证件号码', 'x-privacy': 'sealed' };
});

/** The check "assess" is called "judge", "confirm" another word, another law, another standard; no identity numbers. */
const change: Change = (bundle) => {
  const text = JSON.stringify(bundle.definition)
    .replaceAll(/"assess"(?!:)/g, '"judge"')
    .replaceAll('checks.assess.', 'checks.judge.')
    .replaceAll('"title":"确认"', '"title":"审定"');
  bundle.definition = JSON.parse(text);
  bundle.definition.version = '2';
  bundle.title = '救助（新）';
  bundle.hash = 'e'.repeat(64);
  bundle.letters = JSON.parse(JSON.stringify(bundle.letters).replaceAll('checks.assess.', 'checks.judge.'));
  bundle.definition.basis = (bundle.definition.basis ?? []).map((law) => ({ ...law, cite: `新${law.cite}` }));
  const value = bundle.definition.parameters?.standard?.values.at(-1);
  if (value) value.value = 60_000;
  bundle.locales = { en: { 新办法: 'New measures', '救助（新）': 'Relief (new)', 审定: 'Ruling' } };
};
const second = relief(change);
const versions: ReadonlyMap<string, Programme> = new Map([first, second].map((one) => [one.hash, one]));

const open = { id: 'case-1', number: '0001', division: VILLAGE };
const data = { income: 90_000, members: 3, idNumber: '110101199003070017' };

/** Judged on the first version and moved to the second on 10 March. */
function moved(): Walk {
  const walk = new Walk(first)
    .do({ do: 'apply', actor: people.applicant, data, open }, '2026-03-02')
    .inquire('2026-03-02')
    .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-10');
  const move = migrate(first, second, walk.now, {
    map: { steps: { assess: 'judge' } },
    actor: people.officer,
    reasons: '新办法施行',
    world: worldAt('2026-03-10'),
  });
  if (!move.ok) throw new Error(JSON.stringify(move.problems));
  const after = new Walk(second);
  after.events = [...walk.events, ...move.events];
  after.state = move.state;
  return after;
}

const { events, now: state } = moved().do(
  { do: 'confirm.approve', actor: people.officer, reasons: '符合' },
  '2026-03-11',
);
const seqOf = (type: string) => events.find((event) => event.type === type)?.seq ?? 0;
const of = (type: string, options = {}) =>
  explain(versions, events, seqOf(type), { calendar: nationalCalendar(), reveal: true, ...options });

describe('a case that has moved', () => {
  it('is explained before the move as it was, whether one version is given or all', () => {
    const before = of('assess.pass');
    expect(before.programme).toMatchObject({ version: '1', title: '救助', hash: first.hash });
    expect(before.rules[0]?.on).toBeUndefined();
    expect(before).toEqual(
      explain(first, events, seqOf('assess.pass'), { calendar: nationalCalendar(), reveal: true }),
    );
    // The one programme knows nothing of what came after.
    expect(() => explain(first, events, seqOf('confirm.approve'))).toThrow('engine/other-definition');
  });

  it('is explained after it by the later version, and what was judged before by the earlier one', () => {
    const after = of('confirm.approve');
    expect(after).toMatchObject({
      title: '审定',
      programme: { version: '2', title: '救助（新）', hash: second.hash },
    });
    const judged = after.rules.find(({ step }) => step === 'assess');
    // Three times 500 yuan, the standard of the first version.
    expect(judged).toMatchObject({ on: { version: '1', hash: first.hash }, title: '认定' });
    expect(judged?.rows[0]?.tests[0]).toMatchObject({ value: 90_000, limit: 150_000 });
    expect(judged?.parameters[0]).toMatchObject({ id: 'standard', value: 50_000 });
    expect(after.basis.map(({ cite }) => cite)).toContain('办法');
    expect(after.texts.en).toMatchObject({ 审定: 'Ruling', 认定: 'Judgement', 办法: 'Measures' });
    expect(explainPage(after, 'zh').markdown).toContain('这是转版本之前按救助第 1 版认定的。');
    expect(explainPage(after, 'en').markdown).toContain(
      'It was judged before the case moved, on Relief, version 1.',
    );
  });

  it('shows one judgement of a check that was made again under its new name', () => {
    const again = moved()
      .do({ do: 'return', actor: people.officer, data: { to: 'accept' }, reasons: '重核' }, '2026-03-11')
      .inquire('2026-03-11').events;
    const published = again.findLast(({ type }) => type === 'publish.done')?.seq ?? 0;
    const { rules } = explain(versions, again, published);
    expect(rules.map(({ step, on }) => [step, on])).toEqual([
      ['verify', undefined],
      ['judge', undefined],
    ]);
    // Three times 600 yuan, the standard of the second version.
    expect(rules[1]?.rows[0]?.tests[0]).toMatchObject({ limit: 180_000 });
  });

  it('tells of the move: from where to where, by whom and why', () => {
    const move = of('migrate');
    expect(move).toMatchObject({
      title: '转到新版本',
      programme: { version: '2' },
      authority: { basis: 'own-role', role: 'officer' },
      event: { reasons: '新办法施行', by: { id: 'officer' } },
      move: {
        from: { version: '1', title: '救助', hash: first.hash },
        to: { version: '2', title: '救助（新）', hash: second.hash },
        stood: ['确认'],
        stands: ['审定'],
        clocks: [],
        started: [],
      },
    });
    // No rule was judged again for it: it rests on the law of the version to which it leads.
    expect(move.rule).toBeUndefined();
    expect(move.basis.map(({ cite }) => cite)).toEqual(['新办法', '新另一办法']);
    expect(move.move?.steps.map(({ from, to }) => [from.id, to?.id])).toEqual([['assess', 'judge']]);
    const zh = explainPage(move, 'zh').markdown;
    for (const line of ['转到流程的另一版本', '救助，第 1 版', '救助（新），第 2 版', '理由：新办法施行']) {
      expect(zh).toContain(line);
    }
    const en = explainPage(move, 'en').markdown;
    for (const line of [
      'moved to another version',
      'Relief, version 1',
      'Relief (new), version 2',
      'Stood in',
      'Confirmation',
      'Ruling',
    ]) {
      expect(en).toContain(line);
    }
    expect(of('confirm.approve').move).toBeUndefined();
  });

  it('counts the move among what was decided', () => {
    expect(decisionsOf(versions, events)).toContain(seqOf('migrate'));
    expect(decisionsOf(versions, events)).toContain(seqOf('confirm.approve'));
    expect(() => decisionsOf(first, events)).toThrow('engine/other-definition');
  });

  it('says which version is missing', () => {
    expect(() => explain(new Map([[first.hash, first]]), events, seqOf('migrate'))).toThrow(
      'migrate/no-definition',
    );
    expect(versionsIn(events)).toEqual([first.hash, second.hash]);
    const on = proceduresAcross(versions, events);
    expect(on[seqOf('migrate') - 2]).toBe(first);
    expect(on[seqOf('migrate') - 1]).toBe(second);
    expect(() => proceduresAcross(new Map([[first.hash, first]]), events)).toThrow('migrate/no-definition');
  });

  it('keeps masked what the earlier version marks, though the later no longer asks for it', () => {
    for (const type of ['apply.submit', 'migrate', 'confirm.approve']) {
      const shown = of(type, { reveal: false });
      expect(JSON.stringify(shown), type).not.toContain('110101199003070017');
      expect(shown.data.application, type).toMatchObject({ idNumber: '***', income: 90_000 });
    }
    expect(maskOf([second], state, events).deep('110101199003070017')).toBe('110101199003070017');
    expect(maskOf([second, first], state, events).deep('110101199003070017')).toBe('***');
  });
});
