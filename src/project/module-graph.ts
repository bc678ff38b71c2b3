import type { ModuleHost } from '../analysis/module-host.js';
import { once } from '../source/once.js';
import { specifiersIn } from '../source/specifiers.js';

/** Which files name which, as far as their texts tell: what stands in comments and other strings is among it. */
export interface ModuleGraph {
  readonly paths: readonly string[];
  /** The files that name a module. */
  users(path: string): readonly string[];
  /** The modules that a file names. */
  imports(path: string): readonly string[];
  /** Everything that `start` and what uses it is used by, and everything that these name. */
  around(start: Iterable<string>): ReadonlySet<string>;
}

/** So many modules may be asked about one by one; a look at all files costs no more. */
const MOST_QUESTIONS = 500;

/**
 * The graph of `paths`. No file is parsed, and those are read that may name a module that somebody asks about.
 * @param naming the files that may name a module; undefined where that can be any.
 */
export function moduleGraph(
  paths: () => readonly string[],
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
  naming: (path: string) => readonly string[] | undefined = () => undefined,
): ModuleGraph {
  const named = new Map<string, readonly string[]>();
  const imports = (path: string): readonly string[] => {
    const known = named.get(path) ?? importsOf(path, text, resolve);
    named.set(path, known);
    return known;
  };
  const users = new Map<string, readonly string[]>();
  const all = once(() => usersAmong(paths(), imports));
  const usersOf = (path: string): readonly string[] => {
    const candidates = all.isDone() || users.size > MOST_QUESTIONS ? undefined : naming(path);
    return candidates?.filter((one) => imports(one).includes(path)) ?? all().get(path) ?? [];
  };
  return {
    get paths() {
      return paths();
    },
    users(path) {
      const known = users.get(path) ?? usersOf(path);
      users.set(path, known);
      return known;
    },
    imports,
    around: (start) =>
      closureOf(
        closureOf(start, (path) => all().get(path) ?? []),
        imports,
      ),
  };
}

function importsOf(
  path: string,
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
): readonly string[] {
  const found = new Set<string>();
  for (const specifier of specifiersIn(text(path) ?? '')) {
    const target = resolve(specifier, path);
    if (target !== undefined) found.add(target);
  }
  return [...found];
}

function usersAmong(
  paths: readonly string[],
  imports: (path: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const path of paths) {
    for (const target of imports(path)) {
      const known = users.get(target);
      if (known) known.push(path);
      else users.set(target, [path]);
    }
  }
  return users;
}

/** Everything that `start` leads to, itself among it. */
function closureOf(start: Iterable<string>, next: (path: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  // A set takes what is added while it is walked.
  for (const path of found) for (const one of next(path)) found.add(one);
  return found;
}
