/** Decision tables: what is written differently, and on which inputs the answer differs. */
import { pointerKey } from '../schema-walk.ts';
import type { Rule, RuleInput, RuleLet } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import { both, equal } from './equal.ts';
import { tellExamples } from './example-words.ts';
import { differingAnswers } from './examples.ts';
import { compareRows } from './rows.ts';
import { settingName, value } from './say.ts';
import type { Plain } from './targets.ts';

export function compareRules(changes: Changes): void {
  for (const [id, before, after] of both(changes.before.rules, changes.after.rules)) {
    const users = changes.usersOf((json) => json.includes(`"rule":${JSON.stringify(id)}`));
    const at = `/rules${pointerKey(id)}`;
    const found: Found = {
      id,
      before: before?.title,
      after: after?.title,
      at,
      concerns: changes.around(users),
    };
    if (before === undefined && after !== undefined) {
      changes.add('diff/rule-added', { ...found, params: { after: changes.title(after.title) } });
    } else if (before !== undefined && after === undefined) {
      changes.add('diff/rule-removed', { ...found, params: { before: changes.oldTitle(before.title) } });
    } else if (before !== undefined && after !== undefined) {
      if (!equal(before, after)) compareRule(changes, found, before, after);
      // Parameters may change what an unchanged table answers.
      const rules = { before, after };
      const answers = differingAnswers(changes, rules);
      if (answers) tellExamples(changes, found, rules, answers);
    }
  }
}

/** Parts of a rule that are compared one by one. */
const parts = new Set(['title', 'let', 'inputs', 'rows']);

function compareRule(changes: Changes, found: Found, before: Rule, after: Rule): void {
  const rule = changes.title(after.title);
  if (before.title !== after.title) {
    const params = { before: changes.oldTitle(before.title), after: rule };
    changes.add('diff/rule-title', { ...found, at: `${found.at}/title`, params });
  }
  for (const [key, old, now] of both(before as unknown as Plain, after as unknown as Plain)) {
    if (parts.has(key) || equal(old, now)) continue;
    changes.add('diff/rule-setting', {
      ...found,
      before: old,
      after: now,
      at: now === undefined ? found.at : `${found.at}/${key}`,
      params: { rule, setting: settingName(key), before: value(old), after: value(now) },
    });
  }
  compareValues(changes, found, before.let ?? [], after.let ?? []);
  compareInputs(changes, found, before, after);
  compareRows(changes, found, before, after);
}

function compareValues(
  changes: Changes,
  found: Found,
  before: readonly RuleLet[],
  after: readonly RuleLet[],
): void {
  const rule = changes.title(String(found.after));
  const places = after.map(({ id }) => id);
  for (const [id, old, now] of both(byId(before), byId(after))) {
    if (equal(old, now)) continue;
    const part: Found = {
      ...found,
      before: old?.value,
      after: now?.value,
      at: now === undefined ? found.at : `${found.at}/let/${places.indexOf(id)}`,
    };
    const params = { rule, value: id, before: old?.value ?? '', after: now?.value ?? '' };
    const code =
      old === undefined
        ? 'diff/rule-value-added'
        : now === undefined
          ? 'diff/rule-value-removed'
          : 'diff/rule-value';
    changes.add(code, { ...part, params });
  }
  tellOrder(changes, found, 'let', ids(before), ids(after));
}

function compareInputs(changes: Changes, found: Found, before: Rule, after: Rule): void {
  const rule = changes.title(after.title);
  const places = ids(after.inputs);
  for (const [id, old, now] of both(byId<RuleInput>(before.inputs), byId<RuleInput>(after.inputs))) {
    const at = now === undefined ? found.at : `${found.at}/inputs/${places.indexOf(id)}`;
    const part: Found = { ...found, before: old?.value, after: now?.value, at };
    if (old === undefined && now !== undefined) {
      changes.add('diff/rule-input-added', { ...part, params: { rule, after: changes.title(now.title) } });
    } else if (old !== undefined && now === undefined) {
      changes.add('diff/rule-input-removed', {
        ...part,
        params: { rule, before: changes.oldTitle(old.title) },
      });
    } else if (old !== undefined && now !== undefined) {
      if (old.value !== now.value) {
        const params = { rule, input: changes.title(now.title), before: old.value, after: now.value };
        changes.add('diff/rule-input', { ...part, params });
      }
      if (old.title !== now.title) {
        const titles = { before: changes.oldTitle(old.title), after: changes.title(now.title) };
        changes.add('diff/rule-title', { ...part, before: old.title, after: now.title, params: titles });
      }
    }
  }
  tellOrder(changes, found, 'inputs', ids(before.inputs), ids(after.inputs));
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

const byId = <T extends { id: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((one) => [one.id, one]));

/** Values see those above them, so their order may matter. */
function tellOrder(
  changes: Changes,
  found: Found,
  key: 'let' | 'inputs',
  before: readonly string[],
  after: readonly string[],
): void {
  const [was, is] = [before.filter((id) => after.includes(id)), after.filter((id) => before.includes(id))];
  if (equal(was, is)) return;
  const what = key === 'let' ? { zh: '中间值', en: 'values' } : { zh: '判断项', en: 'inputs' };
  const params = { rule: changes.title(String(found.after)), what };
  changes.add('diff/rule-order', { ...found, before: was, after: is, at: `${found.at}/${key}`, params });
}
