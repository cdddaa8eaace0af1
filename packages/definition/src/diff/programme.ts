/** The programme itself, and what it declares beside its procedure: bases, roles, systems, letters, translations. */
import { pointerKey } from '../schema-walk.ts';
import type { Changes } from './changes.ts';
import { both, canonical, equal } from './equal.ts';
import { targetName, titleIn } from './pair.ts';
import { levelName, list, same, settingName, value } from './say.ts';
import type { Plain } from './targets.ts';

/** Compared elsewhere; a version names what is compared and is no difference itself. */
const elsewhere = new Set([
  ...['aidflow', 'version', 'title', 'basis', 'roles', 'parameters', 'forms', 'connectors', 'letters'],
  ...['clocks', 'records', 'operations', 'schedules', 'start', 'steps'],
]);

export function compareProgramme(changes: Changes): void {
  const before = changes.before.definition;
  const after = changes.after.definition;
  if (before.title !== after.title) {
    changes.add('diff/programme-title', {
      id: after.programme,
      before: before.title,
      after: after.title,
      at: '/definition/title',
      params: { before: changes.oldTitle(before.title), after: changes.title(after.title) },
    });
  }
  if (before.start !== after.start) {
    changes.add('diff/start', {
      id: after.programme,
      before: before.start,
      after: after.start,
      at: '/definition/start',
      params: {
        before: targetName(changes, 'before', before.start),
        after: targetName(changes, 'after', after.start),
      },
    });
  }
  const settings = both(before as unknown as Plain, after as unknown as Plain);
  for (const [key, old, now] of settings) {
    if (elsewhere.has(key) || equal(old, now)) continue;
    changes.add('diff/programme-setting', {
      id: after.programme,
      before: old,
      after: now,
      at: `/definition${pointerKey(key)}`,
      params: { setting: settingName(key), before: value(old), after: value(now) },
    });
  }
}

export function compareBases(changes: Changes): void {
  const named = (side: 'before' | 'after') =>
    Object.fromEntries((changes[side].definition.basis ?? []).map((basis) => [basis.id, basis]));
  const order = (changes.after.definition.basis ?? []).map(({ id }) => id);
  for (const [id, before, after] of both(named('before'), named('after'))) {
    if (equal(before, after)) continue;
    const code =
      before === undefined
        ? 'diff/basis-added'
        : after === undefined
          ? 'diff/basis-removed'
          : 'diff/basis-changed';
    const cited = (side: 'before' | 'after', basis: typeof before) =>
      titleIn(changes, side, basis === undefined ? '' : `${basis.cite}`);
    changes.add(code, {
      id,
      before,
      after,
      at: after === undefined ? '/definition/basis' : `/definition/basis/${order.indexOf(id)}`,
      params: { before: cited('before', before), after: cited('after', after) },
    });
  }
}

export function compareRoles(changes: Changes): void {
  const roles = both(changes.before.definition.roles, changes.after.definition.roles);
  for (const [id, before, after] of roles) {
    if (equal(before, after)) continue;
    const users = changes.usersOf((json) => json.includes(JSON.stringify(id)));
    const found = { id, before, after, concerns: changes.around(users) };
    const at = `/definition/roles${pointerKey(id)}`;
    if (before === undefined && after !== undefined) {
      const params = { after: changes.title(after.title), level: levelName(after.level) };
      changes.add('diff/role-added', { ...found, at, params });
    } else if (before !== undefined && after === undefined) {
      const params = { before: changes.oldTitle(before.title), level: levelName(before.level) };
      changes.add('diff/role-removed', { ...found, at, params });
    } else if (before !== undefined && after !== undefined) {
      if (before.level !== after.level) {
        const levels = { before: levelName(before.level), after: levelName(after.level) };
        const params = { role: changes.title(after.title), ...levels };
        changes.add('diff/role-level', { ...found, at: `${at}/level`, params });
      }
      if (before.title !== after.title) {
        const params = { before: changes.oldTitle(before.title), after: changes.title(after.title) };
        changes.add('diff/role-title', { ...found, at: `${at}/title`, params });
      }
    }
  }
}

export function compareConnectors(changes: Changes): void {
  const connectors = both(changes.before.definition.connectors, changes.after.definition.connectors);
  for (const [id, before, after] of connectors) {
    if (equal(before, after)) continue;
    const users = changes.usersOf((json) => json.includes(`"connector":${JSON.stringify(id)}`));
    const found = { id, before, after, concerns: changes.around(users) };
    const at = `/definition/connectors${pointerKey(id)}`;
    if (before === undefined && after !== undefined) {
      changes.add('diff/connector-added', { ...found, at, params: { after: changes.title(after.title) } });
    } else if (before !== undefined && after === undefined) {
      const params = { before: changes.oldTitle(before.title) };
      changes.add('diff/connector-removed', { ...found, at, params });
    } else if (before !== undefined && after !== undefined) {
      for (const [key, old, now] of both(before as unknown as Plain, after as unknown as Plain)) {
        if (equal(old, now)) continue;
        changes.add('diff/connector-setting', {
          ...found,
          before: old,
          after: now,
          at: `${at}/${key}`,
          severity: key === 'title' ? 'text' : undefined,
          params: {
            connector: changes.title(after.title),
            setting: settingName(key),
            before: value(old),
            after: value(now),
          },
        });
      }
    }
  }
}

export function compareLetters(changes: Changes): void {
  for (const [id, before, after] of both(changes.before.letters, changes.after.letters)) {
    if (equal(before, after)) continue;
    const users = changes.usersOf((json) => json.includes(`{"letter":${JSON.stringify(id)}`));
    const concerns = changes.around(users);
    const at = `/letters${pointerKey(id)}`;
    const found = { id, before: before?.title, after: after?.title, at, concerns };
    if (before === undefined && after !== undefined) {
      changes.add('diff/letter-added', { ...found, params: { after: changes.title(after.title) } });
    } else if (before !== undefined && after === undefined) {
      changes.add('diff/letter-removed', { ...found, params: { before: changes.oldTitle(before.title) } });
    } else if (before !== undefined && after !== undefined) {
      const letter = changes.title(after.title);
      if (before.number !== after.number) {
        const numbers = { before: before.number, after: after.number };
        changes.add('diff/letter-number', { ...found, ...numbers, params: { letter, ...numbers } });
      }
      const texts = both(before.text, after.text).filter(([, old, now]) => old !== now);
      if (texts.length > 0 || before.title !== after.title) {
        const languages = list([
          ...(before.title === after.title ? [] : [settingName('title')]),
          ...texts.map(([language]) => same(language)),
        ]);
        changes.add('diff/letter-text', {
          ...found,
          before: { title: before.title, text: before.text },
          after: { title: after.title, text: after.text },
          at: `${at}/text`,
          params: { letter, languages },
        });
      }
    }
  }
}

/** Translations are counted by language: a sentence for each would be the table itself. */
export function compareTranslations(changes: Changes): void {
  for (const [language, before, after] of both(changes.before.locales, changes.after.locales)) {
    const differing = both(before, after).filter(([, old, now]) => canonical(old) !== canonical(now));
    if (differing.length === 0) continue;
    changes.add('diff/translation', {
      id: language,
      before: Object.fromEntries(differing.map(([text, old]) => [text, old ?? null])),
      after: Object.fromEntries(differing.map(([text, , now]) => [text, now ?? null])),
      at: `/locales${pointerKey(language)}`,
      params: { language, count: differing.length },
    });
  }
}
