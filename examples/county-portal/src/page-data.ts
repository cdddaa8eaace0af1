/** What the pages show of the county, asked for in the name of the one who opens them. */
import type { CaseListItem, CaseView, EnrolmentItem } from '@aidflow/service';
import type { Context } from 'hono';
import type { Api } from './api.ts';
import { bundleOf } from './county/programmes.ts';
import type { CasesList, CasesQuery } from './pages/cases.ts';
import type { Visit } from './pages/visit.ts';
import { restingSteps } from './resting-steps.ts';

interface ListPage {
  items: CaseListItem[];
  next?: string | null;
}

/** Cases on one page of a list. */
const perPage = '25';

export async function ownCases(api: Api, context: Context, { language }: Visit): Promise<CaseListItem[]> {
  return (await api.get<ListPage>(context, '/api/cases?limit=50', language))?.items ?? [];
}

/** Rounds in which residents, and those who act for them, may enrol now. */
export async function openRounds(
  api: Api,
  context: Context,
  { language, person }: Visit,
): Promise<EnrolmentItem[]> {
  if (person?.desk !== 'resident' && person?.desk !== 'village') return [];
  return (await api.get<EnrolmentItem[]>(context, '/api/enrolments', language)) ?? [];
}

/** The list that the address asks for. */
export async function listOfCases(
  api: Api,
  context: Context,
  { language }: Visit,
): Promise<[CasesQuery, CasesList]> {
  const asked = (name: string) => context.req.query(name)?.trim() ?? '';
  const query = {
    q: asked('q'),
    programme: asked('programme'),
    status: asked('status'),
    step: asked('step'),
    cursor: asked('cursor'),
  };
  const given = Object.entries({ ...query, limit: perPage }).filter(([, value]) => value !== '');
  const [page, programmes] = await Promise.all([
    api.get<ListPage>(context, `/api/cases?${new URLSearchParams(given)}`, language),
    api.programmes(context, language),
  ]);
  const chosen = programmes.find(({ programme }) => programme === query.programme);
  const said = (words: Readonly<Record<string, string>> | undefined, text: string) => words?.[text] ?? text;
  const steps = restingSteps(bundleOf(query.programme)?.definition.steps ?? []);
  return [
    query,
    {
      items: page?.items ?? [],
      next: page?.next,
      programmes: programmes.map(({ programme, title, locales }) => ({
        id: programme,
        title: said(locales[language], title),
      })),
      steps: steps.map(({ id, title }) => ({ id, title: said(chosen?.locales[language], title) })),
    },
  ];
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
