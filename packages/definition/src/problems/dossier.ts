import type { ProblemTable } from './entry.ts';

/** Dossiers: what an archive of a case is not as it should be in. */
export const dossier = {
  'dossier/unreadable': {
    status: 422,
    en: {
      title: 'Not a dossier',
      detail: 'The archive cannot be read as a dossier: {reason}.',
      hint: 'Take the ZIP file as it was exported, not packed again.',
    },
    zh: {
      title: '不是办件档案',
      detail: '该压缩包不能作为办件档案读取：{reason}。',
      hint: '请使用导出的原始压缩文件，不要重新打包。',
    },
  },
  'dossier/size': {
    status: 413,
    en: {
      title: 'The dossier is too large',
      detail: 'Its files have {size} bytes, more than {max}.',
      hint: 'Read the documents one by one.',
    },
    zh: { title: '档案过大', detail: '其中文件共{size}字节，超过{max}字节。', hint: '请逐个查阅附件。' },
  },
  'dossier/masked': {
    status: 422,
    en: {
      title: 'A masked copy',
      detail:
        'Personal data is masked in this dossier: what its events say cannot be compared with their hashes.',
      hint: 'Ask somebody who acts on the case for the whole dossier, or take a copy for what it is with --masked.',
    },
    zh: {
      title: '隐去个人信息的副本',
      detail: '该档案已隐去个人信息，记录内容无法与校验值比对。',
      hint: '请由办理人员导出完整档案；只核验副本时请加 --masked。',
    },
  },
  'dossier/file-missing': {
    status: 422,
    en: {
      title: 'A file is missing',
      detail: 'The dossier has no "{path}".',
      hint: 'Export the dossier again.',
    },
    zh: { title: '缺少文件', detail: '档案中没有“{path}”。', hint: '请重新导出档案。' },
  },
  'dossier/file-changed': {
    status: 422,
    en: {
      title: 'A file was changed',
      detail: '"{path}" is not what the manifest says.',
      hint: 'Export the dossier again and compare.',
    },
    zh: { title: '文件被改动', detail: '“{path}”与清单中的校验值不符。', hint: '请重新导出档案并比对。' },
  },
  'dossier/file-unlisted': {
    status: 422,
    en: {
      title: 'A file that does not belong',
      detail: '"{path}" is not in the manifest, or is there twice.',
      hint: 'Nothing is put into a dossier after it was exported.',
    },
    zh: { title: '多出的文件', detail: '“{path}”不在清单中，或者重复。', hint: '档案导出后不得添加文件。' },
  },
  'dossier/malformed': {
    status: 422,
    en: {
      title: 'A file cannot be read',
      detail: '"{path}" is not written as dossiers are.',
      hint: 'Export the dossier again.',
    },
    zh: { title: '文件无法读取', detail: '“{path}”不符合档案的写法。', hint: '请重新导出档案。' },
  },
  'dossier/event-missing': {
    status: 422,
    en: { title: 'An event is missing', detail: 'Event {seq} is not there.', hint: 'Events have no gaps.' },
    zh: { title: '缺少记录', detail: '没有第{seq}条记录。', hint: '记录序号应当连续。' },
  },
  'dossier/event-order': {
    status: 422,
    en: {
      title: 'Events out of order',
      detail: 'Event {seq} stands after event {before}.',
      hint: 'Events stand in their order, each once.',
    },
    zh: {
      title: '记录次序有误',
      detail: '第{seq}条记录排在第{before}条之后。',
      hint: '记录应当按序排列，且不重复。',
    },
  },
  'dossier/event-changed': {
    status: 422,
    en: {
      title: 'An event was changed',
      detail: 'Event {seq} does not have the hash that it states.',
      hint: 'Compare it with the event in the database.',
    },
    zh: { title: '记录被改动', detail: '第{seq}条记录与其校验值不符。', hint: '请与数据库中的记录比对。' },
  },
  'dossier/event-unlinked': {
    status: 422,
    en: {
      title: 'The chain is broken',
      detail: 'Event {seq} does not follow on event {before}.',
      hint: 'One of the two was replaced: compare both with the database.',
    },
    zh: {
      title: '记录链断开',
      detail: '第{seq}条记录与第{before}条不衔接。',
      hint: '两条记录中有一条被替换，请与数据库比对。',
    },
  },
  'dossier/head': {
    status: 422,
    en: {
      title: 'Another end of the chain',
      detail: 'The events end in {found}, and not in {head}.',
      hint: 'Compare with the head in the record of the export.',
    },
    zh: {
      title: '链尾不符',
      detail: '记录链尾为{found}，而不是{head}。',
      hint: '请与导出记录中的链尾校验值比对。',
    },
    variants: {
      anchor: {
        en: { detail: 'The events end in {found}, and not in {head}, which is known from elsewhere.' },
        zh: { detail: '记录链尾为{found}，与另行取得的{head}不符。' },
      },
      manifest: {
        en: { detail: 'The events end in {found}; the manifest says {head}.' },
        zh: { detail: '记录链尾为{found}，清单所列为{head}。' },
      },
      state: {
        en: { detail: 'The events end in {found}; the state says {head}.' },
        zh: { detail: '记录链尾为{found}，办件状态所列为{head}。' },
      },
    },
  },
  'dossier/definition': {
    status: 422,
    en: {
      title: 'The definition was changed',
      detail: '"{path}" is not the definition with the hash {hash} on which the case ran.',
      hint: 'Compare it with the definition that was published.',
    },
    zh: {
      title: '流程定义被改动',
      detail: '“{path}”不是办件所依据的、校验值为{hash}的流程定义。',
      hint: '请与已发布的流程定义比对。',
    },
  },
  'dossier/state': {
    status: 422,
    en: {
      title: 'The state is not what the events say',
      detail: 'Replayed by the enclosed definition, the events give something else at {pointer}.',
      hint: 'The events are what happened; the state is made of them.',
    },
    zh: {
      title: '办件状态与记录不符',
      detail: '按所附流程定义重放记录，{pointer}处的结果不同。',
      hint: '以记录为准，状态由记录得出。',
    },
  },
  'dossier/replay': {
    status: 422,
    en: {
      title: 'The events cannot be replayed',
      detail: 'The enclosed definition does not lead through these events: {reason}',
      hint: 'An event is missing or was changed.',
    },
    zh: {
      title: '记录无法重放',
      detail: '按所附流程定义不能走完这些记录：{reason}',
      hint: '有记录缺失或被改动。',
    },
  },
  'dossier/document': {
    status: 422,
    en: {
      title: 'A document was changed',
      detail: '"{path}" is not the document with that hash.',
      hint: 'Take the document from the store of files.',
    },
    zh: { title: '附件被改动', detail: '“{path}”的内容与其校验值不符。', hint: '请从文件库取得原件。' },
  },
  'dossier/document-unnamed': {
    status: 422,
    en: {
      title: 'A document that nobody handed in',
      detail: 'No event names "{path}".',
      hint: 'Documents belong to a dossier when the data of the case names them.',
    },
    zh: {
      title: '来历不明的附件',
      detail: '没有记录提到“{path}”。',
      hint: '只有办件材料中列出的附件才属于档案。',
    },
  },
  'dossier/document-gone': {
    status: 422,
    en: {
      title: 'A document is missing',
      detail: 'The case names the document {sha256}, which is not enclosed.',
      hint: 'Take the document from the store of files.',
    },
    zh: {
      title: '缺少附件',
      detail: '办件材料列有附件{sha256}，档案中没有。',
      hint: '请从文件库取得该附件。',
    },
  },
  'dossier/page': {
    status: 422,
    en: {
      title: 'A page says something else',
      detail: '"{path}" is not the page that these records make.',
      hint: 'The records count. The page was changed, or made by another version of this program.',
    },
    zh: {
      title: '页面与记录不符',
      detail: '“{path}”不是由这些记录生成的页面。',
      hint: '以记录为准。页面被改动过，或由本程序的其他版本生成。',
    },
  },
} satisfies ProblemTable;
