/** What every case allows beside its steps, and what opens by itself. */
import { pointerKey } from '../schema-walk.ts';
import type { OperationRule, Schedule } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import type { Words } from './difference.ts';
import { both, equal } from './equal.ts';
import { type Side, titleIn } from './pair.ts';
import { list, period, settingName, value, who } from './say.ts';
import { isPlain, type Plain } from './targets.ts';

/** `不再允许…`, `Nobody may … any more`. */
const operationWords: Record<string, Words> = {
  withdraw: { zh: '撤回申请', en: 'withdraw the application' },
  return: { zh: '退回以前的环节', en: 'return a case to an earlier step' },
  transfer: { zh: '转交他人办理', en: 'hand a task over' },
  'add-signer': { zh: '加签', en: 'add a signer' },
  'remove-signer': { zh: '减签', en: 'remove a signer' },
  ask: { zh: '请申请人说明', en: 'ask the applicant' },
  reply: { zh: '答复询问', en: 'reply to a question' },
  urge: { zh: '催办', en: 'urge a case on' },
  copy: { zh: '抄送', en: 'send a copy' },
  extend: { zh: '延长时限', en: 'extend a time limit' },
  suspend: { zh: '中止办理', en: 'suspend a case' },
  resume: { zh: '恢复办理', en: 'resume a case' },
  'declare-relative': { zh: '申报亲属关系并回避', en: 'declare a relative' },
  'report-change': { zh: '报告情况变化', en: 'report a change' },
  complain: { zh: '投诉', en: 'complain' },
  reopen: { zh: '重新办理', en: 'reopen a case' },
};

export function compareOperations(changes: Changes): void {
  const rules = both(
    changes.before.definition.operations as Record<string, OperationRule> | undefined,
    changes.after.definition.operations as Record<string, OperationRule> | undefined,
  );
  for (const [id, old = {}, now = {}] of rules) {
    if (!equal(old, now)) compareOperation(changes, id, old as Plain, now as Plain);
  }
}

function compareOperation(changes: Changes, id: string, before: Plain, after: Plain): void {
  const operation = operationWords[id] ?? { zh: id, en: id };
  const at = `/definition/operations${pointerKey(id)}`;
  for (const [key, old, now] of both(before, after)) {
    if (equal(old, now)) continue;
    const found: Found = {
      id,
      before: old,
      after: now,
      at: now === undefined ? at : `${at}/${key}`,
      concerns: { all: true },
    };
    if (key === 'forbid') {
      const code = now === true ? 'diff/operation-forbidden' : 'diff/operation-allowed';
      changes.add(code, { ...found, params: { operation } });
    } else if (key === 'roles') {
      const params = {
        operation,
        before: roleNames(changes, 'before', old),
        after: roleNames(changes, 'after', now),
      };
      changes.add('diff/operation-roles', { ...found, params });
    } else if (key === 'refused') {
      const texts = {
        before: titleIn(changes, 'before', String(old ?? '')),
        after: titleIn(changes, 'after', String(now ?? '')),
      };
      changes.add('diff/operation-text', { ...found, params: { operation, ...texts } });
    } else {
      const params = { operation, setting: settingName(key), before: spoken(old), after: spoken(now) };
      changes.add('diff/operation-setting', { ...found, params });
    }
  }
}

const spoken = (json: unknown): Words =>
  isPlain(json) && 'days' in json && 'unit' in json ? period(json as never) : value(json);

function roleNames(changes: Changes, side: Side, roles: unknown): Words {
  if (!Array.isArray(roles)) return { zh: '一切有权的人', en: 'all who may by law' };
  return list(roles.map((role) => who(changes[side], String(role))));
}

export function compareSchedules(changes: Changes): void {
  const named = (schedules: readonly Schedule[] = []) =>
    Object.fromEntries(schedules.map((one) => [one.id, one]));
  const after = changes.after.definition.schedules ?? [];
  const places = after.map(({ id }) => id);
  for (const [id, old, now] of both(named(changes.before.definition.schedules), named(after))) {
    if (equal(old, now)) continue;
    const at = now === undefined ? '/definition/schedules' : `/definition/schedules/${places.indexOf(id)}`;
    // Cases that run were opened before; what opens later runs on the later version anyway.
    const found: Found = { id, before: old, after: now, at };
    if (old === undefined && now !== undefined) {
      changes.add('diff/schedule-added', { ...found, params: { after: changes.title(now.title) } });
    } else if (old !== undefined && now === undefined) {
      changes.add('diff/schedule-removed', { ...found, params: { before: changes.oldTitle(old.title) } });
    } else if (old !== undefined && now !== undefined) compareSchedule(changes, found, old, now);
  }
}

function compareSchedule(changes: Changes, found: Found, old: Schedule, now: Schedule): void {
  for (const [key, before, after] of both(old as unknown as Plain, now as unknown as Plain)) {
    if (equal(before, after)) continue;
    const part: Found = {
      ...found,
      before,
      after,
      at: after === undefined ? found.at : `${found.at}/${key}`,
    };
    if (key === 'title') {
      const params = { before: changes.oldTitle(old.title), after: changes.title(now.title) };
      changes.add('diff/schedule-title', { ...part, params });
      continue;
    }
    changes.add('diff/schedule-setting', {
      ...part,
      params: {
        schedule: changes.title(now.title),
        setting: settingName(key),
        before: spoken(before),
        after: spoken(after),
      },
    });
  }
}
