import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { entriesOf, isInside, projectPath, repositoryRoot, statOf, upwardFrom } from './files.js';
import { runGit } from './git.js';
import { listNames } from './git-list.js';
import { forgoTrace } from './trace.js';

export interface PathList {
  /** Project-relative, with `/`, each once. Some may be gone, or be something else than a file. */
  readonly paths: readonly string[];
  /** What a person should know of how they were found, as a sentence. */
  readonly note: string | undefined;
}

/**
 * Lists what git tracks or would track below `root`, in submodules and nested repositories too; else (no git, no
 * repository, one that git does not trust, or a project that the repository ignores as a whole) what a walk finds that
 * honours `.gitignore`.
 * @param isWalked asked of each folder (with `/` at its end) before a walk enters it.
 */
export function listPaths(root: string, isWalked: (folder: string) => boolean): PathList {
  const listed = listNames(root);
  if (listed) {
    const paths = withNested(root, listed);
    if (paths.length > 0) return { paths, note: undefined };
  }
  return {
    paths: walk(root, isWalked, ignoreFilesAbove(root)),
    note: listed ? undefined : distrustNote(root),
  };
}

/** The listed paths, and in place of submodules and nested repositories what is listed in those. */
function withNested(root: string, paths: readonly string[]): readonly string[] {
  // An untracked repository is listed as `folder/`, a submodule only as the link that it is.
  const nested = [...paths.filter((path) => path.endsWith('/')), ...submodules(root)];
  // An unmerged file is listed once for each side, one after the other.
  const listed = paths.filter((path, index) => path !== paths[index - 1]);
  if (nested.length === 0) return listed;
  const found = new Set(listed);
  for (const folder of nested.map((path) => path.replace(/\/$/, ''))) {
    found.delete(folder);
    found.delete(`${folder}/`);
    if (statOf(join(root, folder, '.git')) === undefined) continue;
    const inner = listNames(join(root, folder));
    if (!inner) continue;
    for (const path of withNested(join(root, folder), inner)) found.add(posix.join(folder, path));
  }
  return [...found];
}

/** The submodules that `.gitmodules` names below `root`. */
function submodules(root: string): string[] {
  const top = repositoryRoot(root);
  if (top === undefined || statOf(join(top, '.gitmodules')) === undefined) return [];
  const answer = runGit(top, ['config', '-z', '--file', '.gitmodules', '--get-regexp', '\\.path$']);
  if (answer.kind === 'failed') return [];
  const folders = answer.stdout.split('\0').map((entry) => entry.slice(entry.indexOf('\n') + 1));
  return folders
    .filter((folder) => folder !== '' && isInside(root, join(top, folder)) && join(top, folder) !== root)
    .map((folder) => projectPath(root, join(top, folder)));
}

/** Git answers alike outside of a repository and in one of another owner; only the latter is worth a word. */
function distrustNote(root: string): string | undefined {
  const top = repositoryRoot(root);
  if (top === undefined || runGit(root, ['--version']).kind === 'failed') return undefined;
  return `git does not answer in ${top}, which may belong to another user (git config --global --add safe.directory ${top}); the files were found by walking the folders and their .gitignore files.`;
}

interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Every file below `root`, whatever any `.gitignore` says. */
export function walkAll(root: string, isWalked: (folder: string) => boolean): readonly string[] {
  return walk(root, isWalked, undefined);
}

/**
 * Every file below `root` that no `.gitignore` between it and the repository's root ignores.
 * @param above the rules of the folders above; undefined where no rules are to count, those below `root` neither.
 */
function walk(
  root: string,
  isWalked: (folder: string) => boolean,
  above: readonly IgnoreRules[] | undefined,
): readonly string[] {
  const found: string[] = [];
  const enter = (folder: string, rules: readonly IgnoreRules[]): void => {
    const here = join(root, folder);
    const own = above && readIgnoreFile(here);
    const active = own === undefined ? rules : [...rules, own];
    for (const entry of entriesOf(here)) {
      const path = posix.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isIgnored(active, join(here, entry.name), isFolder)) continue;
      if (!isFolder) found.push(path);
      else if (isWalked(`${path}/`)) enter(path, active);
    }
  };
  enter('', above ?? []);
  return found;
}

function readIgnoreFile(folder: string): IgnoreRules | undefined {
  forgoTrace();
  try {
    const text = readFileSync(join(folder, '.gitignore'), 'utf8');
    // Git asks the file system as well, when it makes a repository.
    const ignorecase = statOf(join(folder, '.GITIGNORE')) !== undefined;
    return { folder, rules: ignore({ ignorecase }).add(text) };
  } catch {
    return undefined;
  }
}

/** The `.gitignore` files between the repository's root and the project; none when the project itself is ignored. */
function ignoreFilesAbove(root: string): readonly IgnoreRules[] {
  const top = repositoryRoot(root);
  if (top === undefined || top === root) return [];
  const above = [...upwardFrom(root, top)].slice(1).reverse();
  const rules = above.map(readIgnoreFile).filter((found) => found !== undefined);
  return isIgnored(rules, root, true) ? [] : rules;
}

/** As git decides: the deepest `.gitignore` with an opinion wins, and it may take a file back with `!`. */
function isIgnored(active: readonly IgnoreRules[], absolute: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, rules } of active) {
    const answer = rules.test(`${projectPath(folder, absolute)}${isFolder ? '/' : ''}`);
    if (answer.ignored) ignored = true;
    else if (answer.unignored) ignored = false;
  }
  return ignored;
}
