import type { DifferenceWords } from '../words.ts';

/** Forms and their fields. */
export const formWords = {
  'diff/form-added': {
    area: 'form',
    severity: 'procedure',
    zh: '新增表单“{after}”。',
    en: 'New form "{after}".',
  },
  'diff/form-removed': {
    area: 'form',
    severity: 'procedure',
    zh: '不再使用表单“{before}”。',
    en: 'There is no longer a form "{before}".',
  },
  'diff/form-title': {
    area: 'form',
    severity: 'text',
    zh: '表单“{before}”改称“{after}”。',
    en: 'The form "{before}" is now called "{after}".',
  },
  'diff/form-layout': {
    area: 'form',
    severity: 'text',
    zh: '表单“{form}”的版式有变化。',
    en: 'The form "{form}" is laid out differently.',
  },
  'diff/form-condition-added': {
    area: 'form',
    severity: 'stricter',
    zh: '表单“{form}”新增填写规则：{after}。',
    en: 'The form "{form}" has a new rule between fields: {after}.',
  },
  'diff/form-condition-removed': {
    area: 'form',
    severity: 'easier',
    zh: '表单“{form}”取消填写规则：{before}。',
    en: 'The form "{form}" no longer has the rule between fields: {before}.',
  },
  'diff/form-setting': {
    area: 'form',
    severity: 'procedure',
    zh: '表单“{form}”的{setting}由{before}改为{after}。',
    en: 'The {setting} of the form "{form}" is now {after} instead of {before}.',
  },
  'diff/field-added-required': {
    area: 'field',
    severity: 'stricter',
    zh: '“{form}”新增必填项“{field}”。',
    en: 'New required field "{field}" in "{form}".',
  },
  'diff/field-added': {
    area: 'field',
    severity: 'procedure',
    zh: '“{form}”新增选填项“{field}”。',
    en: 'New optional field "{field}" in "{form}".',
  },
  'diff/field-removed': {
    area: 'field',
    severity: 'procedure',
    zh: '“{form}”取消“{field}”一项。',
    en: 'The field "{field}" in "{form}" is gone.',
  },
  'diff/field-required': {
    area: 'field',
    severity: 'stricter',
    zh: '“{form}”的“{field}”改为必填。',
    en: 'The field "{field}" in "{form}" is now required.',
  },
  'diff/field-optional': {
    area: 'field',
    severity: 'easier',
    zh: '“{form}”的“{field}”改为选填。',
    en: 'The field "{field}" in "{form}" is no longer required.',
  },
  'diff/field-type': {
    area: 'field',
    severity: 'procedure',
    zh: '“{form}”的“{field}”由{before}改为{after}。',
    en: 'The field "{field}" in "{form}" now holds {after} instead of {before}.',
  },
  'diff/field-choice-added': {
    area: 'field',
    severity: 'easier',
    zh: '“{form}”的“{field}”新增选项“{after}”。',
    en: 'The field "{field}" in "{form}" has a new choice "{after}".',
  },
  'diff/field-choice-removed': {
    area: 'field',
    severity: 'stricter',
    zh: '“{form}”的“{field}”取消选项“{before}”。',
    en: 'The field "{field}" in "{form}" no longer has the choice "{before}".',
  },
  'diff/field-choice-title': {
    area: 'field',
    severity: 'text',
    zh: '“{form}”的“{field}”的选项“{before}”改称“{after}”。',
    en: 'The choice "{before}" of the field "{field}" in "{form}" is now called "{after}".',
  },
  'diff/field-bound': {
    area: 'field',
    severity: 'procedure',
    zh: '“{form}”的“{field}”的{setting}由{before}改为{after}。',
    en: 'The {setting} of the field "{field}" in "{form}" is now {after} instead of {before}.',
  },
  'diff/field-privacy': {
    area: 'field',
    severity: 'procedure',
    zh: '“{form}”的“{field}”的保密要求由{before}改为{after}。',
    en: 'The field "{field}" in "{form}" is now {after} instead of {before}.',
  },
  'diff/field-setting': {
    area: 'field',
    severity: 'procedure',
    zh: '“{form}”的“{field}”的{setting}由{before}改为{after}。',
    en: 'The {setting} of the field "{field}" in "{form}" is now {after} instead of {before}.',
  },
  'diff/field-text': {
    area: 'field',
    severity: 'text',
    zh: '“{form}”的“{before}”一项改写为“{after}”。',
    en: 'The field "{before}" in "{form}" now reads "{after}".',
  },
} as const satisfies Record<string, DifferenceWords>;
