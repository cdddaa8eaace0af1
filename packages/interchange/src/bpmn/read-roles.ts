/** Who may act in the tasks of a process: resources, lanes, or a role for everybody. */
import { type Level, levels, type Role } from '@aidflow/definition';
import { listOf, type ModdleElement, partOf } from '../moddle.ts';
import { idFrom, Unique } from '../names.ts';
import type { ImportWords } from '../words.ts';
import { ownFact, type Tell } from './net.ts';

/** Words for those who apply, who are no role of an office. */
const APPLICANT = /申请人|申请户|居民|群众|applicant|citizen|customer|resident/i;

const LEVELS: [Level, RegExp][] = [
  ['village', /村|社区|居委|village|community/i],
  ['township', /乡|镇|街道|township|town\b/i],
  ['county', /县|区|county|district/i],
  ['city', /市|city|municipal/i],
  ['province', /省|province/i],
];

export class Roles {
  /** The roles that tasks were given, by their ids. */
  readonly used: Record<string, Role> = {};
  readonly #ids = new Unique('-', ['applicant', 'anyone', 'case', 'system']);
  readonly #known = new Map<ModdleElement, string>();
  readonly #lanes: ReadonlyMap<ModdleElement, ModdleElement>;
  readonly #words: ImportWords;
  readonly #tell: Tell;
  #general: string | undefined;

  constructor(process: ModdleElement, words: ImportWords, tell: Tell) {
    this.#lanes = lanesOf(process);
    this.#words = words;
    this.#tell = tell;
  }

  /** The role of a task, and its level where that is not the role's. */
  of(task: ModdleElement): { role: string; level?: Level } {
    const lane = this.#laneOf(task);
    const level = levelNamed(ownFact(task, 'level'));
    const resource = listOf(task, 'resources').flatMap((one) => partOf(one, 'resourceRef') ?? [])[0];
    const own = ownFact(task, 'role');
    if (own === 'applicant' || own === 'anyone') return { role: own };
    const role = resource ? this.#named(resource) : this.#ofLane(lane);
    const moved = level !== undefined && this.used[role] !== undefined && this.used[role].level !== level;
    return moved ? { role, level } : { role };
  }

  /** What is inside a subprocess lies in its lane. */
  #laneOf(task: ModdleElement): ModdleElement | undefined {
    for (let around: ModdleElement | undefined = task; around; around = around.$parent) {
      const lane = this.#lanes.get(around);
      if (lane) return lane;
    }
    return undefined;
  }

  #ofLane(lane: ModdleElement | undefined): string {
    if (lane === undefined) return this.#everybody();
    if (APPLICANT.test(String(lane.name ?? ''))) return 'applicant';
    return this.#named(lane);
  }

  /** The role that a resource or a lane stands for. */
  #named(element: ModdleElement): string {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const title = String(element.name ?? '').trim() || String(element.id ?? '');
    const level = levelNamed(ownFact(element, 'level')) ?? LEVELS.find(([, words]) => words.test(title))?.[0];
    if (level === undefined) this.#tell('level', element);
    const wanted = ownFact(element, 'role') ?? idFrom(title) ?? idFrom(String(element.id ?? '')) ?? 'role';
    const id = this.#ids.take(wanted);
    this.#known.set(element, id);
    this.used[id] = { title: title.slice(0, 200), level: level ?? 'township' };
    return id;
  }

  #everybody(): string {
    this.#general ??= this.#ids.take('officer');
    this.used[this.#general] ??= { title: this.#words.officer, level: 'township' };
    return this.#general;
  }
}

const levelNamed = (name: string | undefined): Level | undefined => levels.find((level) => level === name);

/** The innermost lane of each node. */
function lanesOf(process: ModdleElement): Map<ModdleElement, ModdleElement> {
  const lanes = new Map<ModdleElement, ModdleElement>();
  const open = listOf(process, 'laneSets').flatMap((set) => listOf(set, 'lanes'));
  for (const lane of open) {
    for (const node of listOf(lane, 'flowNodeRef')) lanes.set(node, lane);
    const inner = partOf(lane, 'childLaneSet');
    if (inner) open.push(...listOf(inner, 'lanes'));
  }
  return lanes;
}
