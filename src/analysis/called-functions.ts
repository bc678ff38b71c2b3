import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { REEXPORT } from '../source/specifiers.js';
import { ByDepth } from './by-depth.js';
import { followLocal, moduleExports } from './exports.js';
import { type CallPath, calleeOf, importedValue } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import { isWorthLoading, type Sought } from './worth-loading.js';

/** A function and the file that it stands in. */
export interface PlacedFunction {
  readonly fn: NodePath<t.Function>;
  readonly path: string;
}

/**
 * The function that a call in the file `path` runs, where it is declared in that file or exported by another of the
 * project, through re-exports.
 * @param sought what following it is for: a file that does not lead there is not parsed.
 */
export function calledFunction(
  call: CallPath,
  path: string,
  host: ModuleHost,
  sought: Sought,
): PlacedFunction | undefined {
  const callee = calleeOf(call);
  const local = followLocal(callee);
  if (local.isFunction()) return { fn: local, path };
  const imported = importedValue(callee);
  const target = imported && host.resolve(imported.source, path);
  return imported && target !== undefined ? knownFunction(target, imported.name, host, sought) : undefined;
}

const MOST_HOPS = 5;

type ByExport = Map<string, PlacedFunction | undefined>;

const functionsOfHosts = new WeakMap<ModuleHost, ByExport>();

/** Asked once for each export, because a helper of many callers may be a long way through barrels. */
function knownFunction(
  path: string,
  name: string,
  host: ModuleHost,
  sought: Sought,
): PlacedFunction | undefined {
  const ofHost = functionsOfHosts.get(host) ?? new Map<string, PlacedFunction | undefined>();
  functionsOfHosts.set(host, ofHost);
  const key = [path, name, sought.text.source, sought.further].join('\n');
  if (!ofHost.has(key)) ofHost.set(key, exportedFunction(path, name, host, sought));
  return ofHost.get(key);
}

function exportedFunction(
  path: string | undefined,
  name: string,
  host: ModuleHost,
  sought: Sought,
  hops = 0,
  known: KnownFunctions = new ByDepth(),
): PlacedFunction | undefined {
  if (hops > MOST_HOPS || path === undefined) return undefined;
  // A barrel says nothing itself.
  if (!REEXPORT.test(host.text?.(path) ?? '') && !isWorthLoading(path, sought, host)) return undefined;
  const file = host.load(path);
  const onward = (source: string, imported: string): PlacedFunction | undefined =>
    exportedFunction(host.resolve(source, path), imported, host, sought, hops + 1, known);
  return file && known.once(file, hops, () => exportOf(file, name, onward), name);
}

/** Barrels that lead to each other would be gone through in every order. */
type KnownFunctions = ByDepth<PlacedFunction | undefined>;

function exportOf(
  file: SourceFile,
  name: string,
  onward: (source: string, imported: string) => PlacedFunction | undefined,
): PlacedFunction | undefined {
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'value' && one.name === name) {
      const value = followLocal(one.value);
      return value.isFunction() ? { fn: value, path: file.path } : undefined;
    }
    const isPassedOn = one.kind === 'all' || (one.kind === 'from' && one.name === name);
    const found = isPassedOn ? onward(one.source, one.kind === 'from' ? one.imported : name) : undefined;
    if (found) return found;
  }
  return undefined;
}
