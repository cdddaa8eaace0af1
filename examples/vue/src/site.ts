import type { Server } from 'node:http';
import { built, createSite, json, received } from '@aidflow/example-site';
import vue from '@vitejs/plugin-vue';
import { openOffice } from './office.ts';

/** Keeps the notes of the counter. Who has been noted already is told, at the place where the number was typed. */
function counter() {
  const noted = new Set<string>();
  return async (request: Request): Promise<Response | undefined> => {
    if (request.method !== 'POST' || new URL(request.url).pathname !== '/notes') return undefined;
    const entries = await received(request);
    const mobile = entries.find(([name]) => name === 'note.mobile')?.[1] ?? '';
    if (noted.has(mobile)) {
      return json(
        { problems: [{ code: 'note/twice', detail: '这个号码今天已经登记过了。', pointer: '/mobile' }] },
        422,
      );
    }
    noted.add(mobile);
    return json({ noted: noted.size, entries }, 201);
  };
}

/** The office as a clerk gets it: the application, the service behind the elements, and the counter's own door. */
export async function createVueSite(): Promise<Server> {
  const isCustomElement = (tag: string) => tag.startsWith('aid-');
  const pages = await built(new URL('../app/', import.meta.url), [
    vue({ template: { compilerOptions: { isCustomElement } } }),
  ]);
  return createSite(pages, counter(), await openOffice());
}
