import type { ModuleHost } from '../analysis/module-host.js';
import { specifiersIn } from '../source/specifiers.js';

/**
 * Says which of `paths` name a module. All files are read, none is parsed, and only once somebody asks: the index is
 * needed only where an exported function holds a Signal call.
 */
export function moduleUsers(
  paths: () => readonly string[],
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
): (path: string) => readonly string[] {
  let users: Map<string, string[]> | undefined;
  return (path) => {
    users ??= indexOf(paths(), text, resolve);
    return users.get(path) ?? [];
  };
}

function indexOf(
  paths: readonly string[],
  text: (path: string) => string | undefined,
  resolve: ModuleHost['resolve'],
): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const path of paths) {
    const found = new Set<string>();
    for (const specifier of specifiersIn(text(path) ?? '')) {
      const target = resolve(specifier, path);
      if (target !== undefined) found.add(target);
    }
    for (const target of found) {
      const known = users.get(target);
      if (known) known.push(path);
      else users.set(target, [path]);
    }
  }
  return users;
}
