import { describe, expect, test } from 'vitest';
import { inOffice, people } from './fixtures/office.ts';
import { changesIn } from './history.ts';

const { applicant, clerk } = people;

test('a view says who acts next, what has happened in words, and which fields changed', () =>
  inOffice(async (office) => {
    const { id } = await office.apply();
    await office.act(clerk, id, 'accept.return', undefined, '收入有误');
    await office.act(applicant, id, 'revise.submit', { name: '王小明', income: 40_000 });
    const view = await office.service.caseView(applicant, id);
    expect(view).toMatchObject({
      value: {
        title: '临时救助',
        divisionName: '甲镇一村',
        today: '2026-03-02',
        steps: [
          {
            id: 'accept',
            title: '受理',
            level: 'township',
            waitingFor: {
              role: 'clerk',
              roleTitle: '乡镇受理岗',
              division: '620821100',
              divisionName: '甲镇',
            },
          },
        ],
        history: [
          { seq: 1, title: '申请', outcome: '提交', by: { id: 'applicant-1' } },
          {
            seq: 2,
            title: '受理',
            outcome: '退回修改',
            reasons: '收入有误',
            authority: { basis: 'own-role' },
          },
          {
            seq: 3,
            title: '修改申请',
            changes: [
              { form: 'application', pointer: '/idNumber', before: '110101199003070038' },
              { form: 'application', pointer: '/income', before: 50_000, after: 40_000 },
            ],
          },
        ],
      },
    });
  }));

test('an inbox puts first what has least time left, and pages without gaps', () =>
  inOffice(async (office) => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      const { id } = await office.apply();
      ids.push(id);
    }
    const found: string[] = [];
    let cursor: string | undefined;
    for (let n = 0; n < 5; n++) {
      const page = await office.service.inbox(clerk, { limit: 2, cursor });
      if (!page.ok) throw new Error('no page');
      found.push(...page.value.items.map((item) => item.case));
      cursor = page.value.next;
      if (cursor === undefined) break;
    }
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(await office.service.inbox(clerk, { limit: 2, cursor: 'x' })).toMatchObject({
      problems: [{ code: 'store/cursor' }],
    });
  }));

describe('changes between two states of a form', () => {
  test.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1 }, { a: 2 }, [{ pointer: '/a', before: 1, after: 2 }]],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, [{ pointer: '/a/b/1', before: 2, after: 3 }]],
    [{ a: [1] }, { a: [1, 2] }, [{ pointer: '/a/1', after: 2 }]],
    [{ 'x/y': 1 }, {}, [{ pointer: '/x~1y', before: 1 }]],
    [{ a: {} }, { a: [] }, [{ pointer: '/a', before: {}, after: [] }]],
  ])('%j to %j', (before, after, changes) => {
    expect(changesIn('f', before, after)).toEqual(changes.map((change) => ({ form: 'f', ...change })));
  });
});
