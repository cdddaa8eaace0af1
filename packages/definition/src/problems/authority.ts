import type { ProblemTable } from './entry.ts';

/** Who may act. */
export const authority = {
  'auth/required': {
    status: 401,
    en: {
      title: 'Sign in first',
      detail: 'This needs somebody who is signed in.',
      hint: 'Sign in and try again.',
    },
    zh: { title: '请先登录', detail: '办理此事需要登录。', hint: '请登录后重试。' },
  },
  'authority/role': {
    status: 403,
    en: {
      title: 'Not your role',
      detail: '"{step}" is done by the role "{role}", which you do not hold.',
      hint: 'Leave it to somebody with that role, or ask an administrator to grant it to you.',
    },
    zh: {
      title: '无此岗位权限',
      detail: '“{step}”由“{role}”办理，您没有该岗位。',
      hint: '请由该岗位人员办理，或请管理员授予该岗位。',
    },
  },
  'authority/jurisdiction': {
    status: 403,
    en: {
      title: 'Outside your division',
      detail: '"{step}" of a case in division {division} cannot be done from the divisions you act in.',
      hint: 'The case belongs to another office: it is done there.',
    },
    zh: {
      title: '不属于您的辖区',
      detail: '办件属于区划{division}，您所在辖区不能办理“{step}”。',
      hint: '请由办件所属地的经办机构办理。',
    },
  },
  'authority/level': {
    status: 403,
    en: {
      title: 'Not your level',
      detail: '"{step}" is done at the {level} level, and no delegation has moved it to yours.',
      hint: 'Send the case up, or register the delegation with its document number first.',
    },
    zh: {
      title: '不属于本级权限',
      detail: '“{step}”由{level}级办理，该权限未下放到您所在层级。',
      hint: '请上报办理；如已下放，请先登记下放文件文号。',
    },
  },
  'authority/delegated': {
    status: 403,
    en: {
      title: 'The authority lies elsewhere',
      detail: '"{step}" was delegated to division {to} by {document}, in force since {effective}.',
      hint: 'The case is decided there for as long as the delegation lasts.',
    },
    zh: {
      title: '权限已下放',
      detail: '“{step}”已依据{document}自{effective}起下放至区划{to}。',
      hint: '下放期间由被下放的机构办理。',
    },
  },
  'authority/barred': {
    status: 403,
    en: {
      title: 'Barred from this case',
      detail: 'You may not act in this case: {reason}.',
      hint: 'Hand the case to a colleague.',
    },
    zh: { title: '应当回避', detail: '您不得办理本件：{reason}。', hint: '请移交其他经办人办理。' },
  },
  'authority/separated': {
    status: 403,
    en: {
      title: 'Separated duties',
      detail: 'Who has acted in "{other}" may not act in "{step}" of the same case.',
      hint: 'Leave this step to a colleague who was not part of the earlier one.',
    },
    zh: {
      title: '岗位不相容',
      detail: '已办理“{other}”的人员不得办理同一办件的“{step}”。',
      hint: '请由未参与前一环节的人员办理。',
    },
  },
  'authority/own-case': {
    status: 403,
    en: {
      title: 'Your own case',
      detail: 'Nobody decides in a case that is their own.',
      hint: 'Hand the case to a colleague.',
    },
    zh: { title: '本人办件', detail: '任何人不得办理本人的申请。', hint: '请移交其他经办人办理。' },
  },
  'authority/applicant': {
    status: 403,
    en: {
      title: 'For the applicant',
      detail: '"{step}" is done by the person who applied, or by their proxy.',
      hint: 'Ask the applicant to do it, or act as their registered proxy.',
    },
    zh: {
      title: '由申请人办理',
      detail: '“{step}”由申请人或其代理人办理。',
      hint: '请联系申请人办理，或以登记的代理人身份办理。',
    },
  },
  'authority/others-named': {
    status: 403,
    en: {
      title: 'Others were named for it',
      detail: '"{step}" of this case is for these officers only: {officers}.',
      hint: 'Leave it to them, or have others drawn or named.',
    },
    zh: {
      title: '已指定他人办理',
      detail: '本件“{step}”仅由下列人员办理：{officers}。',
      hint: '请由其办理，或者重新抽取、指定人员。',
    },
  },
} as const satisfies ProblemTable;
