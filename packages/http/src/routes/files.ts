/** Evidence: pictures and PDFs, named by the hash of their content. */
import { type Problem, problem } from '@aidflow/definition';
import { LARGEST_FILE } from '@aidflow/service';
import { incoming } from '../incoming.ts';
import { problemResponse } from '../problem.ts';
import type { Route } from '../route.ts';
import { answered } from './answered.ts';

export const fileRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/files',
    id: 'upload',
    summary: 'Uploads a JPEG, PNG or PDF of at most 10 MB; X-File-Name holds its name, URI encoded.',
    roles: 'signed-in',
    body: 'file',
    answers: { 201: { description: 'What form data names the file by.', schema: 'File' } },
    async handle(exchange) {
      const { service, actor, context, speaker } = exchange;
      const name = decoded(context.req.header('x-file-name') ?? 'file');
      const body = incoming(context.req.raw);
      const refuse = async (found: Problem) => {
        await body.discard();
        return problemResponse([found], speaker);
      };
      if (name === undefined)
        return refuse(problem('http/malformed', { reason: 'X-File-Name is not URI encoded' }));
      if (Number(context.req.header('content-length') ?? 0) > LARGEST_FILE)
        return refuse(problem('file/size', { name, max: LARGEST_FILE / 1024 / 1024 }));
      const result = await service.upload(actor, body.pieces(), name);
      if (!result.ok) await body.discard();
      return answered(exchange, result, 201);
    },
  },
  {
    method: 'get',
    path: '/api/files/:sha256',
    id: 'readFile',
    summary: 'A file, for its uploader and those who act on a case that names it.',
    roles: 'signed-in',
    answers: {
      200: { description: 'The file.', type: 'application/octet-stream', schema: { type: 'string' } },
    },
    async handle({ service, actor, param, speaker }) {
      const found = await service.file(actor, param('sha256'));
      if (!found.ok) return problemResponse(found.problems, speaker);
      const { file, content } = found.value;
      return new Response(ReadableStream.from(content) as ReadableStream<Uint8Array>, {
        headers: {
          'content-type': file.type,
          'content-length': String(file.size),
          'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          // Whatever the file holds, it runs nothing and reaches nothing.
          'content-security-policy': "default-src 'none'; frame-ancestors 'self'; sandbox",
          'cache-control': 'private, no-store',
        },
      });
    },
  },
];

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
