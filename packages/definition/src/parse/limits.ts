/** Limits that protect whoever loads a definition from the definition. */
export const limits = {
  /** Bytes of one file. */
  fileSize: 2_000_000,
  /** Bytes of all files of a programme. */
  folderSize: 20_000_000,
  /** Maps and lists within each other. */
  depth: 40,
  /** Values of one file after its aliases are followed. */
  values: 200_000,
  /** Steps of a definition after its shorthands are expanded. */
  steps: 500,
  /** Shorthands that use one another. */
  shorthands: 8,
  /** Characters of one expression. */
  expression: 2000,
  /** Turns of one loop over a range of numbers. */
  turns: 1000,
  /** Rows of one rule. */
  rows: 1000,
  /** Problems told about one file. */
  problems: 200,
} as const;
