/** What exploring says, in both languages. */
import type { ProblemLanguage } from '@aidflow/definition';
import type { CoveredKind, Exploration, Finding, FindingKind } from '@aidflow/simulator';

interface Words {
  /** How much is reached together with the scenarios of the programme. */
  withScenarios: (reached: number) => string;
  kinds: Record<CoveredKind, string>;
  never: string;
  problems: string;
  findings: Record<FindingKind, (subject: string) => string>;
  progress(followed: number, waiting: number, findings: number): string;
  end(ended: Exploration['ended'], followed: number, waiting: number, tried: number): string;
  found(count: number): string;
}

const en: Words = {
  withScenarios: (reached: number) => `(with the scenarios ${reached})`,
  kinds: { steps: 'steps', outcomes: 'outcomes', rows: 'rule rows', clocks: 'clocks', letters: 'letters' },
  never: 'not reached',
  problems: 'refused with',
  findings: {
    'dead-end': (at) => `Nobody can do anything in ${at}, and nothing will happen`,
    livelock: (at) => `No end can be reached any more from ${at}`,
    endless: (at) => `${at} goes on for ever by itself`,
    unreachable: (what) => `${what} was refused wherever it was tried`,
    'rule-gap': (rule) => `No row of ${rule} answers`,
    'clock-left-running': (clock) => `The clock ${clock} still runs when the case is over`,
    leak: (where) => `${where} shows a number of a person`,
    'two-deciders': (outcome) => `Two officers of different power could both decide: ${outcome}`,
    'barred-acts': (what) => `${what} is done by somebody who is barred`,
    invariant: (id) => `The invariant ${id} would be broken`,
  },
  progress: (followed, waiting, findings) => `${followed} followed, ${waiting} waiting, ${findings} found`,
  end: (ended, followed, waiting, tried) =>
    `${followed} configurations followed, ${tried} moves tried; ${
      ended === 'complete'
        ? 'everything was followed'
        : `stopped by ${ended === 'stopped' ? 'time or memory' : ended}: ${waiting} were not followed`
    }`,
  found: (count) => (count === 1 ? '1 finding' : `${count} findings`),
};

const zh: Words = {
  withScenarios: (reached: number) => `（连同场景共 ${reached}）`,
  kinds: { steps: '环节', outcomes: '办理意见', rows: '规则行', clocks: '办理时限', letters: '文书' },
  never: '未到达',
  problems: '拒绝原因',
  findings: {
    'dead-end': (at) => `停在 ${at}：无人可办，也不会自动继续`,
    livelock: (at) => `从 ${at} 起再也不能办结`,
    endless: (at) => `${at} 自动循环，不会停止`,
    unreachable: (what) => `${what} 每次尝试都被拒绝`,
    'rule-gap': (rule) => `规则 ${rule} 没有适用的行`,
    'clock-left-running': (clock) => `办件已结束，时限 ${clock} 仍在计算`,
    leak: (where) => `${where} 显示了个人号码`,
    'two-deciders': (outcome) => `两名权限不同的人员都能作出决定：${outcome}`,
    'barred-acts': (what) => `${what} 由应当回避的人员办理`,
    invariant: (id) => `违反必须始终成立的要求 ${id}`,
  },
  progress: (followed, waiting, findings) => `已走 ${followed}，待走 ${waiting}，发现 ${findings}`,
  end: (ended, followed, waiting, tried) =>
    `走过 ${followed} 种情形，尝试 ${tried} 次；${
      ended === 'complete'
        ? '全部走完'
        : `因${{ configurations: '情形数', tries: '尝试数', stopped: '时间或内存' }[ended]}上限停止，${waiting} 种未走`
    }`,
  found: (count) => `发现 ${count} 处`,
};

export const words = (language: ProblemLanguage): Words => (language === 'zh' ? zh : en);

/** A finding in one sentence, with what was seen. */
export function findingLine({ kind, subject, detail }: Finding, language: ProblemLanguage): string {
  const seen = Object.keys(detail).length === 0 ? '' : ` ${JSON.stringify(detail)}`;
  return words(language).findings[kind](subject) + seen;
}
