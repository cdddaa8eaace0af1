import { describe, expect, it } from 'vitest';
import { ruleProblems } from './form-problems.ts';
import { localize } from './problems.ts';
import type { Layout } from './types.ts';

const layout: Layout = {
  must: [{ that: 'from < until', at: ['/from', 'until'], say: '结束日期要在开始日期之后' }],
  sections: [
    {
      id: 's',
      title: 'S',
      fields: [
        'from',
        {
          field: 'members',
          must: [{ that: 'spent <= earned', at: ['spent'], say: '花费不能多于收入' }],
          fields: [
            'name',
            { field: 'school', must: [{ that: 'left > entered', at: ['left'], say: '毕业要晚于入学' }] },
          ],
        },
        { field: 'home', must: [{ that: 'rent < limit', at: ['rent'], say: '租金太高' }] },
      ],
    },
  ],
};

const found = (data: Parameters<typeof ruleProblems>[1]) =>
  ruleProblems(layout, data).map(({ code, pointer, params }) => [code, pointer, params?.say]);

describe('rules between answers', () => {
  it.each([
    ['nothing is answered', {}, []],
    [
      'they are kept',
      { from: 1, until: 2, members: [{ spent: 1, earned: 1 }], home: { rent: 1 }, limit: 2 },
      [],
    ],
    ['an answer is missing', { from: 3, members: [{ spent: 3 }] }, []],
    [
      'the form breaks one',
      { from: 3, until: 2 },
      [
        ['form/rule', '/from', '结束日期要在开始日期之后'],
        ['form/rule', '/until', '结束日期要在开始日期之后'],
      ],
    ],
    [
      'an item breaks one',
      {
        members: [
          { spent: 1, earned: 2 },
          { spent: 3, earned: 2 },
        ],
      },
      [['form/rule', '/members/1/spent', '花费不能多于收入']],
    ],
    [
      'an object in an item breaks one',
      { members: [{ school: { entered: 5, left: 4 } }] },
      [['form/rule', '/members/0/school/left', '毕业要晚于入学']],
    ],
    [
      'an object breaks one about the form',
      { limit: 1, home: { rent: 2 } },
      [['form/rule', '/home/rent', '租金太高']],
    ],
    ['the data has another shape', { members: 'none', home: [1, null] }, []],
  ])('%s', (_, data, expected) => {
    expect(found(data)).toEqual(expected);
  });

  it('an item may have a name of the form, and its own is meant', () => {
    expect(found({ spent: 1, earned: 0, members: [{ spent: 5, earned: 9 }] })).toEqual([]);
  });

  it('a form without a layout has none', () => {
    expect(ruleProblems(null, { from: 3, until: 2 })).toEqual([]);
  });

  it('are said in the words of the layout, in the language of the reader', () => {
    const [one] = ruleProblems(layout, { from: 3, until: 2 });
    if (one === undefined) throw new Error('The rule is broken.');
    expect(localize(one, 'zh')).toMatchObject({ detail: '结束日期要在开始日期之后', hint: '' });
    const english = { 结束日期要在开始日期之后: 'The end has to be after the beginning' };
    expect(localize(one, 'en', english).detail).toBe('The end has to be after the beginning');
  });
});
