import type { NodePath } from '@babel/traverse';
import type { SourceFile } from '../source/parse.js';
import { ByDepth } from './by-depth.js';
import { followLocal, moduleExports } from './exports.js';
import { importedValue, unwrap } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';

/** A value and the file that it stands in. */
export interface ProjectValue {
  readonly value: NodePath;
  readonly file: SourceFile;
}

/** What the export `name` of the project file `path` was declared with, through barrels. */
export function exportedValue(
  host: ModuleHost,
  path: string,
  name: string,
  hops = 0,
  known: KnownExports = new ByDepth(),
): ProjectValue | undefined {
  const file = hops > 6 ? undefined : host.load(path);
  return file && known.once(file, hops, () => exportOf(file, name, host, hops, known), name);
}

/** Barrels that lead to each other would be gone through in every order. */
type KnownExports = ByDepth<ProjectValue | undefined>;

function exportOf(
  file: SourceFile,
  name: string,
  host: ModuleHost,
  hops: number,
  known: KnownExports,
): ProjectValue | undefined {
  const exported = moduleExports(programOf(file));
  const onward = (source: string, imported: string): ProjectValue | undefined => {
    const target = host.resolve(source, file.path);
    return target === undefined ? undefined : exportedValue(host, target, imported, hops + 1, known);
  };
  for (const one of exported) {
    if (one.kind === 'all' || one.name !== name) continue;
    return one.kind === 'from'
      ? onward(one.source, one.imported)
      : resolved(one.value, file, host, hops + 1, known);
  }
  for (const one of exported) {
    const found = one.kind === 'all' && name !== 'default' ? onward(one.source, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Follows names, imported ones too, to the value that they were declared with; a package's stay as they are. */
export function resolved(
  expression: NodePath,
  file: SourceFile,
  host: ModuleHost,
  hops = 0,
  known: KnownExports = new ByDepth(),
): ProjectValue | undefined {
  const value = followLocal(expression);
  const imported = importedValue(unwrap(value));
  if (!imported) return { value, file };
  const path = host.resolve(imported.source, file.path);
  return path === undefined ? { value, file } : exportedValue(host, path, imported.name, hops, known);
}
