// `npm run docs`: writes the pages of docs/ that are made from the source.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await write('refusals.md', 'refusals-page.ts', 'refusalsPage');
await write('rules.md', 'rules-page.ts', 'rulesPage');

/** Writes docs/`page` with what the function `name` of the script `file` returns. */
async function write(page, file, name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const [{ text }] = outputFiles;
  const script = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  writeFileSync(new URL(`../docs/${page}`, import.meta.url), script[name]());
}
