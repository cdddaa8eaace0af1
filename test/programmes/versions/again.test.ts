/** What the allowance itself does not have, compared on copies that do: the edit is undone or goes further. */
import { diff, type Programme, type RecordKind, type Schedule } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { dibao, edited } from './edits.ts';
import { type Expected, told } from './expected.ts';

const facility: RecordKind = {
  title: '机构台账',
  states: { active: { title: '正常' }, closed: { title: '注销', closed: true } },
};
const yearly: Schedule = { id: 'yearly', title: '年度复核', yearly: { month: 3, day: 1 } };
const withMore = edited((p) => {
  p.definition.schedules = [yearly];
  p.definition.records = { facility };
  p.definition.operations = { ...p.definition.operations, withdraw: { forbid: true } };
});

type Row = [what: string, after: Programme, ...expected: Expected[]];

const further = (change: (programme: Programme) => void): Programme => {
  const copy = structuredClone(withMore);
  change(copy);
  return copy;
};

const rows: Row[] = [
  [
    'all of it gone',
    dibao,
    [
      'diff/operation-allowed',
      'easier',
      '现在允许撤回申请。',
      'It is now allowed to withdraw the application.',
    ],
    [
      'diff/record-removed',
      'procedure',
      '不再设台账“机构台账”。',
      'There is no longer a kind of record "机构台账".',
    ],
    [
      'diff/schedule-removed',
      'procedure',
      '不再自动启动办件“年度复核”。',
      'Cases no longer open by themselves: "年度复核".',
    ],
  ],
  [
    'a schedule on another day, with another name',
    further((p) => {
      p.definition.schedules = [{ ...yearly, title: '年度核查', yearly: { month: 6, day: 1 } }];
    }),
    [
      'diff/schedule-setting',
      'procedure',
      '自动启动“年度核查”的每年的日期由“{"month":3,"day":1}”改为“{"month":6,"day":1}”。',
      'The day of the year of the schedule "年度核查" is now "{"month":6,"day":1}" instead of "{"month":3,"day":1}".',
    ],
    [
      'diff/schedule-title',
      'text',
      '自动启动的办件“年度复核”改称“年度核查”。',
      'The schedule "年度复核" is now called "年度核查".',
    ],
  ],
  [
    'states of a register',
    further((p) => {
      p.definition.records = {
        facility: {
          title: '机构',
          states: {
            pending: { title: '待核' },
            active: { title: '正常', closed: true },
          },
        },
      };
    }),
    [
      'diff/record-state-added',
      'procedure',
      '台账“机构”新增状态“待核”。',
      'The record "机构" has a new state "待核".',
    ],
    [
      'diff/record-state-removed',
      'procedure',
      '台账“机构”不再有状态“注销”。',
      'The record "机构" no longer has a state "注销".',
    ],
    [
      'diff/record-state-closed',
      'procedure',
      '台账“机构”的状态“正常”现在表示不再有效。',
      'The state "正常" of the record "机构" now means that it is no longer in force.',
    ],
    [
      'diff/record-first',
      'procedure',
      '台账“机构”新登记的状态由“正常”改为“待核”。',
      'A new record "机构" now begins as "待核" instead of "正常".',
    ],
    [
      'diff/record-title',
      'text',
      '台账用语“机构台账”改为“机构”。',
      'In records "机构台账" is now called "机构".',
    ],
  ],
  [
    'a register with something else',
    further((p) => {
      p.definition.records = { facility: { ...facility, key: 'code' } as RecordKind };
    }),
    [
      'diff/record-setting',
      'procedure',
      '台账“机构台账”的编号由无改为“code”。',
      'The key of the record "机构台账" is now "code" instead of nothing.',
    ],
  ],
];

describe('compared with a copy that has more', () => {
  it.each(rows.map(([what, after, ...expected]) => ({ what, after, expected })))(
    '$what',
    ({ after, expected }) => {
      const found = diff(withMore, after).map(told);
      expect(found).toEqual(expect.arrayContaining(expected));
      expect(found).toHaveLength(expected.length);
    },
  );
});
