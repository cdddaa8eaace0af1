/** What a step brings about: letters, awards, notices, entries, records. */
import type { NoticeItem } from '../types.ts';
import type { Changes } from './changes.ts';
import type { Words } from './difference.ts';
import { equal } from './equal.ts';
import { type Pair, type Side, titleIn } from './pair.ts';
import { condition, list, quoted, same, settingName, value } from './say.ts';

import { isPlain, type Plain } from './targets.ts';

/** What tells one effect of a step from another. */
const kinds = ['letter', 'award', 'end-award', 'publish', 'register', 'file', 'record', 'send'] as const;
type Kind = (typeof kinds)[number];

interface Listed {
  effect: Plain;
  kind: Kind;
  /** `letter:approval`, and for a second one of the same `letter:approval:2`. */
  key: string;
  index: number;
}

export function compareEffects(pair: Pair): void {
  const { changes, id, at, title } = pair;
  const before = listed(pair.before.effects);
  const after = listed(pair.after.effects);
  for (const [key, one] of after) {
    const place = `${at}/effects/${one.index}`;
    const old = before.get(key);
    if (old) compareEffect(pair, old, one, place);
    else {
      const params = { step: title, after: effectName(changes, 'after', one) };
      changes.addInStep('diff/effect-added', id, {
        id,
        after: one.effect,
        at: place,
        params,
        severity: worth(one),
      });
    }
  }
  for (const [key, one] of before) {
    if (after.has(key)) continue;
    const params = { step: title, before: effectName(changes, 'before', one) };
    changes.addInStep('diff/effect-removed', id, {
      id,
      before: one.effect,
      at,
      params,
      severity: worth(one),
    });
  }
  const kept = (keys: Iterable<string>, other: Map<string, Listed>) =>
    [...keys].filter((key) => other.has(key));
  const [was, is] = [kept(before.keys(), after), kept(after.keys(), before)];
  if (equal(was, is)) return;
  const order = is.flatMap((key) => after.get(key) ?? []).map((one) => effectName(changes, 'after', one));
  changes.addInStep('diff/effect-order', id, {
    id,
    before: was,
    after: is,
    at: `${at}/effects`,
    params: { step: title, after: list(order) },
  });
}

/** An award that comes or goes is money; anything else is another way of doing things. */
const worth = ({ kind }: Listed): 'money' | undefined =>
  kind === 'award' || kind === 'end-award' ? 'money' : undefined;

function listed(effects: unknown): Map<string, Listed> {
  const found = new Map<string, Listed>();
  if (!Array.isArray(effects)) return found;
  for (const [index, effect] of (effects as Plain[]).entries()) {
    const kind = kinds.find((one) => one in effect) ?? 'letter';
    const terms = effect[kind];
    const name = isPlain(terms) ? (terms.type ?? terms.event ?? '') : kind === 'end-award' ? '' : terms;
    let key = `${kind}:${String(name)}`;
    for (let n = 2; found.has(key); n++) key = `${kind}:${String(name)}:${n}`;
    found.set(key, { effect, kind, key, index });
  }
  return found;
}

function compareEffect(pair: Pair, old: Listed, now: Listed, at: string): void {
  const { changes, id, title } = pair;
  const what = effectName(changes, 'after', now);
  if (old.effect.when !== now.effect.when) {
    changes.addInStep('diff/effect-when', id, {
      id,
      before: old.effect.when,
      after: now.effect.when,
      at: now.effect.when === undefined ? at : `${at}/when`,
      severity: worth(now),
      params: { step: title, what, before: condition(old.effect.when), after: condition(now.effect.when) },
    });
  }
  // What an effect says beside its name stands in its terms, or beside them for a register.
  const [before, after] = [termsOf(old), termsOf(now)];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (equal(before[key], after[key])) continue;
    if (now.kind === 'publish' && key === 'for' && isWaitedFor(changes, id, before.for, after.for)) continue;
    const items = now.kind === 'publish' && key === 'items';
    const code = now.kind === 'award' ? 'diff/award' : items ? 'diff/notice-items' : 'diff/effect-setting';
    const say = (json: unknown, side: Side): Words =>
      items ? itemNames(changes, side, json as NoticeItem[]) : value(json);
    changes.addInStep(code, id, {
      id,
      before: before[key],
      after: after[key],
      at: isPlain(now.effect[now.kind]) ? `${at}/${now.kind}/${key}` : `${at}/${key}`,
      params: {
        step: title,
        what,
        setting: settingName(key),
        before: say(before[key], 'before'),
        after: say(after[key], 'after'),
      },
    });
  }
}

/** The period of a notice is told where the case waits for it. */
function isWaitedFor(changes: Changes, step: string, before: unknown, after: unknown): boolean {
  const { id = '', kind } = changes.shorthandOf(step) ?? {};
  const [old, now] = [changes.steps.before.get(id)?.step, changes.steps.after.get(id)?.step];
  if (kind !== 'notice' || old?.kind !== 'wait' || now?.kind !== 'wait') return false;
  return equal(old.for, before) && equal(now.for, after);
}

function termsOf({ effect, kind }: Listed): Plain {
  const terms = effect[kind];
  if (isPlain(terms)) return terms;
  const { when: _, ...rest } = effect;
  return rest;
}

/** Labels of a notice, each with what it shows. */
const itemNames = (changes: Changes, side: Side, items: readonly NoticeItem[]): Words =>
  list(
    items.map(({ label, value: feel }) => {
      const { zh, en } = titleIn(changes, side, label);
      return { zh: `${zh}（${feel}）`, en: `${en} (${feel})` };
    }),
  );

function effectName(changes: Changes, side: Side, { effect, kind }: Listed): Words {
  const said = (text: string) => quoted(titleIn(changes, side, text));
  const terms = isPlain(effect[kind]) ? effect[kind] : {};
  const named = (zh: string, en: string, name: Words): Words => ({
    zh: `${zh}${name.zh}`,
    en: `${en} ${name.en}`,
  });
  switch (kind) {
    case 'letter': {
      const letter = String(effect.letter);
      return named('出具', 'issue', said(changes[side].letters[letter]?.title ?? letter));
    }
    case 'award':
      return { zh: '确定待遇', en: 'give an award' };
    case 'end-award':
      return { zh: '收回待遇', en: 'take the award back' };
    case 'publish':
      return { zh: '发布公示', en: 'publish a notice' };
    case 'register':
      return named('登记到', 'add entries to', quoted(same(String(effect.register))));
    case 'file':
      return named('备案', 'file', said(String(terms.title)));
    case 'record':
      return named('写入台账', 'change the record', recordName(changes, side, String(terms.type)));
    case 'send':
      return named('通知其他办件', 'send to other cases', quoted(same(String(terms.event))));
  }
}

function recordName(changes: Changes, side: Side, type: string): Words {
  const title = changes[side].definition.records?.[type]?.title ?? type;
  return quoted(titleIn(changes, side, title));
}
