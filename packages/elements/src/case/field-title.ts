/** Title of the place a JSON pointer leads to, by a schema's titles: `/members/0/name` -> 家庭成员 1 · 姓名. */
export function fieldTitle(schema: object, pointer: string, text: (source: string) => string): string {
  const root = schema as Record<string, unknown>;
  const follow = (node: unknown): Record<string, unknown> => {
    const here = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
    const ref =
      typeof here.$ref === 'string' && here.$ref.startsWith('#/') ? here.$ref.slice(2).split('/') : undefined;
    if (ref === undefined) return here;
    return ref.reduce<Record<string, unknown>>((at, key) => (at[key] ?? {}) as Record<string, unknown>, root);
  };
  let here = follow(root);
  const titles: string[] = [];
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(key) && here.items !== undefined) {
      here = follow(here.items);
      titles.push(`${titles.pop() ?? ''} ${Number(key) + 1}`.trim());
      continue;
    }
    here = follow((here.properties as Record<string, unknown> | undefined)?.[key]);
    titles.push(typeof here.title === 'string' ? text(here.title) : key);
  }
  return titles.join(' · ');
}
