import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalsPage } from '../../scripts/refusals-page.js';
import { analyzeFile } from '../../src/analysis/analyze-file.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { Verdict } from '../../src/analysis/model.js';
import { REASON_IDS } from '../../src/analysis/reasons.js';
import { REFUSAL_EXAMPLES, type RefusalExample } from '../../src/explain/refusal-examples.js';
import { SIGNAL_MODULE } from '../support/analysed-project.js';
import { analysisContext } from '../support/analysis-context.js';
import { memoryHost } from '../support/memory-host.js';

function verdictsOf(
  path: string,
  text: string,
  { context: known, files, isPublished = false }: Omit<RefusalExample, 'path' | 'before' | 'after'>,
): Verdict[] {
  const others = Object.entries(files ?? {}).map(([name, other]) => [name, other.trimStart()]);
  const memory = memoryHost({
    'lib/signal-server.ts': SIGNAL_MODULE,
    ...Object.fromEntries(others),
    [path]: text.trimStart(),
  });
  const users = () => Object.keys(files ?? {});
  const host = {
    ...memory,
    isEditable: (one: string) => !one.startsWith('../'),
    packageOf: () => ({ isPublished, dependencies: new Set<string>() }),
    ...(files ? { users } : {}),
  };
  const context = analysisContext(host, known);
  const file = host.load(path);
  if (!file) throw new SyntaxError(text);
  const { calls } = analyzeFile(file, context, new SignalClients(host, context.sdkModules));
  return calls.map(({ verdict }) => verdict);
}

test('docs/refusals.md is what `npm run docs` writes', () => {
  const page = readFileSync(new URL('../../docs/refusals.md', import.meta.url), 'utf8');
  expect(page).toBe(refusalsPage());
});

test.each(REASON_IDS)('the example of %s is refused for it, and done once changed by hand', (id) => {
  const { path, before, after, ...known } = REFUSAL_EXAMPLES[id];
  expect(verdictsOf(path, before, known)).toMatchObject([{ kind: 'refused', reason: id }]);
  for (const { kind } of verdictsOf(path, after, {})) expect(['forwarded', 'suppressed']).toContain(kind);
});
