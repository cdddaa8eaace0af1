import type { JsonObject, JsonSchema, Layout, Locales } from '@aidflow/forms';

export const schema: JsonSchema = {
  type: 'object',
  required: ['name', 'mobile', 'reason', 'day'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2, maxLength: 40 },
    mobile: { title: '手机号码', type: 'string', format: 'mobile-cn' },
    reason: {
      title: '需要办什么',
      oneOf: [
        { const: 'review', title: '低保复核' },
        { const: 'disability', title: '残疾评定' },
        { const: 'other', title: '其他' },
      ],
    },
    details: { title: '说明', type: 'string', maxLength: 400 },
    day: { title: '希望哪一天', type: 'string', format: 'date' },
  },
};

export const layout: Layout = {
  sections: [
    {
      id: 'who',
      title: '谁要预约',
      fields: [
        { field: '/name', autocomplete: 'name', width: 'half' },
        { field: '/mobile', autocomplete: 'tel-national', width: 'half' },
      ],
    },
    {
      id: 'what',
      title: '什么事、哪一天',
      fields: ['/reason', { field: '/details', when: 'reason = "other"' }, '/day'],
    },
  ],
};

export const locales: Locales = {
  en: {
    姓名: 'Name',
    手机号码: 'Mobile number',
    需要办什么: 'What is it about?',
    低保复核: 'Review of an allowance',
    残疾评定: 'Assessment of a disability',
    其他: 'Something else',
    说明: 'Details',
    希望哪一天: 'Which day?',
    谁要预约: 'Who asks',
    '什么事、哪一天': 'What and when',
  },
};

/** What the site knows about its visitor already. */
export const known: JsonObject = { name: '张桂兰', mobile: '13800000000' };
