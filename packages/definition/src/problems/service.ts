import type { ProblemTable } from './entry.ts';

/** Stores, files, divisions, connectors and HTTP. */
export const service = {
  'programme/unknown': {
    status: 404,
    en: {
      title: 'No such programme',
      detail: 'There is no programme "{programme}".',
      hint: 'Available: {programmes}.',
    },
    zh: { title: '事项不存在', detail: '没有救助事项“{programme}”。', hint: '现有事项：{programmes}。' },
    variants: {
      coming: {
        en: { detail: 'The programme "{programme}" can be applied for from {from} on.' },
        zh: { detail: '事项“{programme}”自{from}起才能申请。' },
      },
    },
  },
  'connector/not-asked': {
    status: 409,
    en: {
      title: 'Nobody asked',
      detail: '"{step}" is not waiting for an answer.',
      hint: 'A late or repeated answer is dropped.',
    },
    zh: { title: '没有待答复的核对', detail: '“{step}”没有在等待答复。', hint: '迟到或重复的答复不再处理。' },
  },
  'division/unknown': {
    status: 422,
    en: {
      title: 'No such division',
      detail: 'There is no division with the code {division}.',
      hint: 'Choose the village or community from the list.',
    },
    zh: { title: '区划不存在', detail: '没有代码为{division}的区划。', hint: '请从列表中选择村（社区）。' },
  },
  'division/invalid': {
    status: 422,
    en: {
      title: 'Not a division code',
      detail: '"{division}" is not a division code.',
      hint: 'A code has 2, 4, 6, 9 or 12 digits: province, city, county, township, village.',
    },
    zh: {
      title: '区划代码有误',
      detail: '“{division}”不是区划代码。',
      hint: '区划代码为2、4、6、9或12位数字，分别对应省、市、县、乡镇、村。',
    },
  },
  'file/type': {
    status: 415,
    en: {
      title: 'Not a file of this kind',
      detail: '"{name}" is not a picture (JPEG, PNG) or a PDF.',
      hint: 'Take a photo or save the document as PDF.',
    },
    zh: {
      title: '文件类型不支持',
      detail: '“{name}”不是图片（JPEG、PNG）或PDF文件。',
      hint: '请拍照上传，或将文件另存为PDF。',
    },
  },
  'file/size': {
    status: 413,
    en: {
      title: 'The file is too large',
      detail: '"{name}" is larger than {max} MB.',
      hint: 'Take the photo at a lower resolution, or split the document.',
    },
    zh: {
      title: '文件过大',
      detail: '“{name}”超过{max}MB。',
      hint: '请降低照片分辨率，或将文件拆分后上传。',
    },
  },
  'file/empty': {
    status: 422,
    en: { title: 'The file is empty', detail: '"{name}" has no content.', hint: 'Choose the file again.' },
    zh: { title: '文件为空', detail: '“{name}”没有内容。', hint: '请重新选择文件。' },
  },
  'file/unknown': {
    status: 404,
    en: { title: 'No such file', detail: 'There is no file {file}.', hint: 'Upload the file again.' },
    zh: { title: '文件不存在', detail: '没有文件{file}。', hint: '请重新上传。' },
  },
  'store/conflict': {
    status: 409,
    en: {
      title: 'Somebody was faster',
      detail: 'Case {case} is at version {found}, not at {expected}.',
      hint: 'Load the case again, look at what changed, and decide again.',
    },
    zh: {
      title: '办件已被他人更新',
      detail: '办件{case}当前版本为{found}，而不是{expected}。',
      hint: '请刷新办件，查看变化后再办理。',
    },
    variants: {
      /** For somebody who may not see the case. */
      unseen: {
        en: { detail: 'The case has changed meanwhile.', hint: 'Send it again, without a version.' },
        zh: { detail: '办件已有变化。', hint: '请不带版本重新提交。' },
      },
    },
  },
  'store/chain-broken': {
    status: 500,
    en: {
      title: 'The record was tampered with',
      detail: 'Event {seq} of case {case} does not fit the one before it.',
      hint: 'Stop work on the case, keep the database, and restore it from a backup.',
    },
    zh: {
      title: '记录链不完整',
      detail: '办件{case}第{seq}条记录与前一条不衔接。',
      hint: '请停止办理该件，保留数据库，并从备份恢复。',
    },
  },
  'store/snapshot-differs': {
    status: 500,
    en: {
      title: 'The case is not what its events say',
      detail: 'Replaying the {events} events of case {case} gives another state than the one that is kept.',
      hint: 'Stop work on the case and keep the database: the events are what happened, the state is made of them.',
    },
    zh: {
      title: '办件状态与记录不符',
      detail: '按办件{case}的{events}条记录重放，得到的状态与保存的不同。',
      hint: '请停止办理该件并保留数据库：以记录为准，状态由记录得出。',
    },
  },
  'store/duplicate-key': {
    status: 422,
    en: {
      title: 'The key was used for something else',
      detail: 'The idempotency key "{key}" belongs to another request.',
      hint: 'Use a new key for each new request, and the same one only to repeat it.',
    },
    zh: {
      title: '请求标识重复',
      detail: '幂等键“{key}”已用于另一请求。',
      hint: '每个新请求使用新的标识，仅在重试时重复使用。',
    },
  },
  'http/not-found': {
    status: 404,
    en: { title: 'Not found', detail: 'There is nothing at {path}.', hint: 'Check the address.' },
    zh: { title: '未找到', detail: '{path}不存在。', hint: '请核对地址。' },
  },
  'http/method': {
    status: 405,
    en: {
      title: 'Not this method',
      detail: '{path} does not answer to {method}.',
      hint: 'It answers to: {allowed}.',
    },
    zh: { title: '方法不支持', detail: '{path}不支持{method}。', hint: '支持：{allowed}。' },
  },
  'http/malformed': {
    status: 400,
    en: {
      title: 'The request cannot be read',
      detail: 'The request is malformed: {reason}.',
      hint: 'Send what the OpenAPI description at /api/openapi.json asks for.',
    },
    zh: {
      title: '请求格式有误',
      detail: '请求无法读取：{reason}。',
      hint: '请按 /api/openapi.json 的说明发送请求。',
    },
  },
  'http/too-large': {
    status: 413,
    en: {
      title: 'The request is too large',
      detail: 'The request is larger than {max} bytes.',
      hint: 'Send less at once; send files to /api/files.',
    },
    zh: {
      title: '请求过大',
      detail: '请求超过{max}字节。',
      hint: '请减少单次发送内容；文件请发送到 /api/files。',
    },
  },
  'http/precondition-failed': {
    status: 412,
    en: {
      title: 'The case has changed',
      detail: 'You saw version {expected}; it is at {found} now.',
      hint: 'Load the case again, look at what changed, and decide again.',
    },
    zh: {
      title: '办件已变化',
      detail: '您看到的是版本{expected}，当前版本为{found}。',
      hint: '请刷新办件，查看变化后再办理。',
    },
    variants: {
      /** For somebody who may not see the case. */
      unseen: {
        en: { detail: 'The case has changed.', hint: 'Send it again, without If-Match.' },
        zh: { detail: '办件已有变化。', hint: '请不带If-Match重新提交。' },
      },
    },
  },
  'http/rate': {
    status: 429,
    en: {
      title: 'Too many requests',
      detail: 'More than {max} requests came from you within {seconds} seconds.',
      hint: 'Wait a moment and try again.',
    },
    zh: { title: '请求过于频繁', detail: '{seconds}秒内请求超过{max}次。', hint: '请稍后再试。' },
  },
  'http/internal': {
    status: 500,
    en: {
      title: 'Something broke here',
      detail: 'The service could not finish the request (reference {reference}).',
      hint: 'Nothing was saved. Try again; if it happens again, tell the administrator the reference.',
    },
    zh: {
      title: '服务出错',
      detail: '服务未能完成请求（编号{reference}）。',
      hint: '没有保存任何内容。请重试；如仍出现，请将编号告知管理员。',
    },
  },
} as const satisfies ProblemTable;
