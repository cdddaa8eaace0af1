/** The two plain forms of the portal: who one wants to be, and how one wants to see it. Both work without a script. */
import type { Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Api } from './api.ts';
import { people } from './county/people.ts';
import { firstPage } from './pages/desks.ts';
import { isLanguage } from './words/words.ts';

/** What a preference may be; anything else is not kept. */
const preferences: Readonly<Record<string, (value: string) => boolean>> = {
  lang: isLanguage,
  theme: (value) => ['auto', 'light', 'dark'].includes(value),
  mode: (value) => ['normal', 'elder'].includes(value),
};

const aYear = 31_536_000;

export function choices(portal: Hono, api: Api): void {
  portal.post('/person', async (context) => {
    const form = await formOf(context);
    if (form === undefined) return context.text('', 400);
    const person = people.find(({ id }) => id === form.get('person'));
    const cookies = person === undefined ? undefined : await api.signIn(context, person.id);
    if (person === undefined || cookies === undefined) return context.redirect('/', 303);
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
    return context.redirect(firstPage(person).path, 303);
  });

  portal.post('/preferences', async (context) => {
    const chosen = await formOf(context);
    if (chosen === undefined) return context.text('', 400);
    for (const [name, fits] of Object.entries(preferences)) {
      const value = chosen.get(name);
      if (typeof value === 'string' && fits(value)) {
        setCookie(context, name, value, { path: '/', maxAge: aYear, sameSite: 'Lax' });
      }
    }
    return context.redirect(backTo(chosen.get('back')), 303);
  });
}

/** What was filled in, or nothing where no form came. */
async function formOf(context: Context): Promise<FormData | undefined> {
  try {
    return await context.req.formData();
  } catch {
    return undefined;
  }
}

/** A path of this site and nothing else, in signs that a header can carry. */
function backTo(path: FormDataEntryValue | null): string {
  const here = 'http://here.invalid';
  if (typeof path !== 'string' || !URL.canParse(path, here)) return '/';
  const { origin, pathname, search } = new URL(path, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
