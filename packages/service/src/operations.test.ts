/** Operations that every case has, as those see them who have to do with them. */
import { describe, expect, test } from 'vitest';
import { codeOf, inOffice, type Office, people } from './fixtures/office.ts';

const { applicant, clerk, secondClerk, otherClerk, leader, officer, neighbour } = people;
type Someone = Parameters<Office['act']>[0];

async function offerOf(office: Office, actor: Someone, id: string, what: string) {
  const view = await office.service.caseView(actor, id);
  return view.ok ? view.value.offers.find((offer) => offer.do === what) : undefined;
}

async function inboxOf(office: Office, actor: Someone) {
  const page = await office.service.inbox(actor, { limit: 10 });
  return page.ok ? page.value.items.map(({ step, may, named }) => [step, may, named]) : [];
}

describe('an offer without a form', () => {
  test('says what it has to be told', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      expect(await offerOf(office, clerk, id, 'transfer')).toMatchObject({
        may: true,
        title: '转交他人办理',
        reasons: 'optional',
        needs: [
          { name: 'to', title: '接收人', kind: 'officer', required: true },
          { name: 'name', kind: 'text', required: true },
        ],
      });
      expect((await offerOf(office, clerk, id, 'add-signer'))?.needs?.map(({ name }) => name)).toEqual([
        'officer',
        'name',
        'position',
      ]);
      const position = (await offerOf(office, clerk, id, 'add-signer'))?.needs?.at(-1);
      expect(position?.options?.map(({ value }) => value)).toEqual(['before', 'after', 'beside']);
      expect(await offerOf(office, clerk, id, 'urge')).not.toHaveProperty('needs');
      // Whoever may not do it is not asked for anything.
      expect(await offerOf(office, applicant, id, 'transfer')).not.toHaveProperty('needs');
    }));

  test('names the steps to which a case can go back', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      expect((await offerOf(office, clerk, id, 'return'))?.needs).toEqual([
        {
          name: 'to',
          title: '退回至',
          kind: 'choice',
          required: true,
          options: [{ value: 'apply', title: '申请' }],
        },
      ]);
      await office.act(clerk, id, 'return', { to: 'apply' }, '材料不全');
      expect((await office.state(id)).value).toBe('apply');
    }));
});

describe('a task that is handed over', () => {
  test('lies with the one it was handed to, wherever they belong, and no longer with the others', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      await office.act(clerk, id, 'transfer', { to: secondClerk.id, name: secondClerk.name });
      expect(await inboxOf(office, secondClerk)).toEqual([['accept', true, true]]);
      expect(await inboxOf(office, clerk)).toEqual([]);
      const view = await office.service.caseView(clerk, id);
      expect(view).toMatchObject({ value: { steps: [{ waitingFor: { person: secondClerk.name } }] } });
      expect(view.ok && view.value.history.at(-1)?.title).toBe('转交他人办理');
    }));
});

describe('a signer who was added', () => {
  test('finds it in their inbox, sees the case open, and signs', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      expect(await codeOf(office.service.caseView(otherClerk, id))).toBe('case/unknown');
      const signer = { officer: otherClerk.id, name: otherClerk.name, position: 'beside' };
      await office.act(clerk, id, 'add-signer', signer);
      expect(await inboxOf(office, otherClerk)).toEqual([['accept', true, true]]);
      const view = await office.service.caseView(otherClerk, id);
      expect(view).toMatchObject({ value: { masked: false } });
      expect((await offerOf(office, clerk, id, 'remove-signer'))?.needs?.[0]?.options).toEqual([
        { value: otherClerk.id, title: otherClerk.name },
      ]);
      await office.act(otherClerk, id, 'accept.accept');
      expect((await office.state(id)).value).toBe('accept');
      await office.act(clerk, id, 'accept.accept');
      expect((await office.state(id)).value).toBe('check');
    }));
});

describe('a copy', () => {
  test('is in the inbox of whom it was sent to, who may read and not act', () =>
    inOffice(async (office) => {
      const { id, number } = await office.apply();
      const to = { to: people.otherCounty.id, name: people.otherCounty.name };
      expect(await codeOf(office.service.caseView(people.otherCounty, id))).toBe('case/unknown');
      await office.act(clerk, id, 'copy', to);
      const inbox = await office.service.inbox(people.otherCounty, { limit: 10 });
      expect(inbox).toMatchObject({
        value: { items: [], copies: [{ case: id, number, applicant: '王**', by: { id: clerk.id } }] },
      });
      expect(await office.service.copies(people.otherCounty, { limit: 10 })).toMatchObject({
        value: { items: [{ case: id }] },
      });
      expect(await office.service.caseView(people.otherCounty, id)).toMatchObject({
        value: { masked: true, copies: [to] },
      });
      const act = office.service.command(people.otherCounty, id, { do: 'accept.accept' });
      expect(await codeOf(act)).toBe('authority/role');
      expect(await office.service.inbox(leader, { limit: 10 })).toMatchObject({ value: { copies: [] } });
    }));
});

describe('a question', () => {
  test('is shown until it is answered, by the one who was asked', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      await office.act(clerk, id, 'ask', { question: '收入从何而来？' });
      expect((await offerOf(office, applicant, id, 'reply'))?.needs).toMatchObject([
        { name: 'question', kind: 'choice', options: [{ value: 1, title: '收入从何而来？' }] },
        { name: 'answer', kind: 'text' },
      ]);
      await office.act(applicant, id, 'reply', { question: 1, answer: '打零工' });
      const view = await office.service.caseView(clerk, id);
      expect(view).toMatchObject({
        value: { questions: [{ id: 1, step: 'accept', question: '收入从何而来？', answer: '打零工' }] },
      });
    }));
});

test('an urged case says so where its task lies', () =>
  inOffice(async (office) => {
    const { id } = await office.apply();
    await office.act(applicant, id, 'urge');
    expect(await office.service.inbox(clerk, { limit: 10 })).toMatchObject({
      value: { items: [{ case: id, urged: { times: 1, last: expect.stringMatching(/^2026-03-02T/) } }] },
    });
    expect(await office.service.caseView(clerk, id)).toMatchObject({ value: { urged: { times: 1 } } });
  }));

test('a suspended case says by whom and why, and nothing is done in it', () =>
  inOffice(async (office) => {
    const { id } = await office.apply();
    await office.act(officer, id, 'suspend', undefined, '等待司法结论');
    expect(await office.service.caseView(clerk, id)).toMatchObject({
      value: { suspended: { by: { id: officer.id }, reasons: '等待司法结论' } },
    });
    expect(await codeOf(office.service.command(clerk, id, { do: 'accept.accept' }))).toBe('case/suspended');
    await office.act(officer, id, 'resume');
    const view = await office.service.caseView(clerk, id);
    expect(view.ok && view.value).not.toHaveProperty('suspended');
    await office.act(clerk, id, 'accept.accept');
  }));

describe('many commands at once', () => {
  test('are each decided on their own, in their order', () =>
    inOffice(async (office) => {
      const [a, b, c] = [await office.apply(), await office.apply(), await office.apply()];
      const answers = await office.service.batch(clerk, [
        { case: a.id, do: 'complain', reasons: '一', version: 1 },
        { case: b.id, do: 'accept.return' },
        { case: a.id, do: 'accept.accept', version: 2 },
        { case: 'nobody', do: 'accept.accept' },
        { case: c.id, do: 'accept.accept', version: 7 },
        { case: c.id, do: 'accept.accept', version: 1 },
      ]);
      const brief = answers.map((answer) => [answer.case, answer.ok ? 'ok' : answer.problems[0]?.code]);
      expect(brief).toEqual([
        [a.id, 'ok'],
        [b.id, 'step/reasons-required'],
        [a.id, 'ok'],
        ['nobody', 'case/unknown'],
        [c.id, 'store/conflict'],
        [c.id, 'ok'],
      ]);
      expect(answers[2]).toMatchObject({ value: { version: 4, status: 'active' } });
      const types = (await office.store.events(a.id)).map(({ type }) => type);
      expect(types).toEqual(['apply.submit', 'complain', 'accept.accept', 'check.ask']);
    }));

  test('count once when they are sent again under their key', () =>
    inOffice(async (office) => {
      const [a, b] = [await office.apply(), await office.apply()];
      const commands = [a, b].map(({ id }) => ({ case: id, do: 'complain', reasons: '一' }));
      const first = await office.service.batch(clerk, commands, { key: 'batch-0001' });
      const again = await office.service.batch(clerk, commands, { key: 'batch-0001' });
      expect(first.map((answer) => answer.ok && answer.value.version)).toEqual([2, 2]);
      expect(again.map((answer) => answer.ok && answer.value.version)).toEqual([2, 2]);
      expect((await office.state(a.id)).complaints).toBe(1);
      const other = commands.map((command) => ({ ...command, reasons: '二' }));
      const reused = await office.service.batch(clerk, other, { key: 'batch-0001' });
      expect(reused.map((answer) => !answer.ok && answer.problems[0]?.code)).toEqual([
        'store/duplicate-key',
        'store/duplicate-key',
      ]);
    }));

  test('tell nothing of cases that the actor may not see', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      const commands = [{ case: id, do: 'objections.object', data: { text: '不实' } }];
      const [answer] = await office.service.batch(neighbour, commands);
      expect(answer).toEqual({ case: id, ok: true, value: {} });
    }));
});
