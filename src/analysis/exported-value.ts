import type { NodePath } from '@babel/traverse';
import type { SourceFile } from '../source/parse.js';
import { followLocal, moduleExports } from './exports.js';
import { programOf } from './program.js';

/** What `file` itself exports as `name`, followed through its own names; re-exports are left out. */
export function exportedValue(file: SourceFile, name: string): NodePath | undefined {
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'value' && one.name === name) return followLocal(one.value);
  }
  return undefined;
}
