/** The two forms that every contestant draws, told once and in no library's words. */

export interface Field {
  name: string;
  title: string;
  /** `choice` is laid open, `list` drops down. */
  kind: 'text' | 'integer' | 'number' | 'date' | 'choice' | 'list' | 'yes-no';
  required?: boolean;
  choices?: readonly string[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  help?: string;
}

export interface Group {
  name: string;
  title: string;
  parts: readonly Part[];
  /** How many items a repeated group begins with. */
  items?: number;
  /** The group shows its other fields only while this yes-no question of its own is answered with yes. */
  when?: string;
}

export type Part = Field | Group;

export interface Form {
  name: string;
  title: string;
  groups: readonly Group[];
}

export const isGroup = (part: Part): part is Group => 'parts' in part;

const field =
  (kind: Field['kind']) =>
  (name: string, title: string, more: Partial<Field> = {}): Field => ({
    name,
    title,
    kind,
    ...more,
  });
const text = field('text');
const integer = field('integer');
const date = field('date');
const yesNo = field('yes-no');
const choice = (name: string, title: string, choices: string, more: Partial<Field> = {}): Field => ({
  ...field('choice')(name, title, more),
  choices: choices.split(' '),
});
const list = (name: string, title: string, choices: string, more: Partial<Field> = {}): Field => ({
  ...choice(name, title, choices, more),
  kind: 'list',
});

const required = { required: true };
const yuan = { minimum: 0, maximum: 1_000_000 };

/** An application of a household for aid: 60 fields with three members of a repeated group and a conditional part. */
export const household: Form = {
  name: 'household',
  title: '困难家庭救助申请',
  groups: [
    {
      name: 'applicant',
      title: '申请人',
      parts: [
        text('name', '姓名', { required: true, maxLength: 30 }),
        choice('sex', '性别', '男 女', required),
        date('born', '出生日期', required),
        text('idNumber', '身份证号码', {
          required: true,
          pattern: '^[0-9]{17}[0-9X]$',
          help: '18 位，末位可能是 X',
        }),
        text('phone', '联系电话', { required: true, pattern: '^1[0-9]{10}$' }),
        text('email', '电子邮箱', { maxLength: 60 }),
        list('nation', '民族', '汉族 回族 藏族 苗族 彝族 壮族 满族 其他民族'),
        list('schooling', '文化程度', '未上学 小学 初中 高中 中专 大专 本科 研究生', required),
        choice('marriage', '婚姻状况', '未婚 已婚 离异 丧偶'),
        text('employer', '工作单位', { maxLength: 60 }),
        text('job', '职业', { maxLength: 60 }),
        choice('residence', '户口类别', '农业 非农业', required),
      ],
    },
    {
      name: 'address',
      title: '居住地址',
      parts: [
        list('province', '省份', '河北 山西 安徽 福建 江西 湖南 四川 云南', required),
        text('city', '城市', { required: true, maxLength: 30 }),
        text('county', '区县', { required: true, maxLength: 30 }),
        text('township', '乡镇', { required: true, maxLength: 30 }),
        text('village', '村组', { maxLength: 30 }),
        text('street', '门牌', { required: true, maxLength: 60, help: '现在实际居住的地方' }),
        text('postcode', '邮政编码', { pattern: '^[0-9]{6}$' }),
        integer('years', '居住年数', { minimum: 0, maximum: 120 }),
      ],
    },
    {
      name: 'members',
      title: '家庭成员',
      items: 3,
      parts: [
        text('name', '成员姓名', { required: true, maxLength: 30 }),
        list('relation', '与申请人关系', '配偶 儿子 女儿 父亲 母亲 祖父 祖母 其他', required),
        date('born', '成员出生日期'),
        integer('income', '成员月收入', { required: true, ...yuan }),
        yesNo('studying', '是否在校'),
        text('note', '成员备注', { maxLength: 60 }),
      ],
    },
    {
      name: 'income',
      title: '家庭收入',
      parts: [
        integer('wages', '工资收入', { required: true, ...yuan, help: '元，上一年度全家合计' }),
        integer('farming', '务农收入', yuan),
        integer('business', '经营收入', yuan),
        integer('pension', '养老金', yuan),
        integer('transfers', '转移收入', yuan),
        integer('rent', '租金收入', yuan),
        integer('support', '赡养费', yuan),
        integer('other', '其余收入', yuan),
      ],
    },
    {
      name: 'housing',
      title: '住房情况',
      parts: [
        choice('kind', '房屋性质', '自有 租住 借住', required),
        integer('area', '建筑面积', { required: true, minimum: 1, maximum: 2000 }),
        integer('rooms', '房间数', { minimum: 1, maximum: 40 }),
        integer('built', '建成年份', { minimum: 1900, maximum: 2100 }),
        choice('state', '房屋状况', '完好 一般 危房'),
        integer('vehicles', '车辆数', { minimum: 0, maximum: 20 }),
      ],
    },
    {
      name: 'health',
      title: '健康状况',
      when: 'ill',
      parts: [
        yesNo('ill', '家中是否有重病患者', required),
        text('illness', '病种', { required: true, maxLength: 60 }),
        text('hospital', '就诊医院', { required: true, maxLength: 60 }),
        date('since', '确诊日期'),
        integer('costs', '医疗支出', { required: true, ...yuan }),
        yesNo('insured', '是否参加医保'),
        list('insurance', '医保类型', '城镇职工 城乡居民 新农合 商业 公费 军人 离休 其他'),
        text('treatment', '治疗情况', { maxLength: 60 }),
      ],
    },
  ],
};

const kinds: readonly ((name: string, title: string) => Field)[] = [
  (name, title) => text(name, title, { required: true, maxLength: 40 }),
  (name, title) => text(name, title, { maxLength: 40 }),
  (name, title) => integer(name, title, { required: true, minimum: 0, maximum: 1000 }),
  (name, title) => field('number')(name, title, { minimum: 0 }),
  (name, title) => date(name, title),
  (name, title) => list(name, title, '甲 乙 丙 丁 戊 己 庚 辛', required),
  (name, title) => choice(name, title, '从不 有时 经常'),
  (name, title) => yesNo(name, title),
  (name, title) => text(name, title, { required: true, pattern: '^[0-9]{4}$' }),
  (name, title) => text(name, title, { maxLength: 60, help: '如有请填写' }),
];

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** 500 fields: ten groups of five groups of ten. */
export const stress: Form = {
  name: 'stress',
  title: '普查表',
  groups: times(10, (a) => ({
    name: `part${a}`,
    title: `第 ${a + 1} 部分`,
    parts: times(5, (b) => ({
      name: `group${b}`,
      title: `${a + 1}.${b + 1} 组`,
      parts: kinds.map((make, c) => make(`field${c}`, `项目 ${a + 1}-${b + 1}-${c + 1}`)),
    })),
  })),
};

/** Every field as often as it is on the page at first. */
export function fieldsOf(parts: readonly Part[]): Field[] {
  return parts.flatMap((part) =>
    isGroup(part) ? times(part.items ?? 1, () => fieldsOf(part.parts)).flat() : [part],
  );
}
