import type { Step } from '@aidflow/engine';
import type { CaseView } from '../element/client.ts';
import type { Say } from '../messages/messages.ts';

/** Something that an operation has to be told. */
export interface OperationField {
  name: string;
  label: string;
  help: string;
  area?: true;
  /** Values with their words; without them it is typed. */
  options?: [value: string, words: string][];
  /** The values are numbers. */
  numeric?: true;
}

type Needs = NonNullable<CaseView['offers'][number]['needs']>;

/**
 * The fields of what a step asks without a form: a vote by ballot, which of the items is tried again.
 */
export function needFields(needs: Needs, say: Say, text: (source: string) => string): OperationField[] {
  return needs.map(({ name, title, options = [] }) => {
    if (name === 'choice')
      return {
        name,
        label: say('operation.choice'),
        help: say('operation.choiceHelp'),
        options: (['yes', 'no', 'abstain'] as const).map((one) => [one, say(`operation.${one}`)]),
      };
    return {
      name,
      label: text(title),
      help: '',
      options: options.map(({ value, title: words }) => [String(value), text(words)]),
      ...(options.some(({ value }) => typeof value === 'number') ? { numeric: true as const } : {}),
    };
  });
}

/**
 * The fields of an operation that every case has: nothing for one that needs nothing but reasons.
 * `steps` are those of the definition, for going back to one.
 */
export function operationFields(
  operation: string,
  view: CaseView,
  steps: readonly Pick<Step, 'id' | 'title' | 'kind'>[],
  say: Say,
  text: (source: string) => string,
): OperationField[] {
  const officer = (name: string): OperationField[] => [
    { name, label: say('operation.officer'), help: say('operation.officerHelp') },
    { name: 'name', label: say('operation.name'), help: say('operation.nameHelp') },
  ];
  const back = (): OperationField => ({
    name: 'to',
    label: say('operation.to'),
    help: say('operation.toHelp'),
    options: steps
      .filter(({ id, kind }) => kind === 'task' && view.state.steps[id] !== undefined)
      .map(({ id, title }) => [id, text(title)]),
  });
  switch (operation) {
    case 'declare-relative':
      return [{ name: 'relation', label: say('case.relation'), help: say('case.relationHelp') }];
    case 'return':
    case 'reopen':
      return [back()];
    case 'transfer':
    case 'copy':
      return officer('to');
    case 'add-signer':
      return [
        ...officer('officer'),
        {
          name: 'position',
          label: say('operation.position'),
          help: say('operation.positionHelp'),
          options: (['before', 'after', 'beside'] as const).map((one) => [one, say(`operation.${one}`)]),
        },
      ];
    case 'remove-signer':
      return [
        {
          name: 'officer',
          label: say('operation.officer'),
          help: say('operation.removeHelp'),
          options: Object.values(view.state.steps).flatMap((record) =>
            record.leftAt === undefined
              ? (record.added ?? []).map(({ id, name }): [string, string] => [id, name])
              : [],
          ),
        },
      ];
    case 'ask':
      return [
        {
          name: 'question',
          label: say('operation.question'),
          help: say('operation.questionHelp'),
          area: true,
        },
      ];
    case 'reply':
      return [
        {
          name: 'answer',
          label: say('operation.answer'),
          help: openQuestion(view) ?? say('operation.answerHelp'),
          area: true,
        },
      ];
    default:
      return [];
  }
}

/** What was asked first and has no answer yet. */
function openQuestion(view: CaseView): string | undefined {
  return view.state.questions?.find(({ answered }) => answered === undefined)?.question;
}
