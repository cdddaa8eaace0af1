/** The papers as they were, and by what the page can be checked. */
import { isDate } from '@aidflow/definition';
import type { ExplainedField } from '../explanation.ts';
import { type Block, type Reader, text } from './reader.ts';

export function dataBlocks(reader: Reader): Block[] {
  const { say, tell, explanation } = reader;
  if (explanation.forms.length === 0) return [text(say('data.none'))];
  return explanation.forms.map(({ title, fields }) => ({
    kind: 'more',
    title: tell(title),
    blocks: [
      {
        kind: 'pairs',
        pairs: fields.map((field): [string, string] => [
          field.path.map(tell).join(' / '),
          fieldText(field, reader),
        ]),
      },
    ],
  }));
}

function fieldText({ value: given, unit, format }: ExplainedField, { value, date, place }: Reader): string {
  if (typeof given === 'string' && format === 'division') return place(given);
  if (typeof given === 'string' && format === 'date' && isDate(given)) return date(given);
  return value(given, unit);
}

export function checkBlocks({ say, tell, explanation }: Reader): Block[] {
  const { event, programme } = explanation;
  return [
    {
      kind: 'pairs',
      pairs: [
        [say('check.event'), `${explanation.case.number} #${event.seq} ${event.type}`],
        ...explanation.rules.map((rule): [string, string] => [
          tell(rule.title),
          say('check.rule', {
            seq: rule.seq,
            rows: rule.rows.map(({ id }) => id).join(' ') || '-',
            reason: rule.reason,
          }),
        ]),
        [say('check.hash'), event.hash],
        [
          say('check.definition'),
          `${programme.id}, ${say('check.version', { version: programme.version, hash: programme.hash })}`,
        ],
      ],
    },
  ];
}
