import { join } from 'node:path';
import { build } from 'esbuild';

const RUNNER = join(import.meta.dirname, '../../../src/runner');

/** A CommonJS program for a process of its own. Its imports are as seen from `folder`. */
export async function bundledProgram(contents: string, folder = RUNNER): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
