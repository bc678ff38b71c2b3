import type { AnalysisContext } from '../../src/analysis/model.js';
import type { ModuleHost } from '../../src/analysis/module-host.js';

/** A project on Next.js 16 with both routers, whose Signal module is `lib/signal-server.ts`. */
export function analysisContext(host: ModuleHost, known: Partial<AnalysisContext> = {}): AnalysisContext {
  return {
    host,
    layout: { routers: { app: 'app', pages: 'pages' }, pageExtensions: ['tsx', 'ts'] },
    nextMajor: 16,
    cacheComponents: false,
    output: 'default',
    sdkModules: ['signal-next/server'],
    reader: {
      module: { kind: 'file', path: 'lib/signal-server.ts' },
      exportName: 'getSessionInfo',
      narrow: undefined,
      type: { module: { kind: 'file', path: 'lib/signal-server.ts' }, name: 'SessionInfo' },
    },
    distinctId: 'header-first',
    callsReadClock: false,
    include: new Set(),
    ...known,
  };
}
