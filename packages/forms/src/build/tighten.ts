import { minify } from 'terser';

/**
 * Minified code once more, by a minifier that takes its time: its names repeat in a way that compresses better. Only
 * worth it for the script that every form loads.
 */
export async function tighten(code: string): Promise<string> {
  const { code: tight } = await minify(code, { ecma: 2020, compress: { ecma: 2020 }, toplevel: true });
  return tight ?? code;
}
