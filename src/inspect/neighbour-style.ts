import type { ProjectModuleHost } from '../project/module-host.js';
import { detectStyle, type FileStyle } from '../source/style.js';

/** How the project writes the files beside a new one: read off the first of `paths` that can be parsed. */
export function neighbourStyle(paths: readonly string[], host: ProjectModuleHost): FileStyle | undefined {
  for (const path of paths) {
    const file = host.load(path);
    if (file && file.ast.program.body.length > 0) return detectStyle(file);
  }
  return undefined;
}
