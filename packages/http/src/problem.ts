/** Problems as answers: RFC 9457 JSON in the reader's language. */
import { localize, type Problem, problem } from '@aidflow/definition';

/** Localises problems; `texts` translates titles of definitions that their words mention. */
export interface Speaker {
  language: string;
  texts: Readonly<Record<string, string>>;
}

/** Several problems as one body: the first leads, unless they are about one form. */
export function problemBody(problems: readonly Problem[], speaker: Speaker) {
  const lead = leading(problems);
  const others = lead === problems[0] ? problems.slice(1) : problems;
  const spoken = (one: Problem) => localize(one, speaker.language, speaker.texts);
  return {
    type: `urn:aidflow:problem:${lead.code}`,
    ...spoken(lead),
    ...(others.length === 0 ? {} : { problems: others.map(spoken) }),
  };
}

function leading(problems: readonly Problem[]): Problem {
  const [first] = problems;
  if (first === undefined) throw new RangeError('An answer needs a problem.');
  const aboutForm = first.code.startsWith('form/') && first.code !== 'form/invalid';
  return aboutForm ? problem('form/invalid', { count: problems.length }) : first;
}

/** The answer to several problems. */
export function problemResponse(
  problems: readonly Problem[],
  speaker: Speaker,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemBody(problems, speaker)), {
    status: leading(problems).status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': speaker.language,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
