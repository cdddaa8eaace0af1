/** Reading a YAML or JSON file so that every value can be traced back to its line. */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
} from 'yaml';
import { type Problem, problem } from '../problems.ts';
import { pointerKeys } from '../schema-walk.ts';
import { jsonFault } from './json-fault.ts';
import { limits } from './limits.ts';

/** A file as read. */
export interface Source {
  file: string;
  /** Plain JSON; undefined when the file cannot be read. */
  value: unknown;
  problems: Problem[];
  /** Line, from 1, of the value that a JSON Pointer names, or of the nearest that is there. */
  line(pointer: string): number;
  /** Where in the file a part of what it stands for was written, where that is another place. */
  place?(pointer: string): string;
}

/** Names that reach into the prototypes of objects, or that every object has by itself. */
const forbidden = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

/** Reads a file by its extension: `.json` as JSON, anything else as YAML 1.2. */
export function readSource(file: string, text: string): Source {
  // A text has at least as many bytes as characters: what is far too large is not even encoded.
  const size = text.length > limits.fileSize ? text.length : new TextEncoder().encode(text).length;
  if (size > limits.fileSize) return refused(file, tooLarge(file, 'file', limits.fileSize, size));
  const syntax = file.endsWith('.json') ? jsonProblem(file, text) : undefined;
  if (syntax !== undefined) return refused(file, syntax);
  return compose(file, text);
}

/** A problem at a place of a source, with its file and line. */
export const at = (source: Source, pointer: string) => ({
  file: source.file,
  line: source.line(pointer),
  pointer: source.place?.(pointer) ?? pointer,
});

const refused = (file: string, ...problems: Problem[]): Source => ({
  file,
  value: undefined,
  problems,
  line: () => 1,
});

function compose(file: string, text: string): Source {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  // What makes values of tokens recurses: text nested deeply enough would exhaust the stack.
  if (tooDeep(tokens)) return refused(file, tooLarge(file, 'depth', limits.depth));
  // The parser compares each key of a map with all before it, which takes minutes over a map of many keys.
  const composer = new Composer({ version: '1.2', logLevel: 'silent', uniqueKeys: false });
  const [document, second] = [...composer.compose(tokens)];
  if (document === undefined) return refused(file, yamlProblem(file, 1, 'the file is empty'));
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings].map((fault) =>
    yamlProblem(file, lineAt(fault.pos[0]), fault.message),
  );
  if (second !== undefined)
    faults.push(yamlProblem(file, lineAt(second.range[0]), 'there are several documents'));
  if (faults.length > 0) return refused(file, ...faults.slice(0, limits.problems));
  const keys = wrongKeys(file, document, lineAt);
  if (keys.length > 0) return refused(file, ...keys.slice(0, limits.problems));
  const value = plain(document);
  if (value === undefined) return refused(file, tooLarge(file, 'aliases', aliases));
  const broken = measured(value);
  if (broken !== undefined) return refused(file, tooLarge(file, broken, limits[broken]));
  return { file, value, problems: [], line: (pointer) => lineAt(offsetOf(document, pointer)) };
}

function tooDeep(tokens: readonly CST.Token[]): boolean {
  const open = tokens.map((token): [CST.Token, number] => [token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (depth > limits.depth) return true;
    if (token.type === 'document' && token.value !== undefined) open.push([token.value, depth]);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push([key, depth + 1]);
      if (value) open.push([value, depth + 1]);
    }
  }
  return false;
}

/** How many values aliases may stand for. */
const aliases = 100;

function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: aliases });
  } catch (error) {
    // So the parser says that aliases multiply beyond the limit.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Which limit a value breaks. An alias inside what it stands for makes an endless value, which is too deep. */
function measured(root: unknown): 'depth' | 'values' | undefined {
  let values = 0;
  const open: [unknown, number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    values += 1;
    if (depth > limits.depth) return 'depth';
    if (values > limits.values) return 'values';
    if (typeof value === 'object' && value !== null) {
      for (const part of Object.values(value)) open.push([part, depth + 1]);
    }
  }
  return undefined;
}

/** Keys that are never allowed, and keys that a map has twice. */
function wrongKeys(file: string, document: Document, lineAt: (offset: number) => number): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const line = lineAt(key.range?.[0] ?? 0);
        if (forbidden.has(name))
          found.push(problem('definition/forbidden-key', { key: name }, { file, line }));
        if (seen.has(name)) found.push(yamlProblem(file, line, `the key "${name}" is there twice`));
        seen.add(name);
      }
    },
  });
  return found;
}

/** The offset of the key, or of the list item, that a pointer leads to. */
function offsetOf(document: Document, pointer: string): number {
  let node: unknown = document.contents;
  let offset = isMap(node) ? startOf(node) : 0;
  for (const key of pointerKeys(pointer)) {
    const inner = isAlias(node) ? node.resolve(document) : node;
    if (isMap(inner)) {
      const pair = inner.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
      );
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(inner)) {
      node = inner.items[Number(key)];
      if (node === undefined) return offset;
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}

const startOf = (node: unknown): number =>
  (node as { range?: [number, number, number] | null }).range?.[0] ?? 0;

function jsonProblem(file: string, text: string): Problem | undefined {
  const offset = jsonFault(text);
  if (offset === undefined) return undefined;
  const near = text.slice(offset, offset + 20).split('\n')[0] ?? '';
  return problem('definition/json', { near }, { file, line: text.slice(0, offset).split('\n').length });
}

const yamlProblem = (file: string, line: number, message: string): Problem => {
  // The parser shows the place below its message; the line says that already.
  const reason = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  return problem('definition/yaml', { reason }, { file, line });
};

const tooLarge = (file: string, variant: string, limit: number, found?: number): Problem =>
  problem(
    'definition/too-large',
    { key: file, limit, variant, ...(found === undefined ? {} : { found }) },
    { file, line: 1 },
  );
