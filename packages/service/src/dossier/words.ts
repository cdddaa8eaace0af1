/** The words of a dossier's pages. `{name}` is replaced by the value of that name. */
import type { DossierLanguage } from './layout.ts';

const words = {
  heading: { zh: '办件档案', en: 'Dossier of a case' },
  subtitle: { zh: '{programme}，办件编号 {number}', en: '{programme}, case {number}' },
  masked: {
    zh: '本档案已隐去个人信息，不含附件；只能查阅，不能用作原始记录的证明。',
    en: 'Personal data is masked and documents are left out: this copy is for reading and proves nothing about the record.',
  },
  other: { zh: 'English', en: '中文' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  contents: { zh: '目录', en: 'Contents' },

  'case.title': { zh: '基本情况', en: 'The case' },
  'case.programme': { zh: '事项', en: 'Programme' },
  'case.division': { zh: '所在区划', en: 'Division' },
  'case.applicant': { zh: '申请人', en: 'Applicant' },
  'case.opened': { zh: '立件时间', en: 'Opened' },
  'case.updated': { zh: '最后记录', en: 'Last event' },
  'case.status': { zh: '状态', en: 'Status' },
  'case.active': { zh: '办理中', en: 'under way' },
  'case.ended': { zh: '已办结', en: 'ended' },
  'case.outcome': { zh: '结果', en: 'Outcome' },
  'case.made': { zh: '导出时间', en: 'Exported' },

  'course.title': { zh: '办理经过', en: 'What happened' },
  'course.seq': { zh: '序号', en: 'No.' },
  'course.at': { zh: '时间', en: 'Time' },
  'course.what': { zh: '环节与结果', en: 'Step and outcome' },
  'course.who': { zh: '办理人', en: 'By' },
  'course.authority': { zh: '权限', en: 'Authority' },
  'course.rule': { zh: '规则与行', en: 'Rule and row' },
  'course.reasons': { zh: '理由', en: 'Reasons' },
  'course.row': {
    zh: '{title}：第 {rows} 行（{reason}），{result}',
    en: '{title}: row {rows} ({reason}), {result}',
  },
  'course.no-row': { zh: '{title}：没有符合的行，{result}', en: '{title}: no row fits, {result}' },

  'decisions.title': { zh: '决定及其依据', en: 'Decisions and what they rested on' },
  'decisions.one': { zh: '第 {seq} 条：{title}', en: 'No. {seq}: {title}' },

  'letters.title': { zh: '文书', en: 'Letters' },
  'letters.one': { zh: '{title}，文号 {number}，{date}', en: '{title}, No. {number}, {date}' },
  'letters.language.zh': { zh: '中文', en: 'Chinese' },
  'letters.language.en': { zh: '英文', en: 'English' },

  'documents.title': { zh: '附件', en: 'Documents' },
  'documents.name': { zh: '名称', en: 'Name' },
  'documents.at': { zh: '上传时间', en: 'Uploaded' },
  'documents.size': { zh: '字节', en: 'Bytes' },
  'documents.hash': { zh: '校验值（SHA-256）', en: 'Hash (SHA-256)' },

  'check.title': { zh: '怎样核验', en: 'How to verify it' },
  'check.how': {
    zh: '运行 aidflow verify 档案.zip --head 链尾校验值。链尾校验值应从导出记录另行取得，不能只看本页。',
    en: 'Run aidflow verify FILE.zip --head HASH. Take the head from the record of the export and not from this page alone.',
  },
  'check.events': { zh: '记录条数', en: 'Events' },
  'check.head': { zh: '链尾校验值', en: 'Head of the chain' },
  'check.definition': { zh: '流程定义', en: 'Definition' },
  'check.version': { zh: '第 {version} 版，校验值 {hash}', en: 'version {version}, hash {hash}' },
  none: { zh: '（无）', en: '(none)' },
} as const;

export type DossierWord = keyof typeof words;

export type Say = (word: DossierWord, values?: Record<string, string | number>) => string;

export const sayIn =
  (language: DossierLanguage): Say =>
  (word, values = {}) =>
    words[word][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const knows = (word: string): word is DossierWord => Object.hasOwn(words, word);
