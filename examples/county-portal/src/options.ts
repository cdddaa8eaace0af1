/** What one may say when starting the portal. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Options {
  folder: string;
  fresh: boolean;
  cases: number;
  port: number;
  /** True when the port was asked for: then no other is taken in its place. */
  portAsked: boolean;
  help: boolean;
  /** Address of a PostgreSQL database that keeps the cases in place of a file. */
  database: string | undefined;
}

export const usage = `npm start -- [options]

  --fresh        throw away the county's data and make it anew
  --data DIR     where the data is kept (examples/county-portal/.data)
  --database URL keep the cases in PostgreSQL; also AIDFLOW_DATABASE
  --cases N      applications of the past (120)
  --port N       port to listen on (8420, or the next free one); also PORT
  --help         this text
`;

/** @throws Error saying what is wrong with the arguments */
export function readOptions(args: readonly string[], env: Record<string, string | undefined>): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      data: { type: 'string' },
      database: { type: 'string' },
      cases: { type: 'string', default: '120' },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port ?? env.PORT;
  return {
    folder:
      values.data === undefined ? fileURLToPath(new URL('../.data', import.meta.url)) : resolve(values.data),
    fresh: values.fresh,
    database: values.database ?? env.AIDFLOW_DATABASE,
    help: values.help,
    cases: whole('cases', values.cases, 1, 5000),
    port: port === undefined || port === '' ? 8420 : whole('port', port, 0, 65535),
    portAsked: port !== undefined && port !== '',
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${name} is a whole number from ${least} to ${most}, not "${text}".`);
}
