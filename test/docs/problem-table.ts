/** The table of problem codes in `docs/problems.md`, from the catalogue. Run as a script, it writes the page. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problems } from '@aidflow/definition';

export const problemPage = fileURLToPath(new URL('../../docs/problems.md', import.meta.url));

/** The page as it should read. */
export function problemTable(): string {
  const rows = Object.entries(problems).map(
    ([code, { status, en, zh }]) =>
      `| \`${code}\` | ${status} | ${cell(en.title)} | ${cell(zh.title)} | ${cell(en.hint)} |`,
  );
  return `# Problems

Every error is a problem (RFC 9457) with a stable code, a pointer to the place and a hint at what would be right. Over
HTTP its \`type\` is \`urn:aidflow:problem:\` and the code. This table is made from the catalogue in
\`packages/definition/src/problems\` by \`npm run generate\`.

| code | status | title | 中文 | what would be right |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(problemPage, problemTable());
