// `npm run docs`: writes the pages of docs/ that are made from the source.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('refusals-page.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const [{ text }] = outputFiles;
const { refusalsPage } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
writeFileSync(new URL('../docs/refusals.md', import.meta.url), refusalsPage());
