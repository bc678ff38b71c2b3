import type { SourceFile } from '../source/parse.js';
import { calleeOf, importedValue } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { hasDirective, programOf } from './program.js';
import { isTestFile, type RouteLayout, routeRole } from './route-files.js';
import { describeSignalModule, type SignalModuleFacts } from './signal-module.js';

/** Where `getSessionInfo` is, or is going to be. */
export type SignalModule =
  | { readonly kind: 'found'; readonly path: string; readonly facts: SignalModuleFacts }
  | {
      readonly kind: 'absent';
      /** The file to create. */
      readonly path: string;
      /** A client is built somewhere that cannot hold `getSessionInfo` (a route, another package). */
      readonly clientElsewhere: boolean;
    };

const CONSTRUCTS = /\bcreateSignal(?:Server|Node)\b/;
/** Whether a text may construct a Signal client; cheap enough for every file, and for those that do not parse. */
export function mayConstructClient(text: string): boolean {
  return CONSTRUCTS.test(text);
}

const READS_SESSION = /x-signal-session-id/i;

/** Whether a text may be that of a Signal module; those of other files need not be given to `findSignalModule`. */
export function mayBeSignalModule(text: string): boolean {
  return mayConstructClient(text) || READS_SESSION.test(text);
}

const NAMED_FOR_IT = /(?:signal|analytics|telemetry|track)[^/]*$/i;

/**
 * The module that builds the app's Signal client, told by what it constructs. With several, one that reads the
 * session already wins, then one named `signal-server`, then the one that stands where it would be generated, then the
 * shortest path.
 * @param generated where the module would be generated.
 * @param linked files of other packages, which may build the client but cannot hold this app's `getSessionInfo`.
 */
export function findSignalModule(
  paths: readonly string[],
  host: ModuleHost,
  layout: RouteLayout,
  sdkModules: readonly string[],
  generated: string,
  linked: readonly string[] = [],
): SignalModule {
  const candidates: { path: string; facts: SignalModuleFacts; rank: number }[] = [];
  let clientElsewhere = linked.some(
    (path) => !isTestFile(path) && mayConstructClient(host.text?.(path) ?? ''),
  );
  for (const path of paths) {
    if (isTestFile(path) || !mayConstructClient(host.text?.(path) ?? '')) continue;
    const file = host.load(path);
    if (!file) continue;
    const facts = describeSignalModule(file, { sdkModules, host });
    const isPlain = routeRole(path, layout).kind === 'module';
    const closed = hasDirective(file, 'use server') || hasDirective(file, 'use client');
    // A module whose name says what it is for may keep its client to itself and export what it does with it.
    const isHome = facts.clients.length > 0 || (NAMED_FOR_IT.test(path) && constructs(file, sdkModules));
    if (!isHome || !isPlain || closed) {
      clientElsewhere = true;
      continue;
    }
    const rank =
      (facts.clients.length > 0 ? 0 : 8) +
      (facts.reader.kind === 'complete' ? 0 : 4) +
      (facts.reader.kind === 'narrow' ? 0 : 2) +
      (/signal-server\.[jt]s$/.test(path) ? 0 : 1);
    candidates.push({ path, facts, rank });
  }
  const isElsewhere = ({ path }: { path: string }): number => (path === generated ? 0 : 1);
  candidates.sort(
    (a, b) =>
      a.rank - b.rank ||
      isElsewhere(a) - isElsewhere(b) ||
      a.path.length - b.path.length ||
      (a.path < b.path ? -1 : 1),
  );
  const [best] = candidates;
  if (best) return { kind: 'found', path: best.path, facts: best.facts };
  const reader = readerModule(paths, host, layout, sdkModules);
  if (reader) return { kind: 'found', ...reader };
  const existing = host.load(generated);
  if (existing) {
    const facts = describeSignalModule(existing, { sdkModules, host });
    return { kind: 'found', path: generated, facts };
  }
  return { kind: 'absent', path: generated, clientElsewhere };
}

/** Whether a module that was found among some of the files need not be compared with others: an app has one such. */
export function isWhole(found: SignalModule): boolean {
  return found.kind === 'found' && found.facts.clients.length > 0 && found.facts.reader.kind === 'complete';
}

/** Where another package builds the client: a module of the app that reads the session by itself. */
function readerModule(
  paths: readonly string[],
  host: ModuleHost,
  layout: RouteLayout,
  sdkModules: readonly string[],
): { path: string; facts: SignalModuleFacts } | undefined {
  for (const path of paths) {
    if (isTestFile(path) || routeRole(path, layout).kind !== 'module') continue;
    const file = READS_SESSION.test(host.text?.(path) ?? '') ? host.load(path) : undefined;
    if (!file || hasDirective(file, 'use server') || hasDirective(file, 'use client')) continue;
    const facts = describeSignalModule(file, { sdkModules, host });
    if (facts.reader.kind !== 'none') return { path, facts };
  }
  return undefined;
}

/** Whether the file itself calls a constructor of the SDK. */
function constructs(file: SourceFile, sdkModules: readonly string[]): boolean {
  let found = false;
  programOf(file).traverse({
    CallExpression: (call) => {
      const imported = importedValue(calleeOf(call));
      if (!imported || !CONSTRUCTS.test(imported.name) || !sdkModules.includes(imported.source)) return;
      found = true;
      call.stop();
    },
  });
  return found;
}
