import type { ModuleHost } from './module-host.js';
import { hasDirective } from './program.js';
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

/**
 * The module that builds the app's Signal client, told by what it constructs. With several, one that reads the
 * session already wins, then one named `signal-server`, then the shortest path.
 * @param generated where the module would be generated.
 */
export function findSignalModule(
  paths: readonly string[],
  host: ModuleHost,
  layout: RouteLayout,
  sdkModules: readonly string[],
  generated: string,
): SignalModule {
  const candidates: { path: string; facts: SignalModuleFacts; rank: number }[] = [];
  let clientElsewhere = false;
  for (const path of paths) {
    if (isTestFile(path) || !CONSTRUCTS.test(host.text?.(path) ?? '')) continue;
    const file = host.load(path);
    if (!file) continue;
    const facts = describeSignalModule(file, { sdkModules, host });
    const isPlain = routeRole(path, layout).kind === 'module';
    const closed = hasDirective(file, 'use server') || hasDirective(file, 'use client');
    if (facts.clients.length === 0 || !isPlain || closed) {
      clientElsewhere = true;
      continue;
    }
    const rank =
      (facts.reader.kind === 'complete' ? 0 : 4) +
      (facts.reader.kind === 'narrow' ? 0 : 2) +
      (/signal-server\.[jt]s$/.test(path) ? 0 : 1);
    candidates.push({ path, facts, rank });
  }
  candidates.sort((a, b) => a.rank - b.rank || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  const [best] = candidates;
  if (best) return { kind: 'found', path: best.path, facts: best.facts };
  const existing = host.load(generated);
  if (existing) {
    const facts = describeSignalModule(existing, { sdkModules, host });
    return { kind: 'found', path: generated, facts };
  }
  return { kind: 'absent', path: generated, clientElsewhere };
}
