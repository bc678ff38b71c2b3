import { functionName } from '../analysis/function-name.js';
import { isTestFile } from '../analysis/route-files.js';
import { wholeName } from '../source/names.js';
import type { Inspection } from './inspect.js';

/** A test that names functions which are given one more argument by now. */
export interface AffectedTest {
  /** Project-relative. */
  readonly path: string;
  readonly functions: readonly string[];
}

/**
 * The tests that import a helper which is to take the session: `toHaveBeenCalledWith` counts arguments. Tests are never
 * edited, as they say what is expected.
 */
export function affectedTests({ analyses, host }: Inspection): AffectedTest[] {
  const named = new Map<string, Set<string>>();
  // What stands in request scopes takes no argument more.
  for (const { file, rewrites } of analyses.filter(({ kept }) => !kept)) {
    for (const { fn, how } of rewrites) {
      if (how.kind !== 'receive') continue;
      const name = functionName(fn);
      for (const path of host.users?.(file.path) ?? []) {
        if (!isTestFile(path) || !wholeName(name).test(codeOf(host.text(path) ?? ''))) continue;
        named.set(path, (named.get(path) ?? new Set()).add(name));
      }
    }
  }
  return [...named].sort().map(([path, functions]) => ({ path, functions: [...functions].sort() }));
}

/** A text without its strings, as the path of a module often has the name of what it exports. */
function codeOf(text: string): string {
  return text.replace(/(['"])[^'"\n]*\1/g, '');
}
