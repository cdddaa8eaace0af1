/** What the engine gives to expressions besides the forms, parameters, checks and answers of a programme. */
export const givenNames = {
  /** Parts of `case`. */
  case: [
    'id',
    'id',
    'number',
    'division',
    'county',
    'township',
    'opened',
    'applied',
    'registered',
    'complaints',
    'changes',
    'changes',
    'rounds',
    'outcomes',
    'delegated',
    'outcome',
    'decided',
    'award',
  ],
  /** Parts of `letter`, in letters. */
  letter: ['number', 'date', 'authority', 'delegation', 'delegatedBy'],
  /** Functions. */
  functions: ['name', 'yuan', 'yuanWords', 'longDate', 'longMonth', 'monthAfter'],
} as const satisfies Record<string, readonly string[]>;
