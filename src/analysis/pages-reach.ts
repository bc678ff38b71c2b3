import { specifiersIn } from '../source/specifiers.js';
import type { ModuleHost } from './module-host.js';
import { type RouteLayout, routeRole } from './route-files.js';

const reached = new WeakMap<ModuleHost, ReadonlySet<string>>();

/** Whether Next.js runs `path` for the Pages Router, or a file of that router imports it at any distance. */
export function isReachedFromPages(path: string, host: ModuleHost, layout: RouteLayout): boolean {
  const known = reached.get(host) ?? reachedFromPages(host, layout);
  reached.set(host, known);
  return known.has(path) || isOfPagesRouter(path, layout);
}

function isOfPagesRouter(path: string, layout: RouteLayout): boolean {
  return routeRole(path, layout).kind.startsWith('pages-');
}

/** What is gone when the code runs: `import type` and `export type` of another module. */
const TYPES_ONLY =
  /\b(?:import|export)\s+type\s+(?:[\w$]+\s+|\{[^{}]*\}\s*|\*\s*(?:as\s+[\w$]+\s+)?)from\s*(['"])[^'"\n]+\1/g;

function reachedFromPages(host: ModuleHost, layout: RouteLayout): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = (host.sourcePaths ?? []).filter((path) => isOfPagesRouter(path, layout));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const text = host.text?.(path) ?? host.load(path)?.text ?? '';
    // A file too many, from a comment, only makes us refuse.
    for (const specifier of specifiersIn(text.replace(TYPES_ONLY, ''))) {
      const target = host.resolve(specifier, path);
      if (target !== undefined && !found.has(target)) queue.push(target);
    }
  }
  return found;
}
