import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TemplateVersion } from '../../src/analysis/template-version.js';
import { TEMPLATE_HISTORY } from '../../src/init/template-history.js';
import { type RecordedTemplate, templateParts } from '../../src/init/template-parts.js';
import { version } from '../../src/version.js';

const read = (file: string): string =>
  readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8');

/** The template as it is now, recorded for this version; what earlier versions generated stays in the record. */
function recorded(): readonly RecordedTemplate[] {
  const [ts, js] = ['signal-server.ts', 'signal-server.js'].map((file) => templateParts(file, read(file)));
  if (!ts || !js) throw new Error('there are two templates');
  const earlier = TEMPLATE_HISTORY.filter((one) => one.version !== version());
  const last = earlier.at(-1);
  const isNew = JSON.stringify({ ts, js }) !== JSON.stringify({ ts: last?.ts, js: last?.js });
  return isNew ? [...earlier, { version: version(), ts, js }] : earlier;
}

function written({ version, ts, js }: RecordedTemplate): string {
  return `  {\n    version: '${version}',\n    ts: ${writtenParts(ts)},\n    js: ${writtenParts(js)},\n  },\n`;
}

function writtenParts(parts: TemplateVersion['parts']): string {
  const lines = Object.entries(parts).map(([part, declarations]) => {
    const own = Object.entries(declarations).map(
      ([name, { code, doc }]) => `        ${name}: { code: '${code}', doc: '${doc}' },\n`,
    );
    return `      ${part}: {\n${own.join('')}      },\n`;
  });
  return `{\n${lines.join('')}    }`;
}

test('the record of the template ends with the template', async () => {
  const text = `// Generated from templates/ by \`npx vitest run test/templates -u\`: what each version generates, told by its fingerprints.
// A released version stays, so that its modules are recognised.

import type { RecordedTemplate } from './template-parts.js';

export const TEMPLATE_HISTORY: readonly RecordedTemplate[] = [
${recorded().map(written).join('')}];
`;
  await expect(text).toMatchFileSnapshot('../../src/init/template-history.ts');
});
