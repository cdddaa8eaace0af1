/** What the pages show of the county, asked for in the name of the one who opens them. */
import type { CaseListItem, CaseView } from '@aidflow/service';
import type { Context } from 'hono';
import type { Api } from './api.ts';
import type { CasesList, CasesQuery } from './pages/cases.ts';
import type { Visit } from './pages/visit.ts';
import type { StepTitle } from './resting-steps.ts';

interface ListPage {
  items: CaseListItem[];
  next?: string | null;
}

/** Cases on one page of a list. */
const perPage = '25';

export async function ownCases(api: Api, context: Context, { language }: Visit): Promise<CaseListItem[]> {
  return (await api.get<ListPage>(context, '/api/cases?limit=50', language))?.items ?? [];
}

/** The list that the address asks for. */
export async function listOfCases(
  api: Api,
  context: Context,
  { language }: Visit,
  steps: readonly StepTitle[],
): Promise<[CasesQuery, CasesList]> {
  const asked = (name: string) => context.req.query(name)?.trim() ?? '';
  const query = { q: asked('q'), status: asked('status'), step: asked('step'), cursor: asked('cursor') };
  const given = Object.entries({ ...query, limit: perPage }).filter(([, value]) => value !== '');
  const [page, programmes] = await Promise.all([
    api.get<ListPage>(context, `/api/cases?${new URLSearchParams(given)}`, language),
    api.programmes(context, language),
  ]);
  const words = programmes[0]?.locales[language] ?? {};
  const titled = steps.map(({ id, title }) => ({ id, title: words[title] ?? title }));
  return [query, { items: page?.items ?? [], next: page?.next, steps: titled }];
}

/** A case that somebody may see. */
export interface OpenCase {
  id: string;
  number: string;
}

export async function openCase(
  api: Api,
  context: Context,
  { language }: Visit,
  id: string,
): Promise<OpenCase | undefined> {
  const view = await api.get<CaseView>(context, `/api/cases/${encodeURIComponent(id)}`, language);
  return view === undefined ? undefined : { id: view.state.id, number: view.state.number };
}
