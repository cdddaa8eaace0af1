import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, worldAt } from '../fixtures/relief.ts';
import { Office, small } from '../fixtures/small.ts';
import { type Actor, timers } from '../index.ts';

/** Organic Law of Villagers' Committees (2018), article 22: more than half of the adults, then more than half of those present. */
const meeting = {
  id: 'meeting',
  kind: 'vote',
  title: 'meeting',
  role: 'clerk',
  level: 'township',
  form: 'paper',
  totals: {
    electorate: 'paper.electorate',
    present: 'paper.present',
    yes: 'paper.yes',
    no: 'paper.no',
    abstain: 'paper.abstain',
  },
  requires: [{ that: 'paper.days >= 10', refused: '公告不足10日', reason: 'NOTICE_TOO_SHORT' }],
  quorum: 'present > electorate / 2',
  pass: 'yes > present / 2',
  passed: 'approved',
  failed: 'denied',
} as ExpandedStep;

const minutes = { electorate: 612, present: 400, yes: 201, no: 100, abstain: 99, days: 10 };

describe('a vote by totals', () => {
  const record = (change: object, step = meeting) => {
    const office = new Office(small([step])).open();
    const answer = office.try('meeting', people.clerk, { data: { ...minutes, ...change } });
    return { answer, decided: office.of().decided?.outcome, tally: office.of().tallies?.meeting?.result };
  };

  it('is carried by more than half of those present: who abstains counts against it', () => {
    expect(record({})).toMatchObject({ answer: 'accepted', decided: 'approved', tally: { passed: true } });
    expect(record({ yes: 200 })).toMatchObject({ answer: 'accepted', decided: 'denied' });
  });

  it.each([
    [{ present: 306, yes: 206, no: 50, abstain: 50 }, 'vote/no-quorum'],
    [{ present: 307, yes: 307, no: 0, abstain: 0 }, 'accepted'],
    [{ yes: 400, no: 30, abstain: 30 }, 'vote/counts'],
    [{ present: 613, yes: 613, no: 0, abstain: 0 }, 'vote/counts'],
    [{ yes: 1.5 }, 'vote/counts'],
    [{ yes: -1 }, 'vote/counts'],
    [{ yes: '201' }, 'vote/counts'],
    [{ abstain: [] }, 'vote/counts'],
    [{ present: 1e300 }, 'vote/counts'],
    [{ abstain: null, no: 199 }, 'accepted'],
    [{ days: 6 }, 'step/requirement'],
  ])('%j: %s', (change, answer) => {
    expect(record(change).answer).toBe(answer);
  });

  it('goes where a definition says when there is no quorum', () => {
    const step = { ...meeting, 'no-quorum': 'denied' } as ExpandedStep;
    expect(record({ present: 306, yes: 306, no: 0, abstain: 0 }, step)).toMatchObject({
      answer: 'accepted',
      decided: 'denied',
      tally: { quorum: false, passed: false },
    });
  });
});

describe('a vote by ballots', () => {
  const panel = {
    id: 'panel',
    kind: 'vote',
    title: 'panel',
    role: 'officer',
    level: 'county',
    ballots: { role: 'investigator', electorate: '3', within: { days: 3, unit: 'working-day' } },
    quorum: 'present >= 2',
    pass: 'yes > present / 2',
    passed: 'approved',
    failed: 'denied',
  } as ExpandedStep;
  const office = () => new Office(small([panel])).open();
  const third: Actor = { ...people.first, id: 'third' };
  const says = (choice: string) => ({ data: { choice } });

  it('counts one ballot each, and is closed by whoever presides', () => {
    const one = office().do('panel.ballot', people.first, says('yes'));
    expect(one.try('panel.ballot', people.first, says('no'))).toBe('vote/already-voted');
    expect(one.try('panel.ballot', people.clerk, says('no'))).toBe('authority/role');
    expect(one.try('panel.ballot', people.second, says('maybe'))).toBe('vote/choice');
    expect(one.try('panel.close', people.first)).toBe('authority/role');
    one.do('panel.ballot', people.second, says('yes')).do('panel.ballot', third, says('no'));
    one.do('panel.close', people.officer);
    expect(one.of().tallies?.panel?.result).toMatchObject({ present: 3, yes: 2, no: 1, passed: true });
    expect(one.of().decided?.outcome).toBe('approved');
  });

  it('has failed without a quorum, and closes by itself when its time is over', () => {
    const one = office().do('panel.ballot', people.first, says('yes'));
    const [timer] = timers(one.programme, one.of(), worldAt('2026-03-02').calendar);
    expect(timer).toMatchObject({ step: 'panel', due: '2026-03-05T16:00:00.000Z' });
    one.now = '2026-03-06';
    one.do('elapse', people.system, { timer: timer?.id });
    expect(one.of().decided?.outcome).toBe('denied');
    expect(one.events.get('case-1')?.map(({ type }) => type)).toContain('panel.failed');
  });

  it('takes no more ballots than there are people entitled, so that it can be closed', () => {
    const two = new Office(
      small([{ ...panel, ballots: { role: 'investigator', electorate: '2' } } as ExpandedStep]),
    ).open();
    two.do('panel.ballot', people.first, says('yes')).do('panel.ballot', people.second, says('no'));
    expect(two.try('panel.ballot', third, says('yes'))).toBe('vote/counts');
    expect(two.try('panel.close', people.officer)).toBe('accepted');
    const unknown = { ...panel, ballots: { role: 'investigator', electorate: 'parameters.gone' } };
    const none = new Office(small([unknown as ExpandedStep])).open();
    expect(none.try('panel.ballot', people.first, says('yes'))).toBe('vote/counts');
  });

  it('does not count the ballot of somebody who turns out to be a relative', () => {
    const one = office()
      .do('panel.ballot', people.first, says('yes'))
      .do('panel.ballot', people.second, says('yes'));
    one.do('declare-relative', people.first, { data: { relation: 'cousin' } });
    expect(one.try('panel.ballot', people.first, says('no'))).toBe('authority/barred');
    one.do('panel.ballot', third, says('no')).do('panel.close', people.officer);
    expect(one.of().tallies?.panel?.result).toMatchObject({ present: 2, yes: 1, no: 1, passed: false });
  });

  it('a second vote begins with an empty box', () => {
    const again = { ...panel, failed: 'panel' } as ExpandedStep;
    const one = new Office(small([again])).open();
    one.do('panel.ballot', people.first, says('no')).do('panel.close', people.officer);
    expect(one.of().tallies?.panel).toEqual({ ballots: [] });
    expect(one.try('panel.ballot', people.first, says('yes'))).toBe('accepted');
  });
});
