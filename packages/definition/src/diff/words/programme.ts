import type { DifferenceWords } from '../words.ts';

/** The programme itself, its legal bases, roles, parameters, connectors and letters. */
export const programmeWords = {
  'diff/programme-title': {
    area: 'programme',
    severity: 'text',
    zh: '事项名称由“{before}”改为“{after}”。',
    en: 'The programme is called "{after}" instead of "{before}".',
  },
  'diff/programme-setting': {
    area: 'programme',
    severity: 'procedure',
    zh: '事项的{setting}由{before}改为{after}。',
    en: 'The {setting} of the programme is now {after} instead of {before}.',
  },
  'diff/start': {
    area: 'programme',
    severity: 'procedure',
    zh: '办件改从“{after}”开始，原从“{before}”开始。',
    en: 'A case now begins with "{after}" instead of "{before}".',
  },
  'diff/translation': {
    area: 'programme',
    severity: 'text',
    zh: '{language}译文有{count}处变化。',
    en: '{count} translations into {language} changed.',
  },
  'diff/basis-added': {
    area: 'basis',
    severity: 'text',
    zh: '新增法律依据：{after}。',
    en: 'New legal basis: {after}.',
  },
  'diff/basis-removed': {
    area: 'basis',
    severity: 'text',
    zh: '不再引用法律依据：{before}。',
    en: 'No longer a legal basis: {before}.',
  },
  'diff/basis-changed': {
    area: 'basis',
    severity: 'text',
    zh: '法律依据的引用由“{before}”改为“{after}”。',
    en: 'A legal basis is now cited as "{after}" instead of "{before}".',
  },
  'diff/role-added': {
    area: 'role',
    severity: 'authority',
    zh: '新增岗位“{after}”（{level}）。',
    en: 'New role "{after}" ({level}).',
  },
  'diff/role-removed': {
    area: 'role',
    severity: 'authority',
    zh: '不再设岗位“{before}”（{level}）。',
    en: 'There is no longer a role "{before}" ({level}).',
  },
  'diff/role-level': {
    area: 'role',
    severity: 'authority',
    zh: '岗位“{role}”由{before}改设在{after}，凡由其办理的环节随之转移。',
    en: 'The role "{role}" is now held in {after} instead of {before}; every step of that role moves with it.',
  },
  'diff/role-title': {
    area: 'role',
    severity: 'text',
    zh: '岗位“{before}”改称“{after}”。',
    en: 'The role "{before}" is now called "{after}".',
  },
  'diff/parameter-added': {
    area: 'parameter',
    severity: 'procedure',
    zh: '新增标准“{parameter}”：{after}。',
    en: 'New parameter "{parameter}": {after}.',
  },
  'diff/parameter-removed': {
    area: 'parameter',
    severity: 'procedure',
    zh: '不再设标准“{parameter}”。',
    en: 'There is no longer a parameter "{parameter}".',
  },
  'diff/parameter-value': {
    area: 'parameter',
    severity: 'procedure',
    zh: '“{parameter}”{span}由{before}改为{after}。',
    en: '"{parameter}" is {after} instead of {before} {span}.',
  },
  'diff/parameter-unit': {
    area: 'parameter',
    severity: 'procedure',
    zh: '“{parameter}”的单位由{before}改为{after}。',
    en: '"{parameter}" is now given in {after} instead of {before}.',
  },
  'diff/parameter-text': {
    area: 'parameter',
    severity: 'text',
    zh: '标准“{parameter}”的名称、来源或确定程度有变化。',
    en: 'The name, source or certainty of the parameter "{parameter}" changed.',
  },
  'diff/connector-added': {
    area: 'connector',
    severity: 'procedure',
    zh: '新增部门核对接口“{after}”。',
    en: 'New system that is asked: "{after}".',
  },
  'diff/connector-removed': {
    area: 'connector',
    severity: 'procedure',
    zh: '不再使用部门核对接口“{before}”。',
    en: 'No longer asked: the system "{before}".',
  },
  'diff/connector-setting': {
    area: 'connector',
    severity: 'procedure',
    zh: '部门核对接口“{connector}”的{setting}由{before}改为{after}。',
    en: 'The {setting} of the system "{connector}" is now {after} instead of {before}.',
  },
  'diff/letter-added': {
    area: 'letter',
    severity: 'procedure',
    zh: '新增文书“{after}”。',
    en: 'New letter "{after}".',
  },
  'diff/letter-removed': {
    area: 'letter',
    severity: 'procedure',
    zh: '不再使用文书“{before}”。',
    en: 'There is no longer a letter "{before}".',
  },
  'diff/letter-number': {
    area: 'letter',
    severity: 'text',
    zh: '文书“{letter}”的文号由“{before}”改为“{after}”。',
    en: 'The number of the letter "{letter}" now reads "{after}" instead of "{before}".',
  },
  'diff/letter-text': {
    area: 'letter',
    severity: 'text',
    zh: '文书“{letter}”的文字有变化（{languages}）。',
    en: 'The words of the letter "{letter}" changed ({languages}).',
  },
} as const satisfies Record<string, DifferenceWords>;
