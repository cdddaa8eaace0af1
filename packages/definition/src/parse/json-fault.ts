const text = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/u.source;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/.source;
const token = new RegExp(`(${text}|${number}|true|false|null)|([[\\]{},:])`, 'uy');
const space = /[ \t\n\r]*/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/** The offset at which a text stops being JSON; undefined when it is JSON. Engines do not tell it alike. */
export function jsonFault(json: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    offset = skip(space, json, offset);
    if (offset === json.length) return expected === 'nothing' ? undefined : offset;
    token.lastIndex = offset;
    const found = token.exec(json);
    const next: Expected | undefined =
      found === null ? undefined : after(expected, found[1], found[2] ?? '', open);
    if (next === undefined) return offset;
    expected = next;
    offset = token.lastIndex;
  }
}

function skip(pattern: RegExp, json: string, offset: number): number {
  pattern.lastIndex = offset;
  return offset + (pattern.exec(json)?.[0].length ?? 0);
}

/** What may follow a token where something was expected; undefined when the token is not that. */
function after(
  expected: Expected,
  scalar: string | undefined,
  mark: string,
  open: string[],
): Expected | undefined {
  const ended = (): Expected => (open.length === 0 ? 'nothing' : ', or end');
  const close = (): Expected => {
    open.pop();
    return ended();
  };
  const inList = open.at(-1) === '[';
  switch (expected) {
    case 'nothing':
      return undefined;
    case ':':
      return mark === ':' ? 'value' : undefined;
    case ', or end':
      if (mark === ',') return inList ? 'value' : 'key';
      return mark === (inList ? ']' : '}') ? close() : undefined;
    case 'key':
    case 'key or }':
      if (scalar?.startsWith('"')) return ':';
      return mark === '}' && expected === 'key or }' ? close() : undefined;
    case 'value':
    case 'value or ]':
      if (scalar !== undefined) return ended();
      if (mark === ']' && expected === 'value or ]') return close();
      if (mark !== '[' && mark !== '{') return undefined;
      open.push(mark);
      return mark === '[' ? 'value or ]' : 'key or }';
  }
}
