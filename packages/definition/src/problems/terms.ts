/** Words that fill the gaps in problems and have to be said in each language: `{ term: 'list' }` as a parameter. */
export const terms = {
  text: { en: 'a text', zh: '文字' },
  number: { en: 'a number', zh: '数字' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  list: { en: 'a list', zh: '列表' },
  map: { en: 'a map of keys', zh: '键值表' },
  stepId: { en: 'the id of a step', zh: '环节标识' },
  outcomeId: { en: 'the id of an outcome', zh: '办理意见标识' },
  formId: { en: 'the id of a form', zh: '表单标识' },
  rowId: { en: 'row', zh: '条目' },
  basisId: { en: 'basis', zh: '依据' },
  valueId: { en: 'value', zh: '值' },
  sectionId: { en: 'section', zh: '分组' },
  nothing: { en: 'empty', zh: '空' },
} as const satisfies Record<string, { en: string; zh: string }>;

export interface Term {
  term: keyof typeof terms;
}

export const isTerm = (value: unknown): value is Term =>
  typeof value === 'object' &&
  value !== null &&
  'term' in value &&
  typeof value.term === 'string' &&
  Object.hasOwn(terms, value.term);
