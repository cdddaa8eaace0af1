/** What requests carry. The same schemas check them and stand in the OpenAPI document. */
import type { JsonSchema } from '@aidflow/definition';

const text = (description: string, maxLength: number, more: JsonSchema = {}): JsonSchema => ({
  description,
  type: 'string',
  minLength: 1,
  maxLength,
  ...more,
});

const closed = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const data: JsonSchema = {
  description: 'Data of the form, by its schema in the definition.',
  type: 'object',
};

const paging = {
  cursor: text('`next` of the page before.', 500),
  limit: text('Items of a page, 1 to 100; 20 when left out.', 3, { pattern: '^([1-9][0-9]?|100)$' }),
  lang: text('Language of problems: zh or en.', 20),
};

export const requestSchemas = {
  openCase: closed(
    {
      programme: text('Id of the programme.', 64),
      division: text('Village code, 12 digits.', 20),
      data,
    },
    ['programme', 'division'],
  ),
  command: closed(
    {
      do: text('`STEP.OUTCOME`, or an operation that every case has.', 130),
      data,
      reasons: text('Why, in words that the applicant understands.', 4000),
    },
    ['do'],
  ),
  signIn: closed({ person: text('Id of a demo person.', 100) }, ['person']),
  advance: {
    ...closed({
      advance: text('`3wd` working days or `7d` days.', 6),
      until: text('ISO date (nine o’clock there) or instant.', 40),
    }),
    oneOf: [{ required: ['advance'] }, { required: ['until'] }],
  },
  languageQuery: closed({ lang: paging.lang }),
  pageQuery: closed(paging),
  caseQuery: closed({
    ...paging,
    status: { description: 'Only cases in this status.', type: 'string', enum: ['active', 'ended'] },
    step: text('Only cases in this step.', 64),
    q: text('Part of the case number, or the beginning of the applicant’s name.', 50),
  }),
  noticeQuery: closed({
    ...paging,
    division: text('Only notices of this division.', 12, { pattern: '^[0-9]{2,12}$' }),
  }),
  divisionQuery: closed({
    parent: text('Code of the division above.', 12, { pattern: '^[0-9]{2,12}$' }),
    lang: paging.lang,
  }),
} satisfies Record<string, JsonSchema>;

export type RequestSchema = keyof typeof requestSchemas;
