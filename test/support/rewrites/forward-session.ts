import { analyzeFile } from '../../../src/analysis/analyze-file.js';
import { SignalClients } from '../../../src/analysis/clients.js';
import type { Inclusion } from '../../../src/analysis/inclusion.js';
import type { AnalysisContext, FileAnalysis, SessionReader } from '../../../src/analysis/model.js';
import { reasonText } from '../../../src/analysis/reasons.js';
import type { SourceFile } from '../../../src/source/parse.js';
import type { RewriteOutcome } from '../../../src/source/rewrite.js';
import { completeContext, neededCompletions } from '../../../transforms/complete-context/complete-context.js';
import { forwardSession } from '../../../transforms/forward-session/forward-session.js';
import type { Fixture } from '../fixtures.js';
import { memoryHost } from '../memory-host.js';

const SIGNAL_MODULE = `import { createSignalServer } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: '' });
export type SessionInfo = { sessionId?: string; windowId?: string; distinctId?: string };
export function getSessionInfo(source: unknown): SessionInfo { return {}; }
`;

const READER: SessionReader = {
  module: { kind: 'file', path: 'lib/signal-server.ts' },
  exportName: 'getSessionInfo',
  narrow: undefined,
  type: { module: { kind: 'file', path: 'lib/signal-server.ts' }, name: 'SessionInfo' },
};

function contextFor(file: SourceFile, { options }: Fixture): AnalysisContext {
  const files = options.files as Record<string, string> | undefined;
  return {
    host: memoryHost({ 'lib/signal-server.ts': SIGNAL_MODULE, ...files, [file.path]: file.text }),
    layout: { routers: { app: 'app', pages: 'pages' }, pageExtensions: ['tsx', 'ts', 'jsx', 'js'] },
    nextMajor: 15,
    cacheComponents: false,
    output: 'default',
    sdkModules: ['signal-next/server', '@signal-js/nextjs/server', '@signal-js/node'],
    reader: READER,
    distinctId: 'header-first',
    callsReadClock: false,
    include: new Set(options.include as Inclusion[] | undefined),
    ...(options.context as Partial<AnalysisContext> | undefined),
  };
}

/** What the analysis makes of a fixture of `forward-session`. */
export function analysed(
  file: SourceFile,
  fixture: Fixture,
): { readonly analysis: FileAnalysis; readonly context: AnalysisContext } {
  const context = contextFor(file, fixture);
  return {
    analysis: analyzeFile(file, context, new SignalClients(context.host, context.sdkModules)),
    context,
  };
}

/** What a fixture of `forward-session` goes through. */
export function forwarded(file: SourceFile, fixture: Fixture): RewriteOutcome {
  const { analysis, context } = analysed(file, fixture);
  const edits = [
    ...forwardSession(analysis, context),
    ...completeContext(file, neededCompletions(analysis.rewrites)),
  ];
  if (edits.length > 0) return { kind: 'edits', edits };
  // A refusal beside calls that were rewritten is no outcome of the second run.
  if (fixture.options.refused === undefined && fixture.output !== undefined) return { kind: 'unchanged' };
  for (const { verdict } of analysis.calls) {
    if (verdict.kind !== 'refused') continue;
    const { title, instead } = reasonText(verdict.reason);
    return { kind: 'refused', why: `${verdict.reason}: ${title}`, instead, span: undefined };
  }
  return { kind: 'unchanged' };
}
