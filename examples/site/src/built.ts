import { fileURLToPath } from 'node:url';
import { build, type PluginOption } from 'vite';

/** The files of an application that Vite builds, by name. Nothing is written. */
export async function built(folder: URL, plugins: PluginOption[] = []): Promise<Map<string, string>> {
  const result = await build({
    root: fileURLToPath(folder),
    configFile: false,
    envDir: false,
    logLevel: 'error',
    plugins,
    build: { write: false, modulePreload: false, assetsInlineLimit: 0, target: 'es2022' },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return new Map(
    outputs.flatMap((one) =>
      'output' in one
        ? one.output.map((file): [string, string] => [
            file.fileName,
            file.type === 'chunk' ? file.code : String(file.source),
          ])
        : [],
    ),
  );
}
