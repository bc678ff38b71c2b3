import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const repository = join(import.meta.dirname, '../../..');

/** Bundles the command line for tests that need a process of its own; gives the path of a script that runs it. */
export async function buildCli(): Promise<{ readonly script: string; remove(): void }> {
  // Inside the repository, where its packages and its version are found.
  const folder = join(repository, `node_modules/.cache/signal-next-cli-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: {
      cli: join(repository, 'src/cli.ts'),
      'type-check': join(repository, 'src/runner/type-check/process/main.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    // As in the package: bundled it starts in half the time.
    external: ['prompts', 'tinyexec'],
    banner: {
      js: "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);",
    },
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  const script = join(folder, 'run.mjs');
  writeFileSync(script, "import { main } from './cli.mjs';\nawait main(process.argv);\n");
  return { script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
