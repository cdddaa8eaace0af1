/** Problems as answers: RFC 9457 JSON in the reader's language. */
import { localize, type Problem, problem } from '@aidflow/definition';

/** Localises problems; `texts` translates titles of definitions that their words mention. */
export interface Speaker {
  language: string;
  texts: Record<string, string>;
}

/** The answer to several problems: the first leads, unless they are about one form. */
export function problemResponse(
  problems: readonly Problem[],
  speaker: Speaker,
  headers: Record<string, string> = {},
): Response {
  const [first] = problems;
  if (first === undefined) throw new RangeError('An answer needs a problem.');
  const aboutForm = first.code.startsWith('form/') && first.code !== 'form/invalid';
  const lead = aboutForm ? problem('form/invalid', { count: problems.length }) : first;
  const others = aboutForm ? problems : problems.slice(1);
  const body = {
    type: `urn:aidflow:problem:${lead.code}`,
    ...localize(lead, speaker.language, speaker.texts),
    ...(others.length === 0
      ? {}
      : { problems: others.map((one) => localize(one, speaker.language, speaker.texts)) }),
  };
  return new Response(JSON.stringify(body), {
    status: lead.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': speaker.language,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
