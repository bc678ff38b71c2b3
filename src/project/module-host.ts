import { join } from 'node:path';
import { type IndexedWord, type ModuleHost, SIGNAL_SDK } from '../analysis/module-host.js';
import type { Formatting } from '../source/formatting.js';
import { once } from '../source/once.js';
import { byCodeUnit } from '../source/order.js';
import { parseSource, type SourceFile, type SyntaxProblem } from '../source/parse.js';
import { createFileTable } from './file-table.js';
import { projectPath } from './files.js';
import { formattingOf } from './formatting/formatting-of.js';
import { linkedFiles } from './linked-files.js';
import type { Project } from './model.js';
import { moduleGraph } from './module-graph.js';
import { hashesFor } from './module-names.js';
import { createPassingReader, readSourceText } from './read-source.js';
import { createResolver } from './resolver.js';
import { hasUntoldClients } from './sdk.js';
import { TextCache } from './text-cache.js';
import { type WorkspacePackages, workspacePackages } from './workspace-packages.js';

/** The module host that reads the disk. */
export interface ProjectModuleHost extends ModuleHost {
  /** The file's text, staged texts first; undefined when it does not exist or cannot be read. */
  text(path: string): string | undefined;
  glance(path: string): string | undefined;
  /** The source files of other packages that the app compiles from source. Looked up once. */
  linked(): readonly string[];
  /** How the formatter of the project is set up for a file, whether or not it exists. */
  formatting(path: string): Formatting;
  /** The file, if it was parsed before. */
  parsed(path: string): SourceFile | undefined;
  release(path: string): boolean;
  /** What could not be read or parsed among the files loaded so far; missing files are not among them. */
  problems(): readonly SyntaxProblem[];
}

/** What is known of the project's files as a whole. */
export interface HostOptions {
  /** Every source file of the project, listed once somebody asks: what may import one of them. */
  readonly paths?: () => readonly string[];
  /** Whether it is known without a look at the disk that a path is such a file. */
  readonly isListed?: (path: string) => boolean;
  readonly isEditable?: (path: string) => boolean;
  readonly mayLookEverywhere?: () => boolean;
  readonly packages?: WorkspacePackages;
  /** Whether to look in the whole workspace for who imports a module; else in the app and what it compiles. */
  readonly inWorkspace?: boolean;
  readonly mayHold?: (path: string, word: IndexedWord) => boolean;
  /** The files of `paths` that may import a module by one of these names; undefined where that is not known. */
  readonly naming?: ((hashes: ReadonlySet<number>) => readonly string[] | undefined) | undefined;
  /** A host of the same project, whose parsed files are taken over where the text is the same. */
  readonly before?: Pick<ProjectModuleHost, 'parsed'> | undefined;
}

/** Enough for what is looked at together. */
const KEPT_CHARACTERS = 8_000_000;

/**
 * Loads the project's modules from disk. `overlay` (project-relative path to text) takes precedence, and the files it
 * adds are found by `resolve`. Parsed files are kept; of the other texts only those that were asked for last.
 */
export function createModuleHost(
  project: Project,
  overlay: ReadonlyMap<string, string> = new Map(),
  {
    paths = () => [],
    isListed = () => false,
    isEditable = () => true,
    mayHold,
    naming,
    mayLookEverywhere = () => true,
    before,
    packages = workspacePackages(project),
    inWorkspace = false,
  }: HostOptions = {},
): ProjectModuleHost {
  const { root } = project;
  const formatting = formattingOf(project);
  const texts = new TextCache(KEPT_CHARACTERS);
  const unreadable = new Set<string>();
  const files = new Map<string, SourceFile | undefined>();
  const loads = new Map<string, number>();
  // What was decided about a file holds for the text that it had.
  const textsOfReleased = new Map<string, string>();
  const problems = new Map<string, SyntaxProblem>();
  const isKnown = (absolute: string): boolean => {
    const path = projectPath(root, absolute);
    return isListed(path) || overlay.has(path);
  };
  const resolver = createResolver(project, {
    isFile: createFileTable(isKnown),
    isPlain: isKnown,
    isOfAnotherApp: (path) => packages.ownerOf(path)?.isApp ?? false,
  });

  const textAtHand = (path: string): string | undefined =>
    overlay.get(path) ?? files.get(path)?.text ?? textsOfReleased.get(path) ?? texts.get(path);

  const text = (path: string): string | undefined => {
    const known = textAtHand(path);
    if (known !== undefined || unreadable.has(path)) return known;
    const found = read(path);
    if (found === undefined) unreadable.add(path);
    else texts.set(path, found);
    return found;
  };

  const read = (path: string): string | undefined => {
    const source = readSourceText(root, path);
    if (source.kind === 'text') return source.text;
    if (source.reason !== 'missing') {
      problems.set(path, { path, message: `The file ${source.message}. ${source.next}`, line: 1, column: 0 });
    }
    return undefined;
  };

  const parse = (path: string): SourceFile | undefined => {
    const source = text(path);
    if (source === undefined) return undefined;
    const parsed = before?.parsed(path);
    if (parsed?.text === source) return parsed;
    const result = parseSource(path, source, () => formatting(path));
    if (result.kind === 'parsed') return result.file;
    problems.set(path, result.problem);
    return undefined;
  };

  const { resolve } = resolver;
  const readInPassing = createPassingReader();
  /** For looks at every file: what is not at hand is read without being kept, or judged. */
  const passingText = (path: string): string | undefined =>
    textAtHand(path) ?? readInPassing(join(root, path));
  let linkedPaths: readonly string[] | undefined;
  const linked = (): readonly string[] => {
    linkedPaths ??= project.workspaceRoot === undefined ? [] : linkedFiles(paths(), passingText, resolve);
    return linkedPaths;
  };

  const others = (): readonly string[] => (inWorkspace ? packages.sources() : linked());
  const aliases = once(() => resolver.aliases());
  const graph = moduleGraph(
    () => [...paths(), ...others()],
    passingText,
    resolve,
    (path) => {
      const hashes = naming && hashesFor(path, aliases());
      const own = hashes && naming(hashes);
      return own && [...own, ...others()];
    },
  );
  const makesClients = (path: string): boolean =>
    mayHold === undefined || path.startsWith('../')
      ? SIGNAL_SDK.test(passingText(path) ?? '')
      : mayHold(path, 'signal-sdk');
  // Where clients are made or given a name, where these can be named, and whatever is called from there.
  const metByClients = once(() => graph.around(graph.paths.filter(makesClients)));

  return {
    ...resolver,
    get sourcePaths() {
      return paths();
    },
    text,
    glance: passingText,
    linked,
    formatting,
    parsed: (path) => files.get(path),
    release(path) {
      const file = files.get(path);
      if (!file || loads.get(path) !== 1) return false;
      textsOfReleased.set(path, file.text);
      loads.delete(path);
      return files.delete(path);
    },
    ...(mayHold && { mayHold }),
    users: graph.users,
    mayLookEverywhere,
    mayMeetClient: (path) => hasUntoldClients(project) || metByClients().has(path),
    isEditable,
    packageOf: packages.ownerOf,
    load(path) {
      loads.set(path, (loads.get(path) ?? 0) + 1);
      if (!files.has(path)) files.set(path, parse(path));
      return files.get(path);
    },
    problems: () => [...problems.values()].sort((a, b) => byCodeUnit(a.path, b.path)),
  };
}
