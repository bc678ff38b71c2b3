import type { ProjectModuleHost } from '../project/module-host.js';
import { parseSource, type SourceFile } from '../source/parse.js';
import { detectStyle, type FileStyle } from '../source/style.js';

/**
 * How the project writes the files beside the new one at `path`: read off the first of `paths` that can be parsed; where
 * there is none, as the formatter is set up, and else as our own texts are written.
 */
export function neighbourStyle(path: string, paths: readonly string[], host: ProjectModuleHost): FileStyle {
  for (const one of paths) {
    const file = host.load(one);
    if (file && file.ast.program.body.length > 0) return detectStyle(file);
  }
  return detectStyle(
    parsed(path, '', () => host.formatting(path)),
    parsed(path, "import 'signal-next';\n"),
  );
}

function parsed(...given: Parameters<typeof parseSource>): SourceFile {
  const result = parseSource(...given);
  if (result.kind === 'unparsable') throw new Error(`${given[0]}: ${result.problem.message}`);
  return result.file;
}
