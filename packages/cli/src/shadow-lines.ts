/** A case as it was and as it would have been, in lines. */
import { localize, type ProblemLanguage } from '@aidflow/definition';
import { type Programme, yuan } from '@aidflow/engine';
import type { Ending, Judged, Power, Shadow, ShadowDifference } from '@aidflow/simulator';
import type { Terminal } from './terminal.ts';

/** Cases of one answer, for the line at the end. */
export interface ReplayTally {
  cases: number;
  /** They come out as they did. */
  same: number;
  /** They come out as they did, but a check, a limit or an authority differs on the way. */
  onTheWay: number;
  /** Decided otherwise, or not so. */
  otherwise: number;
  /** They could not be replayed. */
  failed: number;
}

type Say = (zh: string, en: string) => string;

const sayIn =
  (language: ProblemLanguage): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en;

/** The case in a line, and below it a line for each difference, with what it rests on. */
export function shadowLines(
  shadow: Shadow,
  programme: Programme,
  language: ProblemLanguage,
  { tone }: Terminal,
): string[] {
  const say = sayIn(language);
  const { number, was, is, otherwise, same, differences } = shadow;
  const mark = otherwise ? tone('bad', '≠') : same ? tone('good', '=') : tone('warn', '~');
  const change = otherwise
    ? `${endingText(was, say)} -> ${broken(shadow) ? say('不能照原样办理', 'cannot be done as it was') : endingText(is, say)}`
    : endingText(was, say);
  const lines = differences.map((one) => `    ${differenceLine(one, programme, language, say)}`);
  return [`${mark} ${tone('strong', number)}  ${change}`, ...lines];
}

const broken = ({ differences }: Shadow): boolean => differences.some((one) => 'problem' in one);

function endingText({ outcome, steps, award }: Ending, say: Say): string {
  const how = outcome ?? say(`在办（${steps.join('、')}）`, `goes on (${steps.join(', ')})`);
  return award ? `${how} ${say(`每月${yuan(award.amount)}元`, `${yuan(award.amount)} yuan a month`)}` : how;
}

function differenceLine(
  one: ShadowDifference,
  programme: Programme,
  language: ProblemLanguage,
  say: Say,
): string {
  const day = one.event.at.slice(0, 10);
  if (one.kind === 'rule') {
    const values = Object.entries(one.values).map(([name, [was, is]]) => {
      const { title, unit } = named(programme, one.step, name);
      const told = (value: unknown) =>
        unit === 'fen' && typeof value === 'number'
          ? say(`${yuan(value)}元`, `${yuan(value)} yuan`)
          : shown(value);
      return `${title === undefined ? name : spoken(programme, title, language)} ${told(was)} -> ${told(is)}`;
    });
    const judged =
      judgedText(one.was) === judgedText(one.is) ? [] : [`${judgedText(one.was)} -> ${judgedText(one.is)}`];
    return `${say('规则', 'rule')}  ${titleOf(programme, one.step, language)}: ${[...judged, ...values].join('; ')}`;
  }
  if (one.kind === 'limit') {
    const text = (breached: string | null) =>
      breached === null
        ? say('按时', 'kept')
        : say(`${breached.slice(0, 10)}逾期`, `over on ${breached.slice(0, 10)}`);
    return `${say('时限', 'limit')}  ${spoken(programme, one.title, language)}: ${text(one.was)} -> ${text(one.is)}`;
  }
  if (one.kind === 'power') {
    return `${say('权限', 'authority')}  ${day} ${one.event.type}: ${powerText(one.was)} -> ${powerText(one.is)}`;
  }
  const head = `${kindText(one.kind, say)}  ${day} ${one.event.type} (${one.event.by})`;
  if ('from' in one) return `${head}: ${say(`最早${one.from}才能办理`, `possible only from ${one.from} on`)}`;
  const { code, detail } = localize(one.problem, language, programme.locales[language]);
  return `${head}: ${detail} [${code}]`;
}

function kindText(kind: ShadowDifference['kind'], say: Say): string {
  const words: Partial<Record<ShadowDifference['kind'], string>> = {
    condition: say('条件', 'condition'),
    form: say('表单', 'form'),
    procedure: say('流程', 'procedure'),
    authority: say('权限', 'authority'),
    clock: say('时间', 'time'),
  };
  return words[kind] ?? kind;
}

const titleOf = (programme: Programme, step: string, language: ProblemLanguage): string => {
  const title = programme.steps.get(step)?.title;
  return title === undefined ? step : `${spoken(programme, title, language)} (${step})`;
};

/** A text of the definition in a language that it has. */
const spoken = ({ locales }: Programme, text: string, language: ProblemLanguage): string =>
  locales[language]?.[text] ?? text;

/** What the rule of a check calls an input or a value, and its unit, where it says so. */
function named({ steps, rules }: Programme, id: string, name: string): { title?: string; unit?: string } {
  const step = steps.get(id);
  const rule = step?.kind === 'check' && step.rule !== undefined ? rules[step.rule] : undefined;
  return rule?.outputs?.[name] ?? rule?.inputs.find((input) => input.id === name) ?? {};
}

const judgedText = ({ result, reason, row }: Judged): string =>
  [result, reason, row].filter((part, index, all) => part !== null && all.indexOf(part) === index).join(' ');

const powerText = ({ basis, role, level }: Power): string => `${role}@${level} (${basis})`;

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `3 cases: 1 the same, 1 ...`. */
export function tallyLine(
  { cases, same, onTheWay, otherwise, failed }: ReplayTally,
  language: ProblemLanguage,
): string {
  return language === 'zh'
    ? `共${cases}件：${same}件不变，${onTheWay}件结果不变而过程不同，${otherwise}件结果不同或不能照原样办理，${failed}件无法重放`
    : `${cases} ${cases === 1 ? 'case' : 'cases'}: ${same} the same, ${onTheWay} decided the same in another way, ${otherwise} decided otherwise or not possible as it was, ${failed} could not be replayed`;
}
