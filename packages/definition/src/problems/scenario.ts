import type { ProblemTable } from './entry.ts';

/** What a scenario file says, and how it came out. */
export const scenario = {
  'scenario/mismatch': {
    status: 422,
    en: {
      title: 'It came out differently',
      detail: 'Expected {expected} for "{path}", found {found}.',
      hint: 'Correct the definition, or the expectation if it was wrong.',
    },
    zh: {
      title: '结果与预期不符',
      detail: '“{path}”预期为{expected}，实际为{found}。',
      hint: '请修正流程定义；如预期有误，请修正预期。',
    },
  },
  'scenario/not-refused': {
    status: 422,
    en: {
      title: 'It was allowed',
      detail: '"{do}" should have been refused with {expected}, and was done.',
      hint: 'Correct the definition, or leave out refused.',
    },
    zh: {
      title: '本应拒绝却被允许',
      detail: '“{do}”应以{expected}拒绝，却已办理。',
      hint: '请修正流程定义，或去掉 refused。',
    },
  },
  'scenario/refused': {
    status: 422,
    en: {
      title: 'It was refused',
      detail: '"{do}" was refused with {found}: {reason}',
      hint: 'Correct the step, or say that it is refused: "refused: {found}".',
    },
    zh: {
      title: '办理被拒绝',
      detail: '“{do}”被拒绝（{found}）：{reason}',
      hint: '请修正该步骤，或注明预期拒绝：“refused: {found}”。',
    },
  },
  'scenario/unknown-actor': {
    status: 422,
    en: {
      title: 'No such actor',
      detail: 'The scenario has no actor "{actor}".',
      hint: 'Name it under actors. There are: {actors}.',
    },
    zh: {
      title: '人员未定义',
      detail: '场景中没有人员“{actor}”。',
      hint: '请在 actors 中定义。已有：{actors}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? There are: {actors}.' },
        zh: { hint: '是否应为“{nearest}”？已有：{actors}。' },
      },
    },
  },
  'scenario/unknown-code': {
    status: 422,
    en: {
      title: 'No such problem',
      detail: 'No problem has the code "{code}", so that nothing is ever refused with it.',
      hint: 'Name a code of the table of problems, such as authority/jurisdiction.',
    },
    zh: {
      title: '问题代码不存在',
      detail: '没有代码为“{code}”的问题，不会以此拒绝。',
      hint: '请使用问题表中的代码，如 authority/jurisdiction。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"?' },
        zh: { hint: '是否应为“{nearest}”？' },
      },
    },
  },
  'scenario/instant': {
    status: 422,
    en: {
      title: 'Not a date',
      detail: '"{value}" is not a date or an instant.',
      hint: 'Write 2026-03-09 (09:00 on that day) or 2026-03-09T14:30:00+08:00.',
    },
    zh: {
      title: '日期写法有误',
      detail: '“{value}”不是日期或时刻。',
      hint: '写作 2026-03-09（当日09:00）或 2026-03-09T14:30:00+08:00。',
    },
  },
  'scenario/unknown-key': {
    status: 422,
    en: {
      title: 'Nothing to compare with',
      detail: 'A case has no "{key}" that could be expected.',
      hint: 'It has: {keys}.',
    },
    zh: { title: '无法比较', detail: '办件没有可供比较的“{key}”。', hint: '可用：{keys}。' },
  },
  'scenario/duration': {
    status: 422,
    en: {
      title: 'Not a duration',
      detail: '"{value}" is not a duration.',
      hint: 'Write 3wd (working days), 7d (days), 2h (hours) or 90m (minutes).',
    },
    zh: {
      title: '时长写法有误',
      detail: '“{value}”不是时长。',
      hint: '写作 3wd（工作日）、7d（自然日）、2h（小时）或 90m（分钟）。',
    },
  },
  'scenario/backwards': {
    status: 422,
    en: {
      title: 'Time does not go back',
      detail: 'The clock stands at {now}; {until} has passed.',
      hint: 'Name a later date.',
    },
    zh: { title: '时间不能倒退', detail: '时钟为{now}，{until}已过。', hint: '请写更晚的日期。' },
  },
  'scenario/case': {
    status: 422,
    en: {
      title: 'No such case can be',
      detail:
        '"{case}" names no case of this programme: {part} is neither a step that opens cases nor a schedule.',
      hint: 'Write STEP/INDEX, SCHEDULE, SCHEDULE/KEY or SCHEDULE/KEY/DATE. There are: {known}.',
    },
    zh: {
      title: '没有这样的办件',
      detail: '“{case}”在本事项中不指任何办件：“{part}”既不是开立办件的环节，也不是定期任务。',
      hint: '请写 STEP/INDEX、SCHEDULE、SCHEDULE/KEY 或 SCHEDULE/KEY/DATE。可用：{known}。',
    },
  },
  'scenario/no-case': {
    status: 422,
    en: {
      title: 'This case was not opened',
      detail: 'There is no case "{case}" at this point.',
      hint: 'There are: {cases}.',
    },
    zh: { title: '尚无此办件', detail: '此时没有办件“{case}”。', hint: '已有：{cases}。' },
  },
  'scenario/item': {
    status: 422,
    en: {
      title: 'Nobody gives it to the case',
      detail: 'A case that a person opens has no item.',
      hint: 'Add "start: open", so that the system opens it.',
    },
    zh: { title: '没有对象', detail: '由人开立的办件没有 item。', hint: '请加上“start: open”，由系统开立。' },
  },
  'scenario/unknown-record': {
    status: 422,
    en: {
      title: 'No such record',
      detail: 'The programme has no "{id}".',
      hint: 'Write TYPE/KEY, and a state of that kind of record. There are: {known}.',
    },
    zh: {
      title: '台账未定义',
      detail: '本事项没有“{id}”。',
      hint: '请写 TYPE/KEY 及其状态。可用：{known}。',
    },
  },
  'scenario/not-opened': {
    status: 422,
    en: {
      title: 'There is no case yet',
      detail: '"{do}" comes before the case was opened.',
      hint: 'Begin with "do: {start}".',
    },
    zh: { title: '尚无办件', detail: '“{do}”之前没有办件。', hint: '请先写“do: {start}”。' },
  },
} as const satisfies ProblemTable;
