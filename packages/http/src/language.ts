/** The language of an answer: what the address asks for, else what the reader prefers, else English. */

const SPOKEN = ['zh', 'en'];

export function languageOf(query: string | undefined, accept: string | undefined): string {
  const wanted = query === undefined ? preferred(accept ?? '') : [query];
  for (const tag of wanted) {
    const language = SPOKEN.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return 'en';
}

/** `zh-CN,zh;q=0.9,en;q=0.8` in order of preference. */
function preferred(accept: string): string[] {
  return accept
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((parameter) => /^\s*q=([0-9.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
