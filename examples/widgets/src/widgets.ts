/** Every widget: what it asks, an answer that is right and one that is not, and its keys. All names and numbers are made up. */
export interface Shown {
  name: string;
  zh: string;
  en: string;
  /** Schema of the value; titles in both languages by `label`. */
  schema: Record<string, unknown>;
  layout?: Record<string, unknown>;
  right?: unknown;
  wrong?: unknown;
  keys: { zh: string; en: string };
}

const typing = { zh: '直接输入；离开时检查。', en: 'Type; it is checked when you leave.' };
const arrows = { zh: '方向键选择，Tab 离开。', en: 'Arrow keys choose, Tab leaves.' };
const space = { zh: '空格勾选，Tab 到下一项。', en: 'Space ticks, Tab goes on.' };
const file = { sha256: 'f'.repeat(64), name: 'example.jpg', size: 20_480, type: 'image/jpeg' };
const reference = {
  type: 'object',
  required: ['sha256'],
  properties: { sha256: { type: 'string' } },
};

export const widgets: readonly Shown[] = [
  {
    name: 'text',
    zh: '单行文字',
    en: 'Text',
    schema: { type: 'string', minLength: 2, examples: ['张桂兰'] },
    right: '张桂兰',
    wrong: '张',
    keys: typing,
  },
  {
    name: 'textarea',
    zh: '多行文字',
    en: 'Long text',
    schema: { type: 'string', minLength: 5, maxLength: 500 },
    right: '家中两人，一人长期患病。',
    wrong: '病',
    keys: typing,
  },
  {
    name: 'number',
    zh: '数字',
    en: 'Number',
    schema: { type: 'number', minimum: 0 },
    right: 3.5,
    wrong: -1,
    keys: typing,
  },
  {
    name: 'money',
    zh: '金额',
    en: 'Money',
    schema: { type: 'integer', 'x-unit': 'fen', minimum: 0 },
    right: 123450,
    wrong: -100,
    keys: { zh: '按元输入，最多两位小数。', en: 'Type yuan with at most two decimals.' },
  },
  {
    name: 'date',
    zh: '日期',
    en: 'Date',
    schema: { type: 'string', format: 'date' },
    right: '2026-03-02',
    wrong: '2026-02-30',
    keys: {
      zh: '直接输入；Tab 到日历按钮，回车打开。',
      en: 'Type; Tab to the calendar button, Enter opens it.',
    },
  },
  {
    name: 'select',
    zh: '下拉选择',
    en: 'List',
    schema: { enum: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
    right: 'C',
    wrong: 'Z',
    keys: arrows,
  },
  {
    name: 'radio',
    zh: '单选',
    en: 'One of a few',
    schema: { enum: ['A', 'B', 'C'] },
    right: 'B',
    wrong: 'Z',
    keys: arrows,
  },
  {
    name: 'checkboxes',
    zh: '多选',
    en: 'Several of a few',
    schema: { type: 'array', minItems: 1, maxItems: 2, items: { enum: ['A', 'B', 'C'] } },
    right: ['A', 'C'],
    wrong: ['A', 'B', 'C'],
    keys: space,
  },
  {
    name: 'cards',
    zh: '卡片选择',
    en: 'Cards',
    schema: {
      oneOf: [
        {
          const: 'cash',
          title: '现金 Cash',
          description: '每月打到银行卡上。Paid to the card each month.',
          'x-icon': 'M3 6h18v12H3zM12 9.500a2.500 2.500 0 1 0 .01 0',
        },
        {
          const: 'goods',
          title: '实物 Goods',
          description: '到村里领取。Handed out in the village.',
          'x-icon': 'M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9',
        },
      ],
    },
    right: 'cash',
    wrong: 'x',
    keys: arrows,
  },
  { name: 'boolean', zh: '是或否', en: 'Yes or no', schema: { type: 'boolean' }, right: true, keys: arrows },
  { name: 'checkbox', zh: '确认', en: 'Agreement', schema: { const: true }, right: true, keys: space },
  {
    name: 'constant',
    zh: '固定值',
    en: 'Given value',
    schema: { const: '2026' },
    right: '2026',
    keys: { zh: '不能修改。', en: 'It cannot be changed.' },
  },
  {
    name: 'division',
    zh: '行政区划',
    en: 'Division',
    schema: { type: 'string', format: 'division-code', maxLength: 6 },
    right: '621024',
    keys: { zh: '逐级用方向键选择。', en: 'Arrow keys choose, level by level.' },
  },
  {
    name: 'resident-id',
    zh: '身份证号',
    en: 'Identity number',
    schema: { type: 'string', format: 'resident-id' },
    right: '11010519491231002X',
    wrong: '110105194912310021',
    keys: { zh: '输入或粘贴，空格会去掉。', en: 'Type or paste; blanks are dropped.' },
  },
  {
    name: 'bank-card',
    zh: '银行卡号',
    en: 'Bank card',
    schema: { type: 'string', format: 'bank-card' },
    right: '4111111111111111',
    wrong: '4111111111111112',
    keys: typing,
  },
  {
    name: 'mobile',
    zh: '手机号码',
    en: 'Mobile number',
    schema: { type: 'string', format: 'mobile-cn' },
    right: '13800000000',
    wrong: '1380000',
    keys: typing,
  },
  {
    name: 'file',
    zh: '材料',
    en: 'Files',
    schema: { type: 'array', maxItems: 3, items: reference },
    right: [file],
    keys: {
      zh: '回车选择文件；Tab 到取消或删除。',
      en: 'Enter picks a file; Tab leads to cancel and remove.',
    },
  },
  {
    name: 'signature',
    zh: '签名',
    en: 'Signature',
    schema: { ...reference, 'x-widget': 'signature' },
    right: { ...file, name: 'signature.png' },
    keys: {
      zh: '按“输入姓名代替”，输入姓名并勾选确认。',
      en: 'Press "Type your name instead", type it and tick.',
    },
  },
  {
    name: 'computed',
    zh: '自动计算',
    en: 'Computed',
    schema: { type: 'integer' },
    layout: { computed: '6 * 7' },
    keys: { zh: '不能修改。', en: 'It cannot be changed.' },
  },
  {
    name: 'stars',
    zh: '自定义：星级',
    en: 'Your own: stars',
    schema: { type: 'integer', minimum: 1, maximum: 5, 'x-stars': true },
    right: 4,
    wrong: 9,
    keys: arrows,
  },
  {
    name: 'household',
    zh: '家庭成员（卡片）',
    en: 'Household, as cards',
    schema: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { title: '姓名 Name', type: 'string' },
          wages: { title: '月工资 Wages', type: 'integer', 'x-unit': 'fen' },
        },
      },
    },
    layout: { titleField: '/name', fields: ['/name', '/wages'] },
    right: [{ name: '张桂兰', wages: 150000 }],
    wrong: [{ wages: 1 }],
    keys: { zh: '回车添加、删除、撤销。', en: 'Enter adds, removes and undoes.' },
  },
  {
    name: 'household-table',
    zh: '家庭成员（表格）',
    en: 'Household, as a table',
    schema: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { title: '姓名 Name', type: 'string' },
          wages: { title: '月工资 Wages', type: 'integer', 'x-unit': 'fen' },
        },
      },
    },
    layout: { titleField: '/name', presentation: 'table', fields: ['/name', '/wages'] },
    right: [{ name: '张桂兰', wages: 150000 }],
    keys: { zh: '回车添加、删除、撤销。', en: 'Enter adds, removes and undoes.' },
  },
];
