/** What an offer that has no form has to be told: fields of its `data`, so that a door can ask for them. */
import { type CaseState, type Programme, returnTargets } from '@aidflow/engine';

/** One property of the `data` of a command. */
export interface Need {
  name: string;
  /** In the language of the definition. */
  title: string;
  /** `officer` is an actor id: whom there is to choose from is the host's business. */
  kind: 'text' | 'officer' | 'choice';
  required: boolean;
  /** What a choice may be. */
  options?: { value: string | number; title: string }[];
}

type Words = Readonly<Record<string, { zh: string; en: string }>>;

const words = {
  to: { zh: '接收人', en: 'To' },
  name: { zh: '姓名', en: 'Name' },
  step: { zh: '环节', en: 'Step' },
  officer: { zh: '签署人', en: 'Signer' },
  position: { zh: '签署顺序', en: 'Signs' },
  before: { zh: '先于本人', en: 'before me' },
  after: { zh: '后于本人', en: 'after me' },
  beside: { zh: '不分先后', en: 'at any time' },
  question: { zh: '问题', en: 'Question' },
  answer: { zh: '答复', en: 'Answer' },
  target: { zh: '退回至', en: 'Back to' },
  relation: { zh: '关系', en: 'Relation' },
  choice: { zh: '表决', en: 'Vote' },
  yes: { zh: '同意', en: 'yes' },
  no: { zh: '不同意', en: 'no' },
  abstain: { zh: '弃权', en: 'abstain' },
  index: { zh: '序号', en: 'Item' },
} satisfies Words;

/** The needs of an offer `what` in this state; none for what has a form or needs nothing but reasons. */
export function needsOf(programme: Programme, state: CaseState, what: string): Need[] {
  const spoken = programme.definition.language.startsWith('zh') ? 'zh' : 'en';
  const word = (name: keyof typeof words) => words[name][spoken];
  const need = (name: keyof typeof words, kind: Need['kind'], title = word(name)): Need => ({
    name,
    title,
    kind,
    required: true,
  });
  const choice = (name: string, title: string, options: NonNullable<Need['options']>): Need[] =>
    options.length === 0 ? [] : [{ name, title, kind: 'choice', required: true, options }];
  const stepsAs = (ids: readonly string[]) =>
    ids.map((value) => ({ value, title: programme.steps.get(value)?.title ?? value }));

  switch (what) {
    case 'transfer':
      return [need('to', 'officer'), need('name', 'text')];
    case 'copy':
      return [need('to', 'officer'), need('name', 'text')];
    case 'add-signer':
      return [
        need('officer', 'officer'),
        need('name', 'text'),
        ...choice(
          'position',
          word('position'),
          (['before', 'after', 'beside'] as const).map((value) => ({ value, title: word(value) })),
        ),
      ];
    case 'remove-signer':
      return choice('officer', word('officer'), addedSigners(state));
    case 'ask':
      return [need('question', 'text')];
    case 'reply': {
      const open = (state.questions ?? []).filter(({ answered }) => answered === undefined);
      const options = open.map(({ id, question }) => ({ value: id, title: question }));
      return [...choice('question', word('question'), options), need('answer', 'text')];
    }
    case 'return':
      return programme.definition.operations?.return?.to === undefined
        ? choice('to', word('target'), stepsAs(targetsOf(programme, state)))
        : [];
    case 'declare-relative':
      return [need('relation', 'text')];
  }
  const dot = what.indexOf('.');
  const step = dot < 0 ? undefined : programme.steps.get(what.slice(0, dot));
  if (step?.kind === 'vote' && what.endsWith('.ballot')) {
    const options = (['yes', 'no', 'abstain'] as const).map((value) => ({ value, title: word(value) }));
    return choice('choice', word('choice'), options);
  }
  if (step?.kind === 'each' && what.endsWith('.retry')) {
    const ended = state.items?.[step.id]?.items.filter(({ outcome }) => outcome !== undefined) ?? [];
    const options = ended.map(({ index }) => ({ value: index, title: `${state.number}-${index}` }));
    return choice('index', word('index'), options);
  }
  return [];
}

function addedSigners(state: CaseState): NonNullable<Need['options']> {
  return Object.values(state.steps).flatMap(({ leftAt, added }) =>
    leftAt === undefined ? (added ?? []).map(({ id, name }) => ({ value: id, title: name })) : [],
  );
}

/** The tasks to which any open task can be sent back. */
function targetsOf(programme: Programme, state: CaseState): string[] {
  const open = Object.entries(state.steps).filter(([, { leftAt }]) => leftAt === undefined);
  return [...new Set(open.flatMap(([id]) => returnTargets(programme, state, id)))];
}
