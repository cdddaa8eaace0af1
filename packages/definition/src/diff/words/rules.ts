import type { DifferenceWords } from '../words.ts';

/** Decision tables and what they answer. */
export const ruleWords = {
  'diff/rule-added': {
    area: 'rule',
    severity: 'procedure',
    zh: '新增认定规则“{after}”。',
    en: 'New rule "{after}".',
  },
  'diff/rule-removed': {
    area: 'rule',
    severity: 'procedure',
    zh: '不再使用认定规则“{before}”。',
    en: 'There is no longer a rule "{before}".',
  },
  'diff/rule-title': {
    area: 'rule',
    severity: 'text',
    zh: '认定规则用语“{before}”改为“{after}”。',
    en: 'In the rules "{before}" is now called "{after}".',
  },
  'diff/rule-setting': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”的{setting}由{before}改为{after}。',
    en: 'The {setting} of "{rule}" is now {after} instead of {before}.',
  },
  'diff/rule-input-added': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”新增判断项“{after}”。',
    en: '"{rule}" now looks at "{after}", too.',
  },
  'diff/rule-input-removed': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”不再判断“{before}”。',
    en: '"{rule}" no longer looks at "{before}".',
  },
  'diff/rule-input': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”中“{input}”的算法由“{before}”改为“{after}”。',
    en: 'In "{rule}" "{input}" is now worked out as "{after}" instead of "{before}".',
  },
  'diff/rule-value-added': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”新增中间值 {value}：“{after}”。',
    en: '"{rule}" works out a new value {value}: "{after}".',
  },
  'diff/rule-value-removed': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”不再计算中间值 {value}。',
    en: '"{rule}" no longer works out the value {value}.',
  },
  'diff/rule-value': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”中 {value} 的算法由“{before}”改为“{after}”。',
    en: 'In "{rule}" {value} is now worked out as "{after}" instead of "{before}".',
  },
  'diff/rule-order': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”中{what}的计算先后有变化。',
    en: 'In "{rule}" {what} are worked out in another order.',
  },
  'diff/rule-same-answers': {
    area: 'rule',
    severity: 'text',
    zh: '“{rule}”虽有改动，但在试算的{count}组情况中结果均相同。',
    en: '"{rule}" changed, but answered alike on all of {count} inputs that were tried.',
  },
  'diff/rule-example': {
    area: 'rule',
    severity: 'procedure',
    zh: '“{rule}”：{inputs}时，现为{after}，原为{before}。',
    en: '"{rule}": with {inputs}, the answer is now {after}; it was {before}.',
  },
  'diff/row-added': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”新增第{row}条：{after}。',
    en: '"{rule}" has a new row {row}: {after}.',
  },
  'diff/row-removed': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”取消第{row}条：{before}。',
    en: '"{rule}" no longer has row {row}: {before}.',
  },
  'diff/row-moved': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”第{row}条移到{after}，原在{before}。',
    en: 'Row {row} of "{rule}" now stands {after}; it stood {before}.',
  },
  'diff/row-test': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”第{row}条中“{input}”的条件由{before}改为{after}。',
    en: 'In row {row} of "{rule}" the test of "{input}" is now {after} instead of {before}.',
  },
  'diff/row-result': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”第{row}条的结果由{before}改为{after}。',
    en: 'Row {row} of "{rule}" now says "{after}" instead of "{before}".',
  },
  'diff/row-reason': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”第{row}条的理由代码由{before}改为{after}。',
    en: 'Row {row} of "{rule}" now gives the reason {after} instead of {before}.',
  },
  'diff/row-value': {
    area: 'row',
    severity: 'procedure',
    zh: '“{rule}”第{row}条得出的 {value} 由{before}改为{after}。',
    en: 'Row {row} of "{rule}" now leaves {after} as {value} instead of {before}.',
  },
  'diff/row-basis': {
    area: 'row',
    severity: 'text',
    zh: '“{rule}”第{row}条的依据由{before}改为{after}。',
    en: 'Row {row} of "{rule}" now rests on {after} instead of {before}.',
  },
} as const satisfies Record<string, DifferenceWords>;
