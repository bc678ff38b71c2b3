import type { ProjectModuleHost } from '../project/module-host.js';
import { parseSource, type SourceFile } from '../source/parse.js';
import { asConfigured, detectStyle, type FileStyle } from '../source/style.js';

/**
 * How the project writes the new file at `path`: as its formatter is set up, and else as the first of `paths` that can be
 * parsed is written, or our own texts are.
 */
export function neighbourStyle(path: string, paths: readonly string[], host: ProjectModuleHost): FileStyle {
  for (const one of paths) {
    const file = host.load(one);
    if (file && file.ast.program.body.length > 0)
      return asConfigured(detectStyle(file), host.formatting(path));
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
