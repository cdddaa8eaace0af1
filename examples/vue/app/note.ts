import type { JsonSchema } from '@aidflow/forms';

/** What is noted of somebody who comes to the counter. Without a layout every field is shown in order. */
export const schema: JsonSchema = {
  type: 'object',
  required: ['name', 'mobile', 'matter'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2 },
    mobile: { title: '手机号码', type: 'string', format: 'mobile-cn' },
    matter: {
      title: '办什么事',
      oneOf: [
        { const: 'dibao', title: '低保' },
        { const: 'relief', title: '临时救助' },
        { const: 'other', title: '其他' },
      ],
    },
  },
};
