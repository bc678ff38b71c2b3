import { dirname, join, posix } from 'node:path';
import type { Resolver } from '../analysis/module-host.js';
import { isRelative } from '../source/specifiers.js';
import { isFile, isInside, projectPath, realPathOf, upwardFrom } from './files.js';
import type { Project } from './model.js';
import { readPackageJson } from './package-json.js';
import { packageSources } from './package-sources.js';
import { type Alias, type PathAliases, readPathAliases, splitAtStar } from './path-aliases.js';
import { isObject } from './read-json.js';
import { boundaryOf } from './workspace.js';

export interface ResolverOptions {
  /** Whether a file exists, by absolute path; lets staged files be found before they are written. */
  readonly isFile?: (path: string) => boolean;
  /** Whether no symlink leads to a file, as far as that is known. */
  readonly isPlain?: (path: string) => boolean;
  /** Whether a project-relative path belongs to another app, whose modules only its own aliases apply to. */
  readonly isOfAnotherApp?: (path: string) => boolean;
}

/** In the order TypeScript and Next try them for a specifier without an extension. */
const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'];
const SOURCE_FILE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;
/** What a specifier that names the emitted file stands for in the source. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * Resolves as the app's bundler does, to source files only: relative paths, `paths` and `baseUrl` of tsconfig or
 * jsconfig, package.json `imports`, and packages of the same workspace. Anything in `node_modules`, and anything
 * outside the workspace (or repository), is undefined. Memoised: make a new one after files came or went.
 */
export function createResolver(
  project: Project,
  options: ResolverOptions = {},
): Resolver & { aliases(): readonly Alias[] } {
  const { root } = project;
  const { isFile: exists = isFile, isPlain = () => false, isOfAnotherApp = () => false } = options;
  const boundary = boundaryOf(project);
  const appAliases = readPathAliases(root);
  const packages = packageSources(project, boundary);
  const memo = new Map<string, string | undefined>();
  let hash: readonly Alias[] | undefined;
  const hashAliases = (): readonly Alias[] => {
    hash ??= importAliases(root);
    return hash;
  };
  const aliasesOfFolder = new Map<string, PathAliases>();

  /** The file a path without a sure extension stands for. */
  const fileAt = (base: string, folderOnly = false): string | undefined => {
    const found = folderOnly ? undefined : fileNamesFor(base).find(exists);
    return found ?? EXTENSIONS.map((extension) => join(base, `index${extension}`)).find(exists);
  };

  const accept = (found: string | undefined): string | undefined => {
    if (found === undefined) return undefined;
    const real = isPlain(found) ? found : (realPathOf(found) ?? found);
    if (!SOURCE_FILE.test(real) || real.split(/[\\/]/).includes('node_modules')) return undefined;
    return isInside(boundary, real) ? projectPath(root, real) : undefined;
  };

  const firstOf = (candidates: readonly string[]): string | undefined => {
    for (const candidate of candidates) {
      const found = accept(fileAt(candidate));
      if (found !== undefined) return found;
    }
    return undefined;
  };

  /** Next applies the app's own aliases to every module it compiles; a package's own come second. */
  const aliasCandidates = (specifier: string, folder: string): readonly string[] => {
    if (isInside(root, folder)) return appAliases.candidates(specifier);
    const isOthers = isOfAnotherApp(`${projectPath(root, folder)}/`);
    const candidates = isOthers ? [] : appAliases.candidates(specifier);
    const config = [...upwardFrom(folder, boundary)].find(hasAliasConfig);
    if (config === undefined) return candidates;
    let own = aliasesOfFolder.get(config);
    if (own === undefined) {
      own = readPathAliases(config);
      aliasesOfFolder.set(config, own);
    }
    return [...candidates, ...own.candidates(specifier)];
  };

  const resolveFresh = (specifier: string, folder: string): string | undefined => {
    if (isRelative(specifier)) {
      return accept(fileAt(join(folder, specifier), /(?:^|\/)\.{0,2}$/.test(specifier)));
    }
    const aliased = firstOf(aliasCandidates(specifier, folder));
    if (aliased !== undefined) return aliased;
    if (specifier.startsWith('#')) return firstOf(packages.ofImports(specifier, folder));
    return firstOf(packages.ofSpecifier(specifier));
  };

  const resolve = (specifier: string, from: string): string | undefined => {
    const folder = dirname(join(root, from));
    // What is no path means the same in every file of the app.
    const isAnywhere = !isRelative(specifier) && !specifier.startsWith('#') && !from.startsWith('../');
    const key = isAnywhere ? specifier : `${folder}\0${specifier}`;
    if (!memo.has(key)) memo.set(key, resolveFresh(specifier, folder));
    return memo.get(key);
  };

  const specifierFor = (to: string, from: string): string => {
    const relative = relativeSpecifier(to, from, appAliases.needsExtension);
    if (posix.dirname(to) === posix.dirname(from) || from.startsWith('../')) return relative;
    // A file that is yet to be written resolves to nothing; what counts is that the specifier means no other file.
    const meansIt = (specifier: string): boolean => {
      const found = resolveFresh(specifier, dirname(join(root, from)));
      return found === undefined ? !exists(join(root, to)) : found === to;
    };
    const absolute = join(root, to);
    const forms = writtenForms(absolute, appAliases.needsExtension);
    const aliased = appAliases.aliases.flatMap((alias) => specifiersThrough(alias, forms)).sort(byAliasRank);
    const imported = hashAliases().flatMap((alias) =>
      specifiersThrough(alias, [absolute, ...emitted(absolute)]),
    );
    const { baseUrl } = appAliases;
    const fromBase = baseUrl === undefined ? [] : forms.filter((form) => form.startsWith(`${baseUrl}/`));
    const candidates = [
      ...aliased,
      ...imported,
      ...fromBase.map((form) => form.slice(`${baseUrl}/`.length)),
      ...(to.startsWith('../') ? packages.specifiersOf(absolute) : []),
    ];
    return candidates.find(meansIt) ?? relative;
  };

  const aliases = (): readonly Alias[] => [...appAliases.aliases, ...hashAliases()];
  return { resolve, specifierFor, exactOptional: appAliases.exactOptional, aliases };
}

/** The files that a path may stand for, short of an index: as written, by its emitted name, with an extension. */
function fileNamesFor(base: string): string[] {
  const extension = /\.[cm]?jsx?$/.exec(base)?.[0] ?? '';
  const stem = base.slice(0, base.length - extension.length);
  return [
    ...(SOURCE_FILE.test(base) ? [base] : []),
    ...(WRITTEN_AS[extension] ?? []).map((written) => stem + written),
    ...EXTENSIONS.map((each) => base + each),
  ];
}

function hasAliasConfig(folder: string): boolean {
  return ['tsconfig.json', 'jsconfig.json'].some((name) => isFile(join(folder, name)));
}

function relativeSpecifier(to: string, from: string, needsExtension: boolean): string {
  const [form = to] = writtenForms(to, needsExtension);
  const relative = posix.relative(posix.dirname(from), form);
  if (relative === '') return '.';
  return isRelative(relative) ? relative : `./${relative}`;
}

/** How an import may name the file, shortest first: without `/index` and extension where the project allows it. */
function writtenForms(path: string, needsExtension: boolean): string[] {
  const extension = posix.extname(path);
  const stem = path.slice(0, path.length - extension.length);
  // Bundlers guess .js, .jsx, .ts and .tsx; the others must be spelled out, by their emitted name.
  if (needsExtension || /^\.[cm][jt]s$/.test(extension)) return emitted(path);
  return [stem.replace(/\/index$/, ''), stem];
}

/** The name of the file that TypeScript would emit, which is what an import with an extension has to name. */
function emitted(path: string): string[] {
  return [path.replace(/\.([cm]?)tsx?$/, '.$1js')];
}

function specifiersThrough(alias: Alias, forms: readonly string[]): string[] {
  // A bare `*` would make every file look like a package.
  if (alias.before === '' && alias.after !== undefined) return [];
  return alias.targets.flatMap((target) =>
    forms.flatMap((form) => {
      if (target.after === undefined || alias.after === undefined) {
        return form === target.before || stripExtension(target.before) === form ? [alias.before] : [];
      }
      if (!form.startsWith(target.before) || !form.endsWith(target.after)) return [];
      const star = form.slice(target.before.length, form.length - target.after.length);
      return star === '' ? [] : [`${alias.before}${star}${alias.after}`];
    }),
  );
}

function stripExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

/** `@/` and `~/` are what people expect; after them the shorter wins. */
function byAliasRank(a: string, b: string): number {
  const rank = (specifier: string): number =>
    specifier.startsWith('@/') ? 0 : specifier.startsWith('~/') ? 1 : 2;
  return rank(a) - rank(b) || a.length - b.length;
}

/** The `#` entries of the app's package.json, as far as they lead to its own files. */
function importAliases(root: string): Alias[] {
  const result = readPackageJson(root);
  if (result.kind !== 'read' || !isObject(result.packageJson.raw.imports)) return [];
  return Object.entries(result.packageJson.raw.imports).map(([pattern, value]) => ({
    ...splitAtStar(pattern),
    targets: targetStrings(value).map((target) => splitAtStar(join(root, target))),
  }));
}

function targetStrings(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(targetStrings);
  return isObject(value) ? Object.values(value).flatMap(targetStrings) : [];
}
