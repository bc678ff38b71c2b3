import { join } from 'node:path';
import type { ModuleHost } from '../analysis/module-host.js';
import { byCodeUnit } from '../source/order.js';
import { parseSource, type SourceFile, type SyntaxProblem } from '../source/parse.js';
import { isFile } from './files.js';
import { linkedFiles } from './linked-files.js';
import type { Project } from './model.js';
import { moduleUsers } from './module-users.js';
import { readSourceText } from './read-source.js';
import { createResolver } from './resolver.js';

/** The module host that reads the disk. */
export interface ProjectModuleHost extends ModuleHost {
  /** The file's text, staged texts first; undefined when it does not exist or cannot be read. Memoised. */
  text(path: string): string | undefined;
  /** The source files of other packages that the app compiles from source. Looked up once. */
  linked(): readonly string[];
  /** What could not be read or parsed among the files loaded so far; missing files are not among them. */
  problems(): readonly SyntaxProblem[];
}

/** What is known of the project's files as a whole. */
export interface HostOptions {
  /** Every source file of the project: what may import one of them. */
  readonly paths?: readonly string[];
  readonly isEditable?: (path: string) => boolean;
}

/**
 * Loads the project's modules from disk, each once. `overlay` (project-relative path to text) takes precedence, and
 * the files it adds are found by `resolve`. `sourcePaths` are the project's own files, for what no import leads to.
 */
export function createModuleHost(
  project: Project,
  overlay: ReadonlyMap<string, string> = new Map(),
  { paths = [], isEditable = () => true }: HostOptions = {},
): ProjectModuleHost {
  const texts = new Map<string, string | undefined>(overlay);
  const files = new Map<string, SourceFile | undefined>();
  const problems = new Map<string, SyntaxProblem>();
  const staged = new Set([...overlay.keys()].map((path) => join(project.root, path)));
  const resolver = createResolver(project, { isFile: (path) => staged.has(path) || isFile(path) });

  const text = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, read(path));
    return texts.get(path);
  };

  const read = (path: string): string | undefined => {
    const source = readSourceText(project.root, path);
    if (source.kind === 'text') return source.text;
    if (source.reason !== 'missing') {
      problems.set(path, { path, message: `The file ${source.message}. ${source.next}`, line: 1, column: 0 });
    }
    return undefined;
  };

  const parse = (path: string): SourceFile | undefined => {
    const source = text(path);
    if (source === undefined) return undefined;
    const result = parseSource(path, source);
    if (result.kind === 'parsed') return result.file;
    problems.set(path, result.problem);
    return undefined;
  };

  const { resolve } = resolver;
  let linkedPaths: readonly string[] | undefined;
  const linked = (): readonly string[] => {
    linkedPaths ??= project.workspaceRoot === undefined ? [] : linkedFiles(paths, { text, resolve });
    return linkedPaths;
  };

  return {
    ...resolver,
    sourcePaths: paths,
    text,
    linked,
    users: moduleUsers(() => [...paths, ...linked()], { text, resolve }),
    isEditable,
    load(path) {
      if (!files.has(path)) files.set(path, parse(path));
      return files.get(path);
    },
    problems: () => [...problems.values()].sort((a, b) => byCodeUnit(a.path, b.path)),
  };
}
