import type { ModuleHost } from '../analysis/module-host.js';
import { once } from '../source/once.js';
import { specifiersIn } from '../source/specifiers.js';

/** Which files name which, as far as their texts tell: what stands in comments is among it. */
export interface ModuleGraph {
  readonly paths: readonly string[];
  /** The files that name a module. */
  users(path: string): readonly string[];
  /** The modules that a file names. */
  imports(path: string): readonly string[];
}

/**
 * The graph of `paths`. All files are read, none is parsed, and only once somebody asks: it is needed only where an
 * exported function holds a Signal call, or may be given a client.
 */
export function moduleGraph(
  paths: () => readonly string[],
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
): ModuleGraph {
  const known = once(() => linksOf(paths(), text, resolve));
  return {
    get paths() {
      return paths();
    },
    users: (path) => known().users.get(path) ?? [],
    imports: (path) => known().imports.get(path) ?? [],
  };
}

type Links = ReadonlyMap<string, readonly string[]>;

function linksOf(
  paths: readonly string[],
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
): { readonly users: Links; readonly imports: Links } {
  const users = new Map<string, string[]>();
  const imports = new Map<string, string[]>();
  for (const path of paths) {
    const found = new Set<string>();
    for (const specifier of specifiersIn(text(path) ?? '')) {
      const target = resolve(specifier, path);
      if (target !== undefined) found.add(target);
    }
    if (found.size > 0) imports.set(path, [...found]);
    for (const target of found) {
      const known = users.get(target);
      if (known) known.push(path);
      else users.set(target, [path]);
    }
  }
  return { users, imports };
}

/** Everything that `start` leads to, itself among it. */
export function closureOf(
  start: Iterable<string>,
  next: (path: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(start);
  // A set takes what is added while it is walked.
  for (const path of found) for (const one of next(path)) found.add(one);
  return found;
}
