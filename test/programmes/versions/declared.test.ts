/** Differences of what a programme declares beside its steps: standards, forms, letters, operations, registers. */
import type { Programme, Schedule } from '@aidflow/definition';
import { describe } from 'vitest';
import { dibao, schema } from './edits.ts';
import { check } from './expected.ts';

function parameter(programme: Programme, id: string) {
  const found = programme.definition.parameters?.[id];
  if (!found) throw new Error(`no parameter "${id}"`);
  return found;
}

const facility = {
  title: '机构台账',
  states: { active: { title: '正常' }, closed: { title: '注销', closed: true as const } },
};
const since = dibao.definition['valid-from'];
const yearly: Schedule = { id: 'yearly', title: '年度复核', yearly: { month: 3, day: 1 } };

describe('standards', () => {
  check([
    [
      'a share and an age, which no rule asks for by itself',
      (p) => {
        parameter(p, 'oversightShare').values = [{ value: 0.5, 'valid-from': '2021-07-01' }];
        parameter(p, 'appraisalMinimum').values = [
          { value: 7, 'valid-from': '2021-07-01', 'valid-to': '2026-07-01' },
          { value: 9, 'valid-from': '2026-07-01' },
        ];
      },
      [
        'diff/parameter-value',
        'procedure',
        '“县级抽查比例”自2021-07-01起由30%改为50%。',
        '"Share of decisions the county examines" is 50% instead of 30% from 2021-07-01.',
      ],
      [
        'diff/parameter-value',
        'procedure',
        '“民主评议最少人数”自2026-07-01起由7改为9。',
        '"Fewest people at a democratic appraisal" is 9 instead of 7 from 2026-07-01.',
      ],
    ],
    [
      'the same values written in more periods are no difference',
      (p) => {
        parameter(p, 'oversightShare').values = [
          { value: 0.3, 'valid-from': '2021-07-01', 'valid-to': '2024-01-01' },
          { value: 0.3, 'valid-from': '2024-01-01' },
        ];
      },
    ],
    [
      'a value for a while',
      (p) => {
        parameter(p, 'appraisalMinimum').values = [
          { value: 7, 'valid-from': '2021-07-01', 'valid-to': '2026-01-01' },
          { value: 5, 'valid-from': '2026-01-01', 'valid-to': '2027-01-01' },
          { value: 7, 'valid-from': '2027-01-01' },
        ];
      },
      [
        'diff/parameter-value',
        'procedure',
        '“民主评议最少人数”自2026-01-01起至2027-01-01前由7改为5。',
        '"Fewest people at a democratic appraisal" is 5 instead of 7 from 2026-01-01 until before 2027-01-01.',
      ],
    ],
    [
      'a new standard, one that is gone, another unit, other words',
      (p) => {
        p.definition.parameters = {
          ...p.definition.parameters,
          heating: {
            title: '取暖补贴',
            unit: 'fen',
            certainty: 'local',
            values: [{ value: 150050, 'valid-from': '2026-11-01' }],
          },
        };
        delete p.definition.parameters.appraisalMinimum;
        parameter(p, 'oversightShare').unit = 'count';
        parameter(p, 'marginalPercent').source = '省级细则';
      },
      [
        'diff/parameter-added',
        'money',
        '新增标准“取暖补贴”：自2026-11-01起1500.50元。',
        'New parameter "取暖补贴": 1500.50 yuan from 2026-11-01.',
      ],
      [
        'diff/parameter-removed',
        'procedure',
        '不再设标准“民主评议最少人数”。',
        'There is no longer a parameter "Fewest people at a democratic appraisal".',
      ],
      [
        'diff/parameter-unit',
        'procedure',
        '“县级抽查比例”的单位由比例改为数量。',
        '"Share of decisions the county examines" is now given in a count instead of a share.',
      ],
      [
        'diff/parameter-text',
        'text',
        '标准“低保边缘家庭收入上限（占低保标准的百分比）”的名称、来源或确定程度有变化。',
        'The name, source or certainty of the parameter "Income limit of marginal households (per cent of the standard)" changed.',
      ],
    ],
  ]);
});

describe('forms', () => {
  check([
    [
      'fields: a required one, an optional one, one that is gone, a group that is told once',
      (p) => {
        const application = schema(p, 'application');
        const { properties } = application;
        Object.assign(properties, {
          phone: { title: '备用电话', type: 'string' },
          email: { title: '电子邮箱', type: 'string' },
          guardian: {
            title: '监护人',
            type: 'object',
            required: ['name'],
            properties: { name: { title: '姓名', type: 'string' } },
          },
        });
        application.required = [...application.required, 'phone'];
        delete properties.workCosts;
      },
      [
        'diff/field-added-required',
        'stricter',
        '“低保申请”新增必填项“备用电话”。',
        'New required field "备用电话" in "Application for the allowance".',
      ],
      [
        'diff/field-added',
        'procedure',
        '“低保申请”新增选填项“电子邮箱”。',
        'New optional field "电子邮箱" in "Application for the allowance".',
      ],
      [
        'diff/field-added',
        'procedure',
        '“低保申请”新增选填项“监护人”。',
        'New optional field "监护人" in "Application for the allowance".',
      ],
      [
        'diff/field-removed',
        'procedure',
        '“低保申请”取消“外出务工的必要成本（每月）”一项。',
        'The field "Necessary costs of working away from home (a month)" in "Application for the allowance" is gone.',
      ],
    ],
    [
      'required and no longer required, in a list of members',
      (p) => {
        const { $defs } = schema(p, 'application') as unknown as {
          $defs: { member: { required: string[] } };
        };
        $defs.member.required = ['name', 'relation', 'student'];
      },
      [
        'diff/field-required',
        'stricter',
        '“低保申请”的“家庭成员·在校学生”改为必填。',
        'The field "Household members · Student" in "Application for the allowance" is now required.',
      ],
      [
        'diff/field-optional',
        'easier',
        '“低保申请”的“家庭成员·身份证号码”改为选填。',
        'The field "Household members · Resident identity number" in "Application for the allowance" is no longer required.',
      ],
    ],
    [
      'choices: one comes, one goes, one has another name',
      (p) => {
        const { method } = schema(p, 'service').properties;
        if (!method) throw new Error('no method');
        method.oneOf = method.oneOf.filter(({ const: value }) => value !== 'left');
        method.oneOf.push({ const: 'agent', title: '委托送达' });
        const post = method.oneOf.find(({ const: value }) => value === 'post');
        if (post) post.title = '挂号信送达';
      },
      [
        'diff/field-choice-added',
        'easier',
        '“送达记录”的“送达方式”新增选项“委托送达”。',
        'The field "Manner of service" in "Record of service" has a new choice "委托送达".',
      ],
      [
        'diff/field-choice-removed',
        'stricter',
        '“送达记录”的“送达方式”取消选项“留置送达”。',
        'The field "Manner of service" in "Record of service" no longer has the choice "Left at the place".',
      ],
      [
        'diff/field-choice-title',
        'text',
        '“送达记录”的“送达方式”的选项“邮寄送达”改称“挂号信送达”。',
        'The choice "By post" of the field "Manner of service" in "Record of service" is now called "挂号信送达".',
      ],
    ],
    [
      'bounds, type, privacy, words, anything else',
      (p) => {
        const { recipient, note, date, evidence } = schema(p, 'service').properties;
        Object.assign(recipient ?? {}, { maxLength: 30, 'x-privacy': 'sealed' });
        Object.assign(note ?? {}, { maxLength: 1000, title: '备注' });
        Object.assign(date ?? {}, { format: 'date-time' });
        Object.assign(evidence ?? {}, { type: 'string' });
      },
      [
        'diff/field-bound',
        'stricter',
        '“送达记录”的“签收人”的最多字数由50改为30。',
        'The greatest number of characters of the field "Received by" in "Record of service" is now 30 instead of 50.',
      ],
      [
        'diff/field-privacy',
        'procedure',
        '“送达记录”的“签收人”的保密要求由遮盖改为加密。',
        'The field "Received by" in "Record of service" is now sealed instead of masked.',
      ],
      [
        'diff/field-bound',
        'easier',
        '“送达记录”的“备注”的最多字数由500改为1000。',
        'The greatest number of characters of the field "备注" in "Record of service" is now 1000 instead of 500.',
      ],
      [
        'diff/field-text',
        'text',
        '“送达记录”的“送达说明”一项改写为“备注”。',
        'The field "Remarks" in "Record of service" now reads "备注".',
      ],
      [
        'diff/field-setting',
        'procedure',
        '“送达记录”的“送达日期”的格式由“date”改为“date-time”。',
        'The format of the field "Date of service" in "Record of service" is now "date-time" instead of "date".',
      ],
      [
        'diff/field-type',
        'procedure',
        '“送达记录”的“送达回证”由列表改为文字。',
        'The field "Proof of service" in "Record of service" now holds a text instead of a list.',
      ],
    ],
    [
      'rules between fields, and of the form as a whole',
      (p) => {
        const visit = schema(p, 'visit') as unknown as { allOf: unknown[]; additionalProperties: boolean };
        visit.allOf = [
          visit.allOf[0],
          JSON.parse('{"if":{"required":["photos"]},"then":{"required":["neighbours"]}}'),
        ];
        visit.additionalProperties = true;
      },
      [
        'diff/form-condition-added',
        'stricter',
        '表单“入户调查记录”新增填写规则：“{"if":{"required":["photos"]},"then":{"required":["neighbours"]}}”。',
        'The form "Home visit record" has a new rule between fields: "{"if":{"required":["photos"]},"then":{"required":["neighbours"]}}".',
      ],
      [
        'diff/form-condition-removed',
        'easier',
        '表单“入户调查记录”取消填写规则：“{"if":{"required":["refusedToSign"],"properties":{"refusedToSign":{"const":true}}},"then":{"required":["refusal"]}}”。',
        'The form "Home visit record" no longer has the rule between fields: "{"if":{"required":["refusedToSign"],"properties":{"refusedToSign":{"const":true}}},"then":{"required":["refusal"]}}".',
      ],
      [
        'diff/form-setting',
        'procedure',
        '表单“入户调查记录”的additionalProperties由否改为是。',
        'The additionalProperties of the form "Home visit record" is now yes instead of no.',
      ],
    ],
    [
      'a form that comes, one that goes, one with another name and layout',
      (p) => {
        p.forms.receipt = { title: '回执', schema: { type: 'object' }, layout: null };
        delete p.forms.oversight;
        Object.assign(p.forms.opinion ?? {}, { title: '审核意见', layout: null });
      },
      ['diff/form-added', 'procedure', '新增表单“回执”。', 'New form "回执".'],
      [
        'diff/form-removed',
        'procedure',
        '不再使用表单“抽查意见”。',
        'There is no longer a form "Result of the examination".',
      ],
      [
        'diff/form-title',
        'text',
        '表单“初审意见”改称“审核意见”。',
        'The form "First opinion" is now called "审核意见".',
      ],
      [
        'diff/form-layout',
        'text',
        '表单“审核意见”的版式有变化。',
        'The form "审核意见" is laid out differently.',
      ],
    ],
  ]);
});

describe('the programme, its bases, systems and letters', () => {
  check([
    [
      'its name and from when it holds; a version number is no difference',
      (p) => {
        Object.assign(p.definition, { title: '城乡低保', 'valid-from': '2026-07-01', version: '2026.2' });
      },
      [
        'diff/programme-setting',
        'procedure',
        `事项的施行日期由“${since}”改为“2026-07-01”。`,
        `The first day in force of the programme is now "2026-07-01" instead of "${since}".`,
      ],
      [
        'diff/programme-title',
        'text',
        '事项名称由“最低生活保障”改为“城乡低保”。',
        'The programme is called "城乡低保" instead of "Minimum living allowance".',
      ],
    ],
    [
      'legal bases',
      (p) => {
        p.definition.basis = (p.definition.basis ?? [])
          .filter(({ id }) => id !== 'litigation')
          .map((one) => (one.id === 'order-649' ? { ...one, cite: '社会救助法' } : one));
        p.definition.basis.push({ id: 'letters-act', cite: '信访工作条例', certainty: 'sure' });
      },
      ['diff/basis-added', 'text', '新增法律依据：信访工作条例。', 'New legal basis: 信访工作条例.'],
      [
        'diff/basis-removed',
        'text',
        '不再引用法律依据：中华人民共和国行政诉讼法。',
        'No longer a legal basis: Administrative Procedure Law.',
      ],
      [
        'diff/basis-changed',
        'text',
        '法律依据的引用由“社会救助暂行办法（国务院令第649号，2019年修订）”改为“社会救助法”。',
        'A legal basis is now cited as "社会救助法" instead of "Interim Measures for Social Assistance (State Council order 649, revised 2019)".',
      ],
    ],
    [
      'systems that are asked',
      (p) => {
        p.definition.connectors = { 'tax-office': { title: '税务核对', timeout: 10, retries: 1 } };
      },
      [
        'diff/connector-added',
        'procedure',
        '新增部门核对接口“税务核对”。',
        'New system that is asked: "税务核对".',
      ],
      [
        'diff/connector-removed',
        'procedure',
        '不再使用部门核对接口“家庭经济状况核对”。',
        'No longer asked: the system "Check of household means".',
      ],
    ],
    [
      'how long a system is waited for',
      (p) => {
        Object.assign(p.definition.connectors?.['household-economy'] ?? {}, { timeout: 60 });
      },
      [
        'diff/connector-setting',
        'procedure',
        '部门核对接口“家庭经济状况核对”的等待秒数由30改为60。',
        'The seconds to wait of the system "Check of household means" is now 60 instead of 30.',
      ],
    ],
    [
      'letters: words, number, one that comes, one that goes',
      (p) => {
        const { approval } = p.letters;
        if (!approval) throw new Error('no letter');
        approval.text = { ...approval.text, zh: '# 通知' };
        approval.number = '低保〔{year}〕{n}号';
        p.letters.warning = { title: '警示函', number: '{n}', text: { zh: '警示' } };
        delete p.letters.correction;
      },
      ['diff/letter-added', 'procedure', '新增文书“警示函”。', 'New letter "警示函".'],
      [
        'diff/letter-removed',
        'procedure',
        '不再使用文书“纠正通知书”。',
        'There is no longer a letter "Correction of a decision".',
      ],
      [
        'diff/letter-number',
        'text',
        '文书“确认通知书”的文号由“低保确认〔{year}〕{case}-{n}号”改为“低保〔{year}〕{n}号”。',
        'The number of the letter "Award" now reads "低保〔{year}〕{n}号" instead of "低保确认〔{year}〕{case}-{n}号".',
      ],
      [
        'diff/letter-text',
        'text',
        '文书“确认通知书”的文字有变化（zh）。',
        'The words of the letter "Award" changed (zh).',
      ],
    ],
    [
      'translations are counted',
      (p) => {
        Object.assign(p.locales.en ?? {}, { 受理岗: 'Intake', 证明材料: 'Evidence' });
      },
      ['diff/translation', 'text', 'en译文有2处变化。', '2 translations into en changed.'],
    ],
  ]);
});

describe('what every case allows, what opens by itself, what is registered', () => {
  check([
    [
      'operations that are forbidden or narrowed',
      (p) => {
        p.definition.operations = {
          ...p.definition.operations,
          withdraw: { forbid: true },
          transfer: { roles: ['officer'] },
          urge: { max: 3, every: { days: 5, unit: 'working-day' }, refused: '催办过于频繁' },
        };
      },
      [
        'diff/operation-forbidden',
        'stricter',
        '不再允许撤回申请。',
        'Nobody may withdraw the application any more.',
      ],
      [
        'diff/operation-roles',
        'authority',
        '可以转交他人办理的改为县级（县级确认岗），原为一切有权的人。',
        'Those who may hand a task over are now the county (County confirming officer) instead of all who may by law.',
      ],
      [
        'diff/operation-setting',
        'procedure',
        '催办的最多次数由无改为3。',
        'The highest number of times under which one may urge a case on is now 3 instead of nothing.',
      ],
      [
        'diff/operation-setting',
        'procedure',
        '催办的间隔由无改为5个工作日。',
        'The interval under which one may urge a case on is now 5 working days instead of nothing.',
      ],
      [
        'diff/operation-text',
        'text',
        '不能催办时的说明由“”改为“催办过于频繁”。',
        'Who may not urge a case on is now told "催办过于频繁" instead of "".',
      ],
    ],
    [
      'a schedule and a register that come',
      (p) => {
        p.definition.schedules = [yearly];
        p.definition.records = { facility };
      },
      [
        'diff/schedule-added',
        'procedure',
        '新增自动启动的办件“年度复核”。',
        'Cases now open by themselves: "年度复核".',
      ],
      ['diff/record-added', 'procedure', '新增台账“机构台账”。', 'New kind of record "机构台账".'],
    ],
  ]);
});
