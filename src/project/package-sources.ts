import { join, resolve } from 'node:path';
import { exports as resolveExports, imports as resolveImports } from 'resolve.exports';
import { isInside, upwardFrom } from './files.js';
import type { Project } from './model.js';
import { type PackageJson, readPackageJson } from './package-json.js';
import { memberFolders, workspaceAt } from './workspace.js';

/** Where a package's own source may stand for an import of it. Paths are absolute and may lack their extension. */
export interface PackageSources {
  /** Candidates for a bare specifier such as `@acme/db/client`; none for a package that is not of this workspace. */
  ofSpecifier(specifier: string): readonly string[];
  /** Candidates for `#lib/x`, by the `imports` of the package that `folder` belongs to. */
  ofImports(specifier: string, folder: string): readonly string[];
  /** Bare specifiers under which the file at the absolute `path` may be imported, best first. */
  specifiersOf(path: string): readonly string[];
}

interface LocalPackage {
  readonly name: string;
  readonly folder: string;
  readonly packageJson: PackageJson;
}

/** Folders that hold what a build made, so the module's source is looked for in `src` instead. */
const BUILT = /^(?:dist|build|out|lib|es|esm|cjs|types)\/(?:(?:es|esm|cjs|types)\/)?/;

/** Looks into the members of the project's workspace and the folders its package.json links to; never `node_modules`. */
export function packageSources(project: Project, boundary: string): PackageSources {
  let known: ReadonlyMap<string, LocalPackage> | undefined;
  const packages = (): ReadonlyMap<string, LocalPackage> => {
    known ??= localPackages(project);
    return known;
  };
  return {
    ofSpecifier(specifier) {
      const name = packageNameOf(specifier);
      const found = name === undefined ? undefined : packages().get(name);
      return found === undefined ? [] : targetsOf(found, `.${specifier.slice(found.name.length)}`);
    },
    ofImports(specifier, folder) {
      for (const candidate of upwardFrom(folder, boundary)) {
        const result = readPackageJson(candidate);
        if (result.kind === 'read')
          return importTargets(result.packageJson, specifier).map((to) => join(candidate, to));
      }
      return [];
    },
    specifiersOf(path) {
      const owner = [...packages().values()]
        .filter(({ folder }) => isInside(folder, path))
        .sort((a, b) => b.folder.length - a.folder.length)[0];
      if (owner === undefined) return [];
      const { exports } = owner.packageJson.raw;
      const stem = path.slice(owner.folder.length + 1).replace(/\.[cm]?[jt]sx?$/, '');
      const keys = typeof exports === 'object' && exports !== null ? Object.keys(exports) : [];
      const subpaths = ['.', ...keys.filter((key) => key.startsWith('./') && !key.includes('*'))];
      const deep = [stem, stem.replace(/\/index$/, ''), stem.replace(/^src\//, '')].map(
        (each) => `./${each}`,
      );
      return [...subpaths, ...deep].map((subpath) => `${owner.name}${subpath.slice(1)}`);
    },
  };
}

function localPackages(project: Project): ReadonlyMap<string, LocalPackage> {
  const folders = new Set<string>([project.root]);
  const workspace = project.workspaceRoot === undefined ? undefined : workspaceAt(project.workspaceRoot);
  if (workspace !== undefined) for (const folder of memberFolders(workspace)) folders.add(folder);
  const own = readPackageJson(project.root);
  if (own.kind === 'read') {
    for (const range of Object.values({
      ...own.packageJson.devDependencies,
      ...own.packageJson.dependencies,
    })) {
      const linked = /^(?:file|link|portal):(.+)$/.exec(range)?.[1];
      if (linked !== undefined) folders.add(resolve(project.root, linked));
    }
  }
  const packages = new Map<string, LocalPackage>();
  for (const folder of folders) {
    const result = readPackageJson(folder);
    if (result.kind !== 'read' || result.packageJson.name === undefined) continue;
    const { name } = result.packageJson;
    if (!packages.has(name)) packages.set(name, { name, folder, packageJson: result.packageJson });
  }
  return packages;
}

function targetsOf({ folder, name, packageJson }: LocalPackage, subpath: string): string[] {
  const { raw } = packageJson;
  const entry = subpath === '.' ? '.' : subpath;
  const written =
    raw.exports === undefined
      ? fieldTargets(packageJson, entry)
      : [['source'], [], ['types'], ['development']].flatMap((conditions) =>
          attempt(() => resolveExports({ ...raw, name }, entry, { conditions }) ?? undefined),
        );
  return [...new Set(written)]
    .flatMap((target) => sourceCandidates(target))
    .map((target) => join(folder, target));
}

/** Without `exports`: the entry fields for the package itself, the path as written for what lies below it. */
function fieldTargets({ raw }: PackageJson, entry: string): string[] {
  if (entry !== '.') return [entry, entry.replace(/^\.\//, './src/')];
  const fields = [raw.source, raw.module, raw.main, raw.types, raw.typings].filter(
    (field) => typeof field === 'string',
  );
  return [...fields, './src/index', './index'];
}

function sourceCandidates(target: string): string[] {
  const path = target.replace(/^\.\//, '').replace(/\.d\.([cm]?)ts$/, '.$1ts');
  if (!BUILT.test(path)) return [path];
  // A build may change the extension as well (`dist/index.mjs` from `src/index.ts`).
  const source = path.replace(BUILT, 'src/').replace(/\.[cm]?[jt]sx?$/, '');
  // `lib/` is as often where the source itself stands; the other folders are only ever written by a build.
  return path.startsWith('lib/') ? [source, path] : [source];
}

function importTargets({ raw }: PackageJson, specifier: string): string[] {
  const name = typeof raw.name === 'string' ? raw.name : '';
  return [[], ['types'], ['development']]
    .flatMap((conditions) =>
      attempt(() => resolveImports({ ...raw, name }, specifier, { conditions }) ?? undefined),
    )
    .filter((target) => target.startsWith('./'));
}

/** The library throws for what a package does not export. */
function attempt(look: () => readonly string[] | undefined): readonly string[] {
  try {
    return look() ?? [];
  } catch {
    return [];
  }
}

function packageNameOf(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^@./#\\:][^/\\:]*/.exec(specifier)?.[0];
}
