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

/** How cases are moved to another version. */
const migration = {
  to: text('Content hash of the version to which they move.', 64, { pattern: '^[0-9a-f]{64}$' }),
  map: closed(
    {
      steps: {
        description: 'Steps that have another id there, by their id here; null where no case can move from.',
        type: 'object',
        maxProperties: 500,
        additionalProperties: { type: ['string', 'null'], maxLength: 130 },
      },
      branches: {
        description:
          'Where a case begins in branches that it was never in: `PARALLEL/BRANCH`, a step of it or `done`.',
        type: 'object',
        maxProperties: 100,
        additionalProperties: { type: 'string', maxLength: 130 },
      },
      startClocks: {
        description: 'Clocks that run from what happened before the move.',
        type: 'array',
        maxItems: 50,
        items: { type: 'string', maxLength: 64 },
      },
    },
    ['steps'],
  ),
  reasons: text('Why, in words that the applicant understands.', 4000),
  dryRun: { description: 'Only says what would happen.', type: 'boolean' },
} satisfies Record<string, JsonSchema>;

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
      do: text('Step to begin with, where the programme has several; its start when left out.', 130),
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
  batch: closed(
    {
      commands: {
        description: 'Commands on cases, each decided on its own; those on one case in their order.',
        type: 'array',
        minItems: 1,
        maxItems: 200,
        items: closed(
          {
            case: text('Id of the case.', 200),
            do: text('`STEP.OUTCOME`, or an operation that every case has.', 130),
            data,
            reasons: text('Why, in words that the applicant understands.', 4000),
            version: { description: 'Version that the actor saw.', type: 'integer', minimum: 1 },
          },
          ['case', 'do'],
        ),
      },
    },
    ['commands'],
  ),
  migration: closed(migration, ['to', 'reasons']),
  migrations: closed(
    {
      ...migration,
      cases: {
        description: 'Cases that are to move, each moved or refused on its own.',
        type: 'array',
        minItems: 1,
        maxItems: 200,
        items: closed(
          {
            case: text('Id of the case.', 200),
            version: { description: 'Version that the actor saw.', type: 'integer', minimum: 1 },
          },
          ['case'],
        ),
      },
    },
    ['cases', 'to', 'reasons'],
  ),
  delegation: closed(
    {
      programme: text('Id of the programme.', 64),
      action: text('Id of the step whose action is delegated.', 64),
      from: text('Division that holds the power.', 12),
      to: text('Division to which it is moved.', 12),
      effective: text('First day, ISO date.', 10),
      until: text('First day on which it holds no more, ISO date.', 10),
      document: text('Number of the document it rests on.', 100),
      limit: { description: 'Fen up to which it holds.', type: 'integer', minimum: 0 },
    },
    ['programme', 'action', 'from', 'to', 'effective', 'document'],
  ),
  standIn: closed(
    {
      absent: text('Actor id of the absent officer.', 100),
      substitute: text('Actor id of who stands in.', 100),
      grants: {
        description: 'What is lent.',
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: closed({ role: text('Id of a role.', 64), division: text('Code of a division.', 12) }, [
          'role',
          'division',
        ]),
      },
      from: text('First day, ISO date.', 10),
      until: text('First day on which it holds no more, ISO date.', 10),
      document: text('Number of the document it rests on.', 100),
    },
    ['absent', 'substitute', 'grants', 'from', 'document'],
  ),
  ending: closed(
    {
      document: text('Number of the document by which it is ended.', 100),
      until: text('First day on which it holds no more, ISO date; today when left out.', 10),
    },
    ['document'],
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
    programme: text('Only cases of this programme.', 64),
    parent: text('Only cases that belong to this one, in their order.', 200),
    status: { description: 'Only cases in this status.', type: 'string', enum: ['active', 'ended'] },
    step: text('Only cases in this step.', 64),
    q: text('Part of the case number, or the beginning of the applicant’s name.', 50),
  }),
  noticeQuery: closed({
    ...paging,
    division: text('Only notices of this division.', 12, { pattern: '^[0-9]{2,12}$' }),
  }),
  recordQuery: closed(
    {
      ...paging,
      type: text('Id of the kind of record.', 64),
      key: text('Only the record with this key.', 200),
      state: text('Only records in this state.', 64),
      where: text('JSON object: fields, or state or division, and the values that they must have.', 1000),
    },
    ['type'],
  ),
  enrolmentQuery: closed({
    division: text('Only rounds of this division.', 12, { pattern: '^[0-9]{2,12}$' }),
    lang: paging.lang,
  }),
  divisionQuery: closed({
    parent: text('Code of the division above.', 12, { pattern: '^[0-9]{2,12}$' }),
    lang: paging.lang,
  }),
} satisfies Record<string, JsonSchema>;

export type RequestSchema = keyof typeof requestSchemas;
