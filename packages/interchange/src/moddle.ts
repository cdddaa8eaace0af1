/** What is used of the models of BPMN and DMN, and how a file of either is read. */
import { ProblemError, problem } from '@aidflow/definition';

/** An element of a model: its type, its own properties, and attributes of other namespaces. */
export interface ModdleElement {
  $type: string;
  $attrs: Record<string, string>;
  $parent?: ModdleElement;
  $instanceOf?(type: string): boolean;
  id?: string;
  name?: string;
  [property: string]: unknown;
}

export interface Moddle {
  create(type: string, properties?: Record<string, unknown>): ModdleElement;
  fromXML(xml: string, type?: string): Promise<Reading>;
  toXML(element: ModdleElement, options: { format: boolean }): Promise<{ xml: string }>;
}

export interface Reading {
  rootElement: ModdleElement;
  elementsById: Record<string, ModdleElement>;
  /** What the reader did not understand. */
  warnings: { message: string; element?: ModdleElement }[];
}

/** Deeper nesting is no diagram that anybody drew, and would exhaust the stack of a reader. */
const DEEPEST = 200;
/** Characters, and elements: what is larger is no procedure of an office, and finding its branches would take long. */
const LONGEST = 5_000_000;
const MOST = 20_000;

/**
 * Reads a file. Throws `ProblemError` with `interchange/unreadable` for what is no XML of that format.
 *
 * @param format its name in messages
 */
export async function readModel(moddle: Moddle, xml: string, format: string): Promise<Reading> {
  const unreadable = (reason: string) =>
    new ProblemError(problem('interchange/unreadable', { format, reason }));
  // Neither format needs a document type, and entities that expand into one another are an old attack.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw unreadable('DOCTYPE');
  if (xml.length > LONGEST) throw unreadable(`length > ${LONGEST}`);
  if ((xml.match(/<[A-Za-z]/g)?.length ?? 0) > MOST) throw unreadable(`elements > ${MOST}`);
  if (depthOf(xml) > DEEPEST) throw unreadable(`depth > ${DEEPEST}`);
  try {
    return await moddle.fromXML(xml);
  } catch (error) {
    throw unreadable(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/** How deep elements lie in one another; comments and texts that look like elements only make it deeper. */
function depthOf(xml: string): number {
  let [depth, deepest] = [0, 0];
  for (const [tag] of xml.matchAll(/<\/?[A-Za-z][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The elements of a list property; none where it is absent. */
export const listOf = (element: ModdleElement, property: string): ModdleElement[] =>
  (element[property] as ModdleElement[] | undefined) ?? [];

/** A property that is one element. */
export const partOf = (element: ModdleElement, property: string): ModdleElement | undefined =>
  element[property] as ModdleElement | undefined;

/** A property that is a text; surrounding blanks are none of it. */
export const textOf = (element: ModdleElement | undefined, property: string): string =>
  String(element?.[property] ?? '').trim();
