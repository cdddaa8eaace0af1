import type { ProblemTable } from './entry.ts';

/** What a store, the service over it and its HTTP door refuse, beyond what the service's own table holds. */
export const door = {
  'store/duplicate': {
    status: 409,
    en: {
      title: 'Done already',
      detail: 'The request with the key "{key}" was carried out before.',
      hint: 'Take the answer that was given then; nothing was done twice.',
    },
    zh: {
      title: '请求已办理',
      detail: '标识为“{key}”的请求此前已办理。',
      hint: '以当时的答复为准，没有重复办理。',
    },
  },
  'store/settled': {
    status: 409,
    en: {
      title: 'Answered already',
      detail: 'The request {id} to another system was answered before.',
      hint: 'Drop the later answer.',
    },
    zh: { title: '核对已答复', detail: '核对请求{id}此前已答复。', hint: '后到的答复不再处理。' },
  },
  'store/received': {
    status: 409,
    en: {
      title: 'Received already',
      detail: 'Case {case} has received the message {message} before.',
      hint: 'Nothing is to be done: what it says was done once.',
    },
    zh: {
      title: '消息已收到',
      detail: '办件{case}此前已收到消息{message}。',
      hint: '无需处理，不会重复办理。',
    },
  },
  'store/run-made': {
    status: 409,
    en: {
      title: 'Made already',
      detail: 'The run of "{schedule}" that was due on {due} was made before.',
      hint: 'Nothing is to be done: its case is there.',
    },
    zh: {
      title: '定期任务已启动',
      detail: '定期任务“{schedule}”{due}到期的一次此前已启动。',
      hint: '无需处理，办件已经建立。',
    },
  },
  'store/field': {
    status: 400,
    en: {
      title: 'Not the name of a field',
      detail: 'Records have no field "{field}".',
      hint: 'Ask for fields by names of letters, digits, "-" and "_".',
    },
    zh: {
      title: '字段名无效',
      detail: '台账记录没有字段“{field}”。',
      hint: '字段名只能由字母、数字、“-”和“_”组成。',
    },
  },
  'store/failed': {
    status: 503,
    en: {
      title: 'Nothing could be saved',
      detail: 'The store did not take the change: {reason}.',
      hint: 'Nothing was saved. Try again; if it happens again, look at the disk and the log.',
    },
    zh: {
      title: '未能保存',
      detail: '数据库没有接受本次更改：{reason}。',
      hint: '没有保存任何内容。请重试；如仍出现，请检查磁盘和日志。',
    },
  },
  'store/schema-name': {
    status: 500,
    en: {
      title: 'No name for a schema',
      detail: '"{schema}" cannot be the name of a schema of the database.',
      hint: 'Up to 63 small Latin letters, digits and underscores, a letter first.',
    },
    zh: {
      title: '模式名称不可用',
      detail: '“{schema}”不能作为数据库模式的名称。',
      hint: '请用小写字母开头，只含小写字母、数字和下划线，最长63个字符。',
    },
  },
  'store/newer-schema': {
    status: 500,
    en: {
      title: 'The database is newer than the program',
      detail: 'The database has schema {found}; this program knows schemas up to {known}.',
      hint: 'Start the newer program, or restore the backup made before the upgrade.',
    },
    zh: {
      title: '数据库版本过新',
      detail: '数据库结构版本为{found}，本程序只支持到{known}。',
      hint: '请使用新版程序，或恢复升级前的备份。',
    },
  },
  'store/older-schema': {
    status: 500,
    en: {
      title: 'The database is older than the program',
      detail: 'The database has schema {found}; this program reads schema {known}.',
      hint: 'Start the service on it once, or on a copy: that brings its tables up to date.',
    },
    zh: {
      title: '数据库版本过旧',
      detail: '数据库结构版本为{found}，本程序读取的版本为{known}。',
      hint: '请先用服务打开一次该数据库（或其副本），以更新表结构。',
    },
  },
  'store/cursor': {
    status: 400,
    en: {
      title: 'Not a page of this list',
      detail: 'The cursor was not given out by this list.',
      hint: 'Send "next" of the page before unchanged, or leave the cursor out to begin anew.',
    },
    zh: {
      title: '分页位置无效',
      detail: '分页位置不是本列表给出的。',
      hint: '请原样使用上一页返回的“next”，或从第一页开始。',
    },
  },
  'definition/hash': {
    status: 409,
    en: {
      title: 'The bundle is not what its hash says',
      detail: 'The bundle of "{programme}" hashes to {found}, not to {expected}.',
      hint: 'Bundle the programme again; a bundle is never edited.',
    },
    zh: {
      title: '流程定义与校验值不符',
      detail: '“{programme}”的流程定义校验值为{found}，而不是{expected}。',
      hint: '请重新打包流程定义；打包后的文件不能修改。',
    },
  },
  'definition/unknown': {
    status: 404,
    en: {
      title: 'No such definition',
      detail: 'No definition was published under the hash {hash}.',
      hint: 'The programmes that can be applied for are listed at /api/programmes.',
    },
    zh: {
      title: '流程定义不存在',
      detail: '没有校验值为{hash}的流程定义。',
      hint: '现有事项见 /api/programmes。',
    },
  },
  'connector/answer': {
    status: 502,
    en: {
      title: 'Not an answer',
      detail: '"{connector}" answered with {reason}.',
      hint: 'An answer is a JSON object of at most {max} bytes, with status 200.',
    },
    zh: {
      title: '核对答复无效',
      detail: '“{connector}”的答复有误：{reason}。',
      hint: '答复应为状态200、不超过{max}字节的JSON对象。',
    },
  },
  'delegation/unknown': {
    status: 404,
    en: {
      title: 'No such grant in force',
      detail: 'There is no grant {id} that could be ended.',
      hint: 'It was never made, or it is over already.',
    },
    zh: { title: '没有可终止的授权', detail: '没有可终止的授权{id}。', hint: '该授权不存在或已经终止。' },
  },
  'delegation/invalid': {
    status: 422,
    en: {
      title: 'Not a grant that can hold',
      detail: 'The grant is not taken: {reason}.',
      hint: 'Give the divisions, the dates and the document as they stand in it.',
    },
    zh: { title: '授权信息有误', detail: '授权未登记：{reason}。', hint: '请按文件填写区划、日期和文号。' },
  },
  'delegation/authority': {
    status: 403,
    en: {
      title: 'Not yours to grant',
      detail: 'Authority of {division} is granted and taken back by officers of {division}.',
      hint: 'Ask an officer of the division that holds the authority.',
    },
    zh: {
      title: '无权登记或终止该授权',
      detail: '区划{division}的权限由区划{division}的经办人授出和收回。',
      hint: '请由持有该权限的区划的经办人登记。',
    },
    variants: {
      /** A stand-in. */
      lent: {
        en: {
          detail:
            'A stand-in is arranged by the absent officer themselves or by an officer of a division above.',
          hint: 'Ask the absent officer, or an officer of the division above.',
        },
        zh: {
          detail: '代班由本人或上级区划的经办人安排。',
          hint: '请由本人或上级区划的经办人登记。',
        },
      },
    },
  },
  'clock/backwards': {
    status: 422,
    en: {
      title: 'Time does not run backwards',
      detail: '{to} lies before the present {now}.',
      hint: 'Choose a later time.',
    },
    zh: { title: '时间不能倒退', detail: '{to}早于当前时间{now}。', hint: '请选择更晚的时间。' },
  },
  'clock/too-far': {
    status: 422,
    en: {
      title: 'Too far ahead',
      detail: '{to} is more than {max} days ahead.',
      hint: 'Advance in smaller steps.',
    },
    zh: { title: '时间过远', detail: '{to}超过{max}天之后。', hint: '请分次推进。' },
  },
  'letter/unknown': {
    status: 404,
    en: {
      title: 'No such letter',
      detail: 'Case {case} has no letter {n}.',
      hint: 'Choose one from the list.',
    },
    zh: { title: '文书不存在', detail: '办件{case}没有第{n}份文书。', hint: '请从文书列表中选择。' },
  },
  'http/key-required': {
    status: 428,
    en: {
      title: 'The request needs a key',
      detail: 'The header Idempotency-Key is missing or is not 8 to 128 letters, digits, "-" or "_".',
      hint: 'Send a new random key with each new request, and the same one to repeat it.',
    },
    zh: {
      title: '缺少请求标识',
      detail: '缺少Idempotency-Key，或不是8至128位字母、数字、“-”、“_”。',
      hint: '每个新请求使用新的随机标识，重试时使用同一标识。',
    },
  },
  'http/media-type': {
    status: 415,
    en: {
      title: 'Not this kind of content',
      detail: '{path} does not take "{type}".',
      hint: 'Send {allowed}.',
    },
    zh: { title: '内容类型不支持', detail: '{path}不接受“{type}”。', hint: '请发送{allowed}。' },
  },
  'http/origin': {
    status: 403,
    en: {
      title: 'Sent from another site',
      detail: 'The request came from {origin}.',
      hint: 'Send it from this site, with the header X-Requested-With or as JSON.',
    },
    zh: {
      title: '请求来自其他网站',
      detail: '请求来自{origin}。',
      hint: '请从本网站发送，并附X-Requested-With头或使用JSON格式。',
    },
  },
  'auth/person': {
    status: 404,
    en: {
      title: 'No such person',
      detail: 'There is no demo person "{person}".',
      hint: 'Choose one from /api/people.',
    },
    zh: { title: '没有该演示人员', detail: '没有演示人员“{person}”。', hint: '请从 /api/people 中选择。' },
  },
} as const satisfies ProblemTable;
