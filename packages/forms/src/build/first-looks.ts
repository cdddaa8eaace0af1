import { transform } from 'esbuild';
import { stepsStyles } from '../steps/styles.ts';
import { moveStyles } from '../styles/moves.ts';
import { rareStyles } from '../styles/rare.ts';
import { styles } from '../styles/styles.ts';

/** Until the script has come nobody has measured how much room the form has: the width of the window speaks for it. */
const windows: Readonly<Record<string, string>> = {
  wide: 'width >= 900px',
  single: 'width < 560px',
  narrow: 'width < 480px',
};

/** The rules for one measure of room, as rules for a window of about that width. */
function forWindow(css: string, room: string): string {
  const mark = new RegExp(`(?:\\.form)?\\.${room}(?![\\w-])`, 'g');
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    selector.search(mark) >= 0 ? `${selector.replaceAll(mark, '.form')}{${body}}` : [],
  );
  return `@media(${windows[room]}){${rules.join('')}}`;
}

/** The looks of a form that a server drew, until the script has come. */
export async function firstLooks(): Promise<string> {
  const text = [...styles, stepsStyles, moveStyles, rareStyles].map((part) => part.cssText).join('\n');
  const { code } = await transform(text, { loader: 'css', minify: true, target: 'chrome123' });
  return [code.trim(), ...Object.keys(windows).map((room) => forWindow(code, room))].join('');
}
