/** Edits of the subsistence allowance as a county makes them, each on a copy of the parsed programme. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ClockDefinition,
  type ExpandedStep,
  type Files,
  type Level,
  type Programme,
  parse,
  type Rule,
  type RuleRow,
} from '@aidflow/definition';
import { programmeFolders } from '@aidflow/programmes';

const folder = fileURLToPath(programmeFolders.dibao as URL);

const written: Files = Object.fromEntries(
  globSync('**/*.{yaml,json,md}', { cwd: folder })
    .filter((path) => !path.startsWith('scenarios'))
    .map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
);

function read(texts: Files): Programme {
  const parsed = parse(texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.programme;
}

const { parameters } = read(written).definition;

/** The texts of the programme, with numbers for its lengths of time: an edit makes them shorter or longer. */
export const files: Files = {
  ...written,
  'programme.yaml': (written['programme.yaml'] ?? '').replace(
    /days: parameters\.(\w+)/g,
    (_, id: string) => `days: ${parameters?.[id]?.values.at(-1)?.value}`,
  ),
};

export const dibao: Programme = read(files);

/** A copy with something changed. */
export function edited(change: (programme: Programme) => void): Programme {
  const copy = structuredClone(dibao);
  change(copy);
  return copy;
}

type StepOf<K extends ExpandedStep['kind']> = Extract<ExpandedStep, { kind: K }>;

/** A step of a copy, in branches, too. */
export function step<K extends ExpandedStep['kind']>(programme: Programme, id: string, kind: K): StepOf<K> {
  const found = allSteps(programme.definition.steps).find((one) => one.id === id);
  if (found?.kind !== kind) throw new Error(`no ${kind} "${id}"`);
  return found as StepOf<K>;
}

export function allSteps(steps: readonly ExpandedStep[]): ExpandedStep[] {
  return steps.flatMap((one) => [
    one,
    ...(one.kind === 'parallel'
      ? Object.values(one.branches).flatMap(({ steps: inner }) => allSteps(inner))
      : []),
  ]);
}

export const task = (programme: Programme, id: string) => step(programme, id, 'task');

export function outcome(programme: Programme, id: string, name: string) {
  const found = task(programme, id).outcomes[name];
  if (!found) throw new Error(`no outcome "${id}.${name}"`);
  return found;
}

export function clock(programme: Programme, id: string): ClockDefinition {
  const found = programme.definition.clocks?.[id];
  if (!found) throw new Error(`no clock "${id}"`);
  return found;
}

export function rule(programme: Programme, id: string): Rule {
  const found = programme.rules[id];
  if (!found) throw new Error(`no rule "${id}"`);
  return found;
}

export function row(programme: Programme, id: string, name: string): RuleRow {
  const found = rule(programme, id).rows.find((one) => one.id === name);
  if (!found) throw new Error(`no row "${id}/${name}"`);
  return found;
}

type Schema = { [key: string]: unknown } & {
  required: string[];
  properties: Record<string, Schema>;
  oneOf: { const: string; title: string }[];
  items: Schema;
};

/** The schema of a form, for edits. */
export const schema = (programme: Programme, form: string): Schema =>
  programme.forms[form]?.schema as unknown as Schema;

/** A step added at the end of the procedure. */
export function add(programme: Programme, one: ExpandedStep): void {
  programme.definition.steps.push(one);
}

export function remove(programme: Programme, ...ids: string[]): void {
  programme.definition.steps = programme.definition.steps.filter(({ id }) => !ids.includes(id));
}

/** Declares a role. */
export function role(programme: Programme, id: string, title: string, level: Level): void {
  programme.definition.roles = { ...programme.definition.roles, [id]: { title, level } };
}
