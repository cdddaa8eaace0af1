import type { FieldNode } from '../model/field-node.ts';
import type { FieldError, FormNode } from '../model/form-node.ts';
import type { GroupNode } from '../model/group-node.ts';
import { typeOf } from '../model/schema.ts';
import type { SchemaError } from '../types.ts';
import { yuanFromFen } from '../values/money.ts';
import { isMoney } from '../widgets/money-schema.ts';
import type { TextKey } from './texts.ts';

// Nodes themselves know these messages, so their classes cannot be asked for here.
const isField = (node: FormNode): node is FieldNode => 'widget' in node;
const isGroup = (node: FormNode): node is GroupNode => 'unions' in node;

const needs: Record<string, TextKey> = {
  enter: 'needEnter',
  choose: 'needChoose',
  tick: 'needTick',
  upload: 'needUpload',
};

const wrongByType: Record<string, TextKey> = { number: 'wrongNumber', integer: 'wrongInteger' };

const wrongByFormat: Record<string, TextKey> = {
  date: 'wrongDate',
  'resident-id': 'wrongResident',
  'bank-card': 'wrongCard',
  'credit-code': 'wrongCredit',
  'mobile-cn': 'wrongMobile',
  'division-code': 'wrongDivision',
  email: 'wrongEmail',
};

const limits: Record<string, TextKey> = {
  minimum: 'least',
  maximum: 'greatest',
  exclusiveMinimum: 'above',
  exclusiveMaximum: 'below',
  multipleOf: 'multiple',
  minLength: 'shortest',
  maxLength: 'longest',
  minItems: 'fewest',
  maxItems: 'mostItems',
};

const moneyLimits: Record<string, TextKey> = { minimum: 'leastMoney', maximum: 'greatestMoney' };

const missing = new Set(['required', 'dependentRequired', 'false schema']);
const choice = new Set(['enum', 'oneOf', 'anyOf', 'const']);

/** What a violated keyword means for the person at the field: words that say what to do. */
export function messageOf(error: FieldError, node: FormNode): string {
  if ('text' in error) return error.text;
  const say = (key: TextKey, params?: Record<string, string | number>) => node.model.context.t(key, params);
  const field = { field: node.label };
  const widget = isField(node) ? node.widget : undefined;
  if (isGroup(node) && (error.keyword === 'anyOf' || error.keyword === 'oneOf')) {
    const fields = alternativesOf(node);
    return fields === '' ? say('needChoose', field) : say('needOneOf', { fields });
  }
  if (missing.has(error.keyword) || isBlank(node))
    return (isField(node) && node.widget.missing?.(node)) || say(needOf(node), field);
  if (choice.has(error.keyword)) return say(widget?.act === 'tick' ? 'needTick' : 'wrongChoice', field);
  const limit = limitOf(error);
  const key = limits[error.keyword];
  if (key !== undefined && limit !== undefined) {
    const money = isMoney(node.schema) ? moneyLimits[error.keyword] : undefined;
    if (money !== undefined) return say(money, { limit: yuanFromFen(limit) });
    return error.keyword === 'minItems' && limit === 1 ? say('needList', field) : say(key, { limit });
  }
  if (error.keyword === 'uniqueItems') return say('unique');
  if (error.keyword === 'additionalProperties') {
    return say('unknownField', { field: String(error.params.additionalProperty) });
  }
  const nearly = error.keyword === 'format' ? mistyped(String(error.params.format), node.value) : undefined;
  if (nearly !== undefined) return say(...nearly);
  const format = error.keyword === 'format' ? wrongByFormat[String(error.params.format)] : undefined;
  const words = format ?? widget?.wrong ?? wrongByType[typeOf(node.schema)];
  return say(words ?? (error.keyword === 'pattern' ? 'wrongFormat' : 'wrongValue'), field);
}

/** How many characters numbers have that are all of one length. */
const lengths: Record<string, number> = { 'resident-id': 18, 'mobile-cn': 11 };

/** Of a long number or a date that is nearly right, what it is that a person has to look for. */
function mistyped(format: string, value: unknown): [TextKey, Record<string, string | number>?] | undefined {
  const text = String(value);
  if (format === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return ['noSuchDay', { day: text }];
  const limit = lengths[format];
  if (!/^\d+X?$/i.test(text)) return undefined;
  if (limit !== undefined && text.length !== limit) return ['wrongLength', { limit, count: text.length }];
  return format === 'resident-id' || (format === 'bank-card' && /^.{16,19}$/.test(text))
    ? ['wrongDigit']
    : undefined;
}

/** What at least one of is needed, where a schema says so by `required` alone. */
function alternativesOf(group: GroupNode): string {
  const { schema, model } = group;
  const named = (schema.anyOf ?? schema.oneOf ?? []).flatMap((part) =>
    typeof part === 'object' && part.properties === undefined ? (part.required ?? []) : [],
  );
  const labels = named.flatMap((name) => group.properties.get(name)?.label ?? []);
  return labels.join(model.context.lang === 'zh' ? '、' : ', ');
}

const isBlank = (node: FormNode): boolean =>
  node.value === undefined || node.value === null || node.value === '';

function needOf(node: FormNode): TextKey {
  if (!isField(node)) return 'needList';
  return needs[node.widget.act ?? 'enter'] ?? 'needEnter';
}

function limitOf({ params }: SchemaError): number | undefined {
  const limit = params.limit ?? params.multipleOf;
  return typeof limit === 'number' ? limit : undefined;
}
