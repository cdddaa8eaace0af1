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
  role: { en: 'role', zh: '岗位' },
  form: { en: 'form', zh: '表单' },
  letter: { en: 'letter', zh: '文书' },
  rule: { en: 'rule', zh: '规则' },
  parameter: { en: 'parameter', zh: '标准' },
  connector: { en: 'connector', zh: '外部系统' },
  scheduleId: { en: 'schedule', zh: '定时任务' },
  connectorId: { en: 'the id of a connector', zh: '核对接口标识' },
  shorthandId: { en: 'the id of a shorthand', zh: '简写标识' },
  shorthandParameter: { en: 'a parameter of a shorthand', zh: '简写参数' },
  nothing: { en: 'empty', zh: '空' },
  programmeName: { en: 'the programme', zh: '事项' },
  hoursName: { en: 'the working hours', zh: '工作时间' },
  variantName: { en: 'the variant', zh: '方案' },
  groupName: { en: 'the group of officers', zh: '经办人组' },
  scenarioFile: { en: 'the scenario', zh: '场景文件' },
  townshipCode: { en: 'the township', zh: '乡镇' },
  kindTask: { en: 'task', zh: '办理环节' },
  kindCheck: { en: 'check', zh: '自动判断环节' },
  kindParallel: { en: 'parallel step', zh: '并行环节' },
  kindWait: { en: 'wait', zh: '等待环节' },
  kindDraw: { en: 'draw', zh: '抽取环节' },
  kindSelect: { en: 'selection', zh: '遴选环节' },
  kindVote: { en: 'vote', zh: '表决环节' },
  kindEach: { en: 'step with a case for each item', zh: '逐项办理环节' },
  kindEffect: { en: 'step that goes on by itself', zh: '自动办理环节' },
  kindEnd: { en: 'end', zh: '办结环节' },
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
