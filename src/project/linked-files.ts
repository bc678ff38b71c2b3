import type { ModuleHost } from '../analysis/module-host.js';
import { specifiersIn } from '../source/specifiers.js';

/**
 * The source files of other packages that the app compiles from source: those that `paths` import from outside the
 * app, and what these import in turn. Project-relative, so they begin with `../`.
 */
export function linkedFiles(
  paths: readonly string[],
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
): string[] {
  const found = new Set<string>();
  const queue = [...paths];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const specifier of specifiersIn(text(path) ?? '')) {
      const target = resolve(specifier, path);
      if (!target?.startsWith('../') || found.has(target)) continue;
      found.add(target);
      queue.push(target);
    }
  }
  return [...found].sort();
}
