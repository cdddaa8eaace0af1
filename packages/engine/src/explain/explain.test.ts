import { describe, expect, it } from 'vitest';
import { people, relief, worldAt } from '../fixtures/relief.ts';
import { Walk } from '../fixtures/walk.ts';
import { type CaseEvent, decisionsOf, explain, nationalCalendar, type World } from '../index.ts';

const programme = relief((bundle) => {
  const { definition, rules, forms } = bundle;
  const standard = definition.parameters?.standard;
  if (standard) standard.source = '县政府公布的标准';
  const input = rules.eligibility?.inputs[0];
  if (input) input.unit = 'fen';
  // A rule sees personal data, too, and its trace holds it.
  rules.eligibility?.inputs.push({ id: 'who', title: '申请人', value: 'application.name' });
  Object.assign(rules.eligibility ?? {}, { outputs: { amount: { title: '每月金额', unit: 'fen' } } });
  const schema = forms.application?.schema as { properties: Record<string, object> };
  schema.properties.name = { type: 'string', title: '姓名', 'x-privacy': 'masked' };
  schema.properties.idNumber = { type: 'string', title: '证件号码', 'x-privacy': 'sealed' };
  bundle.locales = {
    en: { 标准: 'Standard', 办法: 'Measures', 确认: 'Confirmation', 同意: 'Approve', 未用: 'Unused' },
  };
});

const delegation = {
  programme: 'relief',
  action: 'confirm',
  from: '620821',
  to: '620821100',
  effective: '2026-01-01',
  document: '县民发〔2026〕3号',
};
const delegated = (date: string, change: Partial<World> = {}) =>
  worldAt(date, { delegations: [delegation], ...change });

/** Applied on 2 March, confirmed on 10 March by the township. */
function decided(): Walk {
  const open = { id: 'case-1', number: '0001', division: '620821100201' };
  const data = { income: 90_000, members: 3, name: '王小明', idNumber: '110101199003070017' };
  return new Walk(programme)
    .do({ do: 'apply', actor: people.applicant, data, open }, '2026-03-02')
    .inquire('2026-03-02')
    .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-10')
    .do(
      { do: 'confirm.approve', actor: people.leader, reasons: '王小明一家符合条件' },
      delegated('2026-03-10'),
    );
}
const seqOf = (events: readonly CaseEvent[], type: string) =>
  events.find((event) => event.type === type)?.seq ?? 0;
const of = (walk: Walk, type: string, options = {}) =>
  explain(programme, walk.events, seqOf(walk.events, type), options);

describe('a decision', () => {
  const walk = decided();
  const found = of(walk, 'confirm.approve', { calendar: nationalCalendar(), reveal: true });

  it('names the step, the choice, the law with how sure it is, and the case', () => {
    expect(found).toMatchObject({
      title: '确认',
      outcome: '同意',
      case: { number: '0001', division: '620821100201' },
      programme: { id: 'relief', version: '1', hash: programme.hash },
      basis: [{ id: 'measures', cite: '办法', certainty: 'sure' }],
    });
  });

  it('shows the last judgement of each check: the row, its inputs and what they were held against', () => {
    expect(found.rules.map(({ step, result }) => [step, result])).toEqual([
      ['verify', 'pass'],
      ['assess', 'pass'],
    ]);
    const rule = found.rules[1];
    expect(rule?.rows).toEqual([
      {
        id: 'below',
        // Three times the standard of 500 yuan.
        tests: [{ id: 'income', title: '收入', unit: 'fen', value: 90_000, test: '< line', limit: 150_000 }],
      },
    ]);
    expect(rule?.values).toEqual([{ id: 'amount', title: '每月金额', unit: 'fen', value: 60_000 }]);
  });

  it('shows the parameters of that date, from when they held, and where they come from', () => {
    expect(found.rules[1]?.parameters).toEqual([
      {
        id: 'standard',
        title: '标准',
        unit: 'fen',
        value: 50_000,
        date: '2026-03-02',
        from: '2026-01-01',
        source: '县政府公布的标准',
        certainty: 'local',
        decisive: true,
      },
    ]);
  });

  it('shows the delegation with its document, the role in words, and who signed', () => {
    expect(found.authority).toMatchObject({ basis: 'delegation', delegation });
    expect(found.role).toBe('签发');
    expect(found.signatures).toMatchObject([{ by: { id: 'leader' }, outcome: 'approve', title: '同意' }]);
  });

  it('shows the clocks as they stood then', () => {
    expect(found.clocks).toMatchObject([
      { clock: 'handling', state: 'stopped', stopped: '2026-03-10', due: '2026-04-14' },
    ]);
    expect(of(walk, 'visit.submit', { calendar: nationalCalendar() }).clocks[0]?.state).toBe('running');
    expect(of(walk, 'visit.submit').clocks).toEqual([]);
  });

  it('names the step for which a clock stood', () => {
    const asked = new Walk(programme)
      .apply('2026-03-02', 150_000)
      .inquire('2026-03-02')
      .do({ do: 'confirm.ask', actor: people.officer, reasons: '补材料' }, '2026-03-04');
    const [clock] = of(asked, 'confirm.ask', { calendar: nationalCalendar() }).clocks;
    expect(clock?.pauses).toEqual([
      { from: '2026-03-04', step: 'clarify', cause: 'step', title: '补充材料' },
    ]);
  });

  it('shows what followed at once', () => {
    expect(found.followed).toMatchObject({
      award: { amount: 60_000, starts: '2026-04' },
      letters: [{ title: '通知书', number: '救〔2026〕0001-1号' }],
    });
    expect(of(walk, 'publish.done').followed.notice).toEqual({ title: '公示', from: '2026-03-02' });
    expect(of(walk, 'accept.accept').followed.award).toBeUndefined();
  });

  it('carries the translations of its own texts and no others', () => {
    expect(found.texts).toEqual({
      en: { 标准: 'Standard', 办法: 'Measures', 确认: 'Confirmation', 同意: 'Approve' },
    });
  });

  it('is found by the hash of the event, too', () => {
    const { hash, seq } = found.event;
    expect(explain(programme, walk.events, hash).event.seq).toBe(seq);
    expect(() => explain(programme, walk.events, 'none')).toThrow('case/no-event');
    expect(() => explain(programme, walk.events, 99)).toThrow('case/no-event');
  });
});

describe('which events decide', () => {
  it('the last of the signatures that decide, and draws', () => {
    const { events } = decided();
    const drawn = events.find(({ detail }) => detail?.draw)?.seq;
    expect(decisionsOf(programme, events)).toEqual([seqOf(events, 'confirm.approve'), drawn]);
  });

  it('else the last that a rule judged, else the last', () => {
    const inquired = new Walk(programme).apply('2026-03-02').inquire('2026-03-02');
    expect(decisionsOf(programme, inquired.events)).toEqual([seqOf(inquired.events, 'assess.pass')]);
    const applied = new Walk(programme).apply('2026-03-02');
    expect(decisionsOf(programme, applied.events)).toEqual([1]);
    expect(decisionsOf(programme, [])).toEqual([]);
  });
});

describe('the data', () => {
  it('is that of the moment, not of today', () => {
    const walk = new Walk(programme)
      .apply('2026-03-02', 150_000)
      .inquire('2026-03-02')
      .do({ do: 'confirm.ask', actor: people.officer, reasons: '补材料' }, '2026-03-04');
    const applied = of(walk, 'apply.submit');
    expect(applied.data.application).toMatchObject({ income: 150_000 });
    expect(applied.rules).toEqual([]);
    expect(of(walk, 'assess.fail').rules[0]?.rows[0]).toMatchObject({
      id: 'above',
      tests: [{ value: 150_000, test: '>= line', limit: 150_000 }],
    });
  });

  it('is masked as the forms demand, wherever it stands, unless asked otherwise', () => {
    const masked = of(decided(), 'confirm.approve');
    expect(masked.masked).toBe(true);
    expect(masked.data.application).toMatchObject({ name: '王**', idNumber: '***', income: 90_000 });
    expect(masked.event.reasons).toBe('王**一家符合条件');
    expect(JSON.stringify(masked)).not.toMatch(/王小明|110101199003070017/);
    const open = of(decided(), 'confirm.approve', { reveal: true });
    expect(open.masked).toBe(false);
    expect(open.data.application).toMatchObject({ name: '王小明' });
    expect(open.forms[0]?.fields).toContainEqual({ path: ['姓名'], value: '王小明' });
  });
});

describe('authority', () => {
  it('of a stand-in says for whom', () => {
    const standIn = {
      absent: 'clerk',
      substitute: 'first',
      grants: [{ role: 'clerk', division: '620821100' }],
      from: '2026-03-01',
    };
    const walk = new Walk(programme)
      .apply('2026-03-02')
      .do({ do: 'accept.accept', actor: people.first }, worldAt('2026-03-02', { standIns: [standIn] }));
    expect(of(walk, 'accept.accept').authority).toMatchObject({ basis: 'stand-in', for: 'clerk' });
  });
});

describe('a draw', () => {
  const walk = decided();
  const type = walk.events.find(({ detail }) => detail?.draw)?.type ?? '';

  it('says by which seed it was made, and that making it again gives the same', () => {
    const { draw } = of(walk, type);
    expect(draw).toMatchObject({ kind: 'draw', seed: 'seed', key: 'case-1#1', share: 0.3, repeated: true });
    expect(draw?.chosen).toBe((draw?.fraction ?? 1) < 0.3);
    expect(of(walk, 'confirm.approve').draw).toBeUndefined();
  });

  it('that was not made so is told apart', () => {
    const events = walk.events.map((event) =>
      event.detail?.draw
        ? {
            ...event,
            detail: { draw: { ...event.detail.draw, seed: 'another', chosen: event.detail.draw.chosen } },
          }
        : event,
    );
    expect(explain(programme, events, seqOf(events, type)).draw?.repeated).toBe(false);
  });
});

it('a rule whose inputs cannot be found again is shown without limits, not with wrong ones', () => {
  const walk = decided();
  const events = walk.events.map((event) =>
    event.type === 'assess.pass' && event.detail?.rule
      ? { ...event, detail: { rule: { ...event.detail.rule, inputs: { income: 1 } } } }
      : event,
  );
  const [test] = explain(programme, events, seqOf(events, 'assess.pass')).rules[0]?.rows[0]?.tests ?? [];
  expect(test).toEqual({ id: 'income', title: '收入', unit: 'fen', value: 1, test: '< line' });
});
