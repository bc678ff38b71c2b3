import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { REEXPORT } from '../source/specifiers.js';
import { followLocal, moduleExports } from './exports.js';
import { type CallPath, calleeOf, importedValue } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';

/** A function and the file that it stands in. */
export interface PlacedFunction {
  readonly fn: NodePath<t.Function>;
  readonly path: string;
}

/**
 * The function that a call in the file `path` runs, where it is declared in that file or exported by another of the
 * project, through re-exports.
 * @param isWorthLoading asked of another file's text before the file is parsed.
 */
export function calledFunction(
  call: CallPath,
  path: string,
  host: ModuleHost,
  isWorthLoading: (text: string) => boolean,
): PlacedFunction | undefined {
  const callee = calleeOf(call);
  const local = followLocal(callee);
  if (local.isFunction()) return { fn: local, path };
  const imported = importedValue(callee);
  return imported && exportedFunction(imported.source, imported.name, path, host, isWorthLoading, 0);
}

function exportedFunction(
  source: string,
  name: string,
  from: string,
  host: ModuleHost,
  isWorthLoading: (text: string) => boolean,
  hops: number,
): PlacedFunction | undefined {
  const path = hops > 5 ? undefined : host.resolve(source, from);
  if (path === undefined) return undefined;
  const text = host.text?.(path);
  // A barrel says nothing itself.
  if (text !== undefined && !isWorthLoading(text) && !REEXPORT.test(text)) return undefined;
  const file = host.load(path);
  if (!file) return undefined;
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'value' && one.name === name) {
      const value = followLocal(one.value);
      return value.isFunction() ? { fn: value, path } : undefined;
    }
    const isPassedOn = one.kind === 'all' || (one.kind === 'from' && one.name === name);
    const wanted = one.kind === 'from' ? one.imported : name;
    const found = isPassedOn && exportedFunction(one.source, wanted, path, host, isWorthLoading, hops + 1);
    if (found) return found;
  }
  return undefined;
}
