import { join, resolve } from 'node:path';
import type { NamedClient } from '../analysis/client/named-client.js';
import { firstOf } from '../source/sentence.js';
import { DEFAULT_SETTINGS, readConfig } from './config-file.js';
import { entriesOf, isFile, projectPath, realPathOf, statOf, upwardFrom } from './files.js';
import { usesFormatter } from './formatter.js';
import type { Evidence, Project } from './model.js';
import { findNextConfig } from './next-config.js';
import { detectNextVersion } from './next-version.js';
import { declaredRange, type PackageJson, readPackageJson } from './package-json.js';
import { detectPackageManager } from './package-manager.js';
import { readPathAliases } from './path-aliases.js';
import { findRouters, type RoutersFound } from './routers.js';
import { sdkFor } from './sdk.js';
import {
  type AppSummary,
  boundaryOf,
  findApps,
  findAppsBelow,
  readCatalogs,
  workspaceAt,
  workspaceOf,
} from './workspace.js';

export type { AppSummary } from './workspace.js';

export type DetectResult =
  | { readonly kind: 'project'; readonly project: Project; readonly warnings: readonly string[] }
  /** The folder is a workspace root and not itself an app. */
  | { readonly kind: 'workspace'; readonly root: string; readonly apps: readonly AppSummary[] }
  | {
      readonly kind: 'failure';
      /** What is wrong, and where. */
      readonly message: string;
      /** What to do about it. */
      readonly next: string;
    };

export interface DetectOptions {
  /** `--sdk`: the Signal package to import from, whatever package.json lists. */
  readonly sdk?: string | undefined;
  /** `--client`: exports that are Signal clients, beside those of the configuration. */
  readonly clients?: readonly NamedClient[] | undefined;
}

/**
 * Says what `folder` is: a Next.js app, a workspace that holds some, or why it is neither. Reads package.json files,
 * folders and next.config as text; runs nothing of the project's.
 */
export function detectProject(folder: string, options: DetectOptions): DetectResult {
  const asked = resolve(folder);
  const root = realPathOf(asked);
  if (root === undefined)
    return failure(`${asked} does not exist.`, 'Check the path, or run this inside your app.');
  if (!statOf(root)?.isDirectory())
    return failure(`${asked} is not a folder.`, "Name the app's folder instead.");

  const result = readPackageJson(root);
  if (result.kind === 'invalid') return failure(result.message, result.next);
  const declared = result.kind === 'read' ? declaredRange(result.packageJson, 'next') : undefined;
  if (result.kind === 'missing' || declared === undefined) {
    const apps = findApps(root);
    if (apps.length > 0) return { kind: 'workspace', root, apps };
    if (result.kind === 'missing') return noPackageJson(root);
    return noNext(root, workspaceAt(root) !== undefined);
  }

  const member = workspaceOf(root);
  const catalogs = readCatalogs(member?.root ?? root);
  const next = detectNextVersion(root, declared, catalogs);
  const found = findRouters(root, next.version.major);
  if (found.routers.app === undefined && found.routers.pages === undefined) {
    // A workspace root often lists `next` only to hoist one version of it.
    const apps = findApps(root);
    if (apps.length > 0) return { kind: 'workspace', root, apps };
    return noRouters(root, found);
  }
  return projectOf({
    root,
    workspaceRoot: member?.root,
    packageJson: result.packageJson,
    next,
    found,
    options,
  });
}

interface Parts {
  readonly root: string;
  readonly workspaceRoot: string | undefined;
  readonly packageJson: PackageJson;
  readonly next: ReturnType<typeof detectNextVersion>;
  readonly found: RoutersFound;
  readonly options: DetectOptions;
}

function projectOf({ root, workspaceRoot, packageJson, next, found, options }: Parts): DetectResult {
  const own = readConfig(root, packageJson);
  if (own.kind === 'invalid') return failure(`${own.message}.`, own.next);
  const { routers, sourceRoot } = found;
  const config = findNextConfig(root, boundaryOf({ root, workspaceRoot }));
  const language = languageOf(root, packageJson, found);
  const manager = detectPackageManager(root, workspaceRoot);
  const sdk = sdkFor(packageJson, options.sdk);
  const asked = options.clients ?? [];
  const configured = own.kind === 'read' ? own.config.clients : [];
  const clientFacts = (clients: readonly NamedClient[], because: string): Evidence[] =>
    clients.map(({ module, exportName }) => ({
      fact: 'Signal client',
      value: `${module}#${exportName}`,
      because,
    }));
  const folderFact = (fact: string, path: string | undefined): Evidence[] =>
    path === undefined ? [] : [{ fact, value: `${path}/`, because: `the folder ${path}/` }];
  const evidence: Evidence[] = [
    { fact: 'Next.js version', value: next.version.text, because: next.because },
    ...folderFact('App Router', routers.app),
    ...folderFact('Pages Router', routers.pages),
    {
      fact: 'language',
      value: language.language === 'ts' ? 'TypeScript' : 'JavaScript',
      because: language.because,
    },
    {
      fact: 'module type',
      value: packageJson.type,
      because: packageJson.type === 'module' ? 'package.json "type"' : 'package.json has no "type": "module"',
    },
    ...aliasEvidence(root),
    ...config.evidence,
    { fact: 'package manager', value: manager.packageManager, because: manager.because },
    ...(workspaceRoot === undefined
      ? []
      : [
          {
            fact: 'workspace',
            value: projectPath(root, workspaceRoot) || '.',
            because: workspaceEvidence(root, workspaceRoot),
          },
        ]),
    { fact: 'Signal package', value: sdk.sdk.name, because: sdk.because },
    ...clientFacts(asked, '--client'),
    ...(own.kind === 'read' ? clientFacts(configured, own.from) : []),
  ];
  return {
    kind: 'project',
    warnings: [...found.warnings, ...config.warnings],
    project: {
      root,
      workspaceRoot,
      name: packageJson.name ?? (root.split(/[\\/]/).pop() || root),
      next: next.version,
      routers,
      sourceRoot,
      language: language.language,
      moduleType: packageJson.type,
      config: config.facts,
      packageManager: manager.packageManager,
      isFormatted: usesFormatter({ root, workspaceRoot }),
      sdk: sdk.sdk,
      clients: [...asked, ...configured],
      settings: own.kind === 'read' ? own.config.settings : DEFAULT_SETTINGS,
      evidence,
    },
  };
}

function aliasEvidence(root: string): Evidence[] {
  const { aliases, baseUrl, file } = readPathAliases(root);
  if (file === undefined)
    return [{ fact: 'alias', value: 'none', because: 'no tsconfig.json or jsconfig.json' }];
  if (aliases.length === 0 && baseUrl !== undefined) {
    return [{ fact: 'alias', value: `baseUrl ${relativeTarget(root, baseUrl)}`, because: file }];
  }
  if (aliases.length === 0) return [{ fact: 'alias', value: 'none', because: `${file} sets no paths` }];
  return aliases.map((alias) => ({
    fact: 'alias',
    value: `${patternOf(alias)} -> ${alias.targets.map((target) => relativeTarget(root, patternOf(target))).join(', ')}`,
    because: file,
  }));
}

function patternOf({ before, after }: { before: string; after: string | undefined }): string {
  return after === undefined ? before : `${before}*${after}`;
}

function relativeTarget(root: string, target: string): string {
  const path = projectPath(root, target);
  return path.startsWith('../') ? path : `./${path}`;
}

function workspaceEvidence(root: string, workspaceRoot: string): string {
  const file = workspaceAt(workspaceRoot)?.declaredIn ?? 'package.json';
  return projectPath(root, join(workspaceRoot, file));
}

function languageOf(
  root: string,
  packageJson: PackageJson,
  { routers, sourceRoot }: RoutersFound,
): { language: 'ts' | 'js'; because: string } {
  if (isFile(join(root, 'tsconfig.json'))) return { language: 'ts', because: 'tsconfig.json' };
  if (declaredRange(packageJson, 'typescript') === undefined) {
    return { language: 'js', because: 'no tsconfig.json, and package.json does not list typescript' };
  }
  const folders = [routers.app, routers.pages, sourceRoot || 'lib'].filter((folder) => folder !== undefined);
  return folders.some((folder) => holdsTypeScript(join(root, folder), 6))
    ? { language: 'ts', because: 'package.json lists typescript, and there are TypeScript files' }
    : {
        language: 'js',
        because: 'package.json lists typescript, but there is no tsconfig.json and no TypeScript file',
      };
}

function holdsTypeScript(folder: string, depth: number): boolean {
  const entries = entriesOf(folder);
  if (entries.some((entry) => entry.isFile() && /(?<!\.d)\.[cm]?tsx?$/.test(entry.name))) return true;
  if (depth === 0) return false;
  return entries.some(
    (entry) =>
      entry.isDirectory() &&
      entry.name !== 'node_modules' &&
      holdsTypeScript(join(folder, entry.name), depth - 1),
  );
}

function failure(message: string, next: string): DetectResult {
  return { kind: 'failure', message, next };
}

function noPackageJson(root: string): DetectResult {
  return failure(`${root} has no package.json, so it is not a Next.js app.`, whereElse(root));
}

function noNext(root: string, isWorkspace: boolean): DetectResult {
  return failure(
    isWorkspace
      ? `${join(root, 'package.json')} declares a workspace, but none of its members is a Next.js app.`
      : `${join(root, 'package.json')} does not list next in dependencies, devDependencies or peerDependencies.`,
    whereElse(root),
  );
}

function noRouters(root: string, found: RoutersFound): DetectResult {
  return failure(
    [
      `${root} depends on next but has neither an app nor a pages folder, in its root or in src.`,
      ...found.warnings,
    ].join(' '),
    'Create app/ or pages/ first, or run this in the folder that holds one of them.',
  );
}

const LISTED = 10;

/** Points at the apps nearby: below the folder, or the one it lies in. */
function whereElse(root: string): string {
  const below = findAppsBelow(root);
  if (below.length > 0) {
    const named = firstOf(
      below.map(({ dir }) => dir),
      LISTED,
    );
    return `Run this in the app's folder; there is ${named}.`;
  }
  for (const folder of upwardFrom(root)) {
    const result = folder === root ? undefined : readPackageJson(folder);
    if (result?.kind === 'read' && declaredRange(result.packageJson, 'next') !== undefined) {
      return `Run this in ${folder}, whose package.json lists next.`;
    }
  }
  return 'Run this in the folder whose package.json lists next, or name that folder with --app.';
}
