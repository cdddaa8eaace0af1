/** Forms: what somebody must, may or no longer can fill in. */
import { pointerKey } from '../schema-walk.ts';
import type { FormDefinition } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import type { DifferenceSeverity, Words } from './difference.ts';
import { both, equal } from './equal.ts';
import { type Field, fieldsOf } from './fields.ts';
import { type Side, titleIn } from './pair.ts';
import { same, settingName, value } from './say.ts';
import type { DifferenceCode, Params } from './words.ts';

export function compareForms(changes: Changes): void {
  for (const [id, before, after] of both(changes.before.forms, changes.after.forms)) {
    if (equal(before, after)) continue;
    const users = changes.usersOf((json) => json.includes(`"form":${JSON.stringify(id)}`));
    const concerns = { ...changes.around(users), forms: [id] };
    const found: Found = {
      id,
      before: before?.title,
      after: after?.title,
      at: `/forms${pointerKey(id)}`,
      concerns,
    };
    if (before === undefined && after !== undefined) {
      changes.add('diff/form-added', { ...found, params: { after: changes.title(after.title) } });
    } else if (before !== undefined && after === undefined) {
      changes.add('diff/form-removed', { ...found, params: { before: changes.oldTitle(before.title) } });
    } else if (before !== undefined && after !== undefined) compareForm(changes, found, before, after);
  }
}

function compareForm(changes: Changes, found: Found, before: FormDefinition, after: FormDefinition): void {
  const form = changes.title(after.title);
  if (before.title !== after.title) {
    const params = { before: changes.oldTitle(before.title), after: form };
    changes.add('diff/form-title', { ...found, params });
  }
  if (!equal(before.layout, after.layout)) {
    const layouts = { before: before.layout, after: after.layout };
    changes.add('diff/form-layout', { ...found, ...layouts, at: `${found.at}/layout`, params: { form } });
  }
  compareFields(changes, found, form, before, after);
}

function compareFields(
  changes: Changes,
  found: Found,
  form: Words,
  before: FormDefinition,
  after: FormDefinition,
): void {
  const old = fieldsOf(before.schema);
  const now = fieldsOf(after.schema);
  const schema = `${found.at}/schema`;
  for (const [path, field] of now.fields) {
    const same = old.fields.get(path);
    if (same) compareField({ changes, found, form, schema, before: same, after: field });
    else if (isTold(old.fields, path)) {
      const code = field.required ? 'diff/field-added-required' : 'diff/field-added';
      changes.add(code, {
        ...found,
        id: `${found.id}${path}`,
        before: undefined,
        after: field.says,
        at: `${schema}${field.at}`,
        params: { form, field: fieldName(changes, 'after', field) },
      });
    }
  }
  for (const [path, field] of old.fields) {
    if (now.fields.has(path) || !isTold(now.fields, path)) continue;
    changes.add('diff/field-removed', {
      ...found,
      id: `${found.id}${path}`,
      before: field.says,
      after: undefined,
      at: `${schema}${field.at}`,
      params: { form, field: fieldName(changes, 'before', field) },
    });
  }
  compareConditions(changes, found, form, schema, old.conditions, now.conditions);
}

/** A group that came or went is told once, not with each field in it. */
function isTold(others: ReadonlyMap<string, Field>, path: string): boolean {
  const parent = path.replace(/\/[^/]*$/, '');
  return others.has(parent);
}

interface FieldPair {
  changes: Changes;
  found: Found;
  form: Words;
  /** Pointer to the schema of the form. */
  schema: string;
  before: Field;
  after: Field;
}

function tell(
  { changes, found, form, schema, after: { path, at }, after: field }: FieldPair,
  code: DifferenceCode,
  values: { before: unknown; after: unknown },
  params: Params,
  severity?: DifferenceSeverity | undefined,
): void {
  changes.add(path === '' && code === 'diff/field-setting' ? 'diff/form-setting' : code, {
    ...found,
    id: `${found.id}${path}`,
    ...values,
    at: `${schema}${at}`,
    params: { form, field: fieldName(changes, 'after', field), ...params },
    severity,
  });
}

function compareField(pair: FieldPair): void {
  const { changes, before, after } = pair;
  if (before.required !== after.required) {
    const values = { before: before.required, after: after.required };
    tell(pair, after.required ? 'diff/field-required' : 'diff/field-optional', values, {});
  }
  compareChoices(pair);
  for (const [key, old, now] of both(before.says, after.says)) {
    if (equal(old, now)) continue;
    const values = { before: old, after: now };
    if (key === 'type') {
      tell(pair, 'diff/field-type', values, { before: typeName(old), after: typeName(now) });
    } else if (textKeys.has(key)) {
      const text = (side: Side, field: Field, json: unknown) =>
        key === 'title' ? fieldName(changes, side, field) : titleIn(changes, side, String(json ?? ''));
      // The title of a schema file is nobody's question.
      if (after.path === '') continue;
      tell(pair, 'diff/field-text', values, {
        before: text('before', before, old),
        after: text('after', after, now),
      });
    } else if (key === 'x-privacy') {
      tell(pair, 'diff/field-privacy', values, { before: privacy(old), after: privacy(now) });
    } else if (bounds[key] !== undefined) {
      const params = { setting: settingName(key), before: value(old), after: value(now) };
      tell(pair, 'diff/field-bound', values, params, tightened(bounds[key], old, now));
    } else {
      const params = { setting: settingName(key), before: value(old), after: value(now) };
      tell(pair, 'diff/field-setting', values, params);
    }
  }
}

const textKeys = new Set(['title', 'description', 'examples', 'x-help']);

/** Which way a bound is stricter. */
const bounds: Record<string, 'up' | 'down'> = {
  minimum: 'up',
  exclusiveMinimum: 'up',
  minLength: 'up',
  minItems: 'up',
  maximum: 'down',
  exclusiveMaximum: 'down',
  maxLength: 'down',
  maxItems: 'down',
};

function tightened(way: 'up' | 'down', before: unknown, after: unknown): DifferenceSeverity {
  if (after === undefined) return 'easier';
  if (before === undefined) return 'stricter';
  return Number(after) > Number(before) === (way === 'up') ? 'stricter' : 'easier';
}

function compareChoices(pair: FieldPair): void {
  const { changes, before, after } = pair;
  if (before.choices === undefined || after.choices === undefined) {
    if (before.choices === after.choices) return;
    const values = { before: [...(before.choices?.keys() ?? [])], after: [...(after.choices?.keys() ?? [])] };
    const listed = (choices: Field['choices']): Words =>
      choices ? value([...choices.values()].join('、')) : { zh: '不限', en: 'anything' };
    tell(
      pair,
      'diff/field-setting',
      values,
      {
        setting: { zh: '选项', en: 'choices' },
        before: listed(before.choices),
        after: listed(after.choices),
      },
      after.choices ? 'stricter' : 'easier',
    );
    return;
  }
  for (const [choice, title] of after.choices) {
    const old = before.choices.get(choice);
    const values = { before: old === undefined ? undefined : choice, after: choice };
    if (old === undefined) tell(pair, 'diff/field-choice-added', values, { after: changes.title(title) });
    else if (old !== title) {
      const params = { before: changes.oldTitle(old), after: changes.title(title) };
      tell(pair, 'diff/field-choice-title', { before: old, after: title }, params);
    }
  }
  for (const [choice, title] of before.choices) {
    if (after.choices.has(choice)) continue;
    const values = { before: choice, after: undefined };
    tell(pair, 'diff/field-choice-removed', values, { before: changes.oldTitle(title) });
  }
}

type Conditions = ReturnType<typeof fieldsOf>['conditions'];

function compareConditions(
  changes: Changes,
  found: Found,
  form: Words,
  schema: string,
  before: Conditions,
  after: Conditions,
): void {
  for (const [key, { path, condition, at }] of after) {
    if (before.has(key)) continue;
    changes.add('diff/form-condition-added', {
      ...found,
      id: `${found.id}${path}`,
      before: undefined,
      after: condition,
      at: `${schema}${at}`,
      params: { form, after: value(condition) },
    });
  }
  for (const [key, { path, condition, at }] of before) {
    if (after.has(key)) continue;
    changes.add('diff/form-condition-removed', {
      ...found,
      id: `${found.id}${path}`,
      before: condition,
      after: undefined,
      at: `${schema}${at}`,
      params: { form, before: value(condition) },
    });
  }
}

/** A field with the groups around it: `申请人·姓名`. */
function fieldName(changes: Changes, side: Side, { titles, path }: Field): Words {
  if (titles.length === 0) return same(path);
  const words = titles.map((title) => titleIn(changes, side, title));
  return { zh: words.map(({ zh }) => zh).join('·'), en: words.map(({ en }) => en).join(' · ') };
}

const typeWords: Record<string, Words> = {
  string: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组项目', en: 'a group of fields' },
};

const typeName = (type: unknown): Words => typeWords[String(type)] ?? same(String(type ?? ''));

function privacy(marked: unknown): Words {
  if (marked === 'sealed') return { zh: '加密', en: 'sealed' };
  if (marked === 'masked') return { zh: '遮盖', en: 'masked' };
  return { zh: '公开', en: 'open to all who see the case' };
}
