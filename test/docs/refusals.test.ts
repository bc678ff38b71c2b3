import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalsPage } from '../../scripts/refusals-page.js';
import { analyzeFile } from '../../src/analysis/analyze-file.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { AnalysisContext, Verdict } from '../../src/analysis/model.js';
import { REASON_IDS } from '../../src/analysis/reasons.js';
import { REFUSAL_EXAMPLES, type RefusalExample } from '../../src/explain/refusal-examples.js';
import { memoryHost } from '../support/memory-host.js';

const SIGNAL_MODULE = `import { createSignalServer } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: '' });
export type SessionInfo = { sessionId?: string; windowId?: string; distinctId?: string };
export function getSessionInfo(source: unknown): SessionInfo { return {}; }
`;

function verdictsOf(
  path: string,
  text: string,
  { context: known, files }: Pick<RefusalExample, 'context' | 'files'>,
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
    ...(files ? { users } : {}),
  };
  const context: AnalysisContext = {
    host,
    layout: { routers: { app: 'app', pages: 'pages' }, pageExtensions: ['tsx', 'ts'] },
    nextMajor: 16,
    cacheComponents: false,
    output: 'default',
    sdkModules: ['signal-next/server'],
    reader: {
      path: 'lib/signal-server.ts',
      exportName: 'getSessionInfo',
      narrow: undefined,
      typeName: 'SessionInfo',
    },
    distinctId: 'header-first',
    callsReadClock: false,
    include: new Set(),
    ...known,
  };
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
  const { path, before, after, context, files } = REFUSAL_EXAMPLES[id];
  expect(verdictsOf(path, before, { context, files })).toMatchObject([{ kind: 'refused', reason: id }]);
  for (const { kind } of verdictsOf(path, after, {})) expect(['forwarded', 'suppressed']).toContain(kind);
});
