import { followLocal, moduleExports } from '../analysis/exports.js';
import { importedFrom } from '../analysis/expressions.js';
import { programOf } from '../analysis/program.js';
import type { ProjectModuleHost } from '../project/module-host.js';
import type { SourceFile } from '../source/parse.js';

/** A file, and the name under which it exports the component of a layout that is written in it. */
export interface WrittenLayout {
  readonly file: SourceFile;
  readonly name: string;
}

/** So many files hand a component on before it is not looked for any further. */
const MOST_HOPS = 5;

/** Where the component that a layout file exports is written; that file itself where it is not found in the project. */
export function writtenLayout(layout: SourceFile, host: ProjectModuleHost): WrittenLayout {
  let found: WrittenLayout = { file: layout, name: 'default' };
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const taken = takenFrom(found);
    if (taken === undefined) return found;
    const path = host.resolve(taken.source, found.file.path);
    const file = path !== undefined && host.isEditable?.(path) !== false ? host.load(path) : undefined;
    if (!file) return { file: layout, name: 'default' };
    found = { file, name: taken.name };
  }
  return { file: layout, name: 'default' };
}

/** The module that an export is taken from; undefined where it is written in the file. */
function takenFrom({ file, name }: WrittenLayout): { source: string; name: string } | undefined {
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'all' || one.name !== name) continue;
    if (one.kind === 'from') return { source: one.source, name: one.imported };
    const value = followLocal(one.value);
    const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
    return binding && importedFrom(binding);
  }
  return undefined;
}
