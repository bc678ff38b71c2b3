import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { hashOf } from '../source/hash.js';
import { isInside, projectPath, statOf } from './files.js';
import { forgoTrace, note } from './trace.js';

export type GitAnswer =
  | { readonly kind: 'ok'; readonly stdout: string }
  /** `said` is git's own complaint; undefined when there is no git to run. */
  | { readonly kind: 'failed'; readonly status: number; readonly said: string | undefined };

/**
 * Runs git in `folder` with arguments as they are: no shell, no index refresh, no network, and none of the
 * repository's own programs (fsmonitor, hooks; filters where `settings` turn them off). Fails, never throws, without
 * git, outside a repository, or in one that git does not trust (exit 128).
 * @param input what it reads on stdin
 */
export function runGit(
  folder: string,
  args: readonly string[],
  settings: readonly GitSetting[] = [],
  input?: string,
): GitAnswer {
  const answer = run(folder, args, settings, input);
  // A trace holds the arguments alone.
  if (input !== undefined) forgoTrace();
  note(['git', folder, ...args], () => hashOf(answer.kind === 'ok' ? answer.stdout : `${answer.status}`));
  return answer;
}

function run(
  folder: string,
  args: readonly string[],
  settings: readonly GitSetting[],
  input: string | undefined,
): GitAnswer {
  // Inside a hook these point at the repository of the commit and, being relative, mislead git in a sub-folder.
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...env } = process.env;
  try {
    const stdout = execFileSync(
      'git',
      ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 512 * 1024 * 1024,
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        ...(input !== undefined && { input }),
        env: {
          ...env,
          ...asEnvironment(settings, env),
          GIT_OPTIONAL_LOCKS: '0',
          // A partial clone would fetch what it lacks, with whatever program its configuration names.
          GIT_ALLOW_PROTOCOL: 'none',
          GIT_NO_LAZY_FETCH: '1',
          LC_ALL: 'C',
        },
      },
    );
    return { kind: 'ok', stdout };
  } catch (error) {
    const { status, stderr } = error as { status?: unknown; stderr?: unknown };
    if (typeof status !== 'number') return { kind: 'failed', status: 128, said: undefined };
    return { kind: 'failed', status, said: String(stderr ?? '').trim() };
  }
}

/** A key of git's configuration and what it is to be. */
export type GitSetting = readonly [key: string, value: string];

/**
 * What turns off the filters that the configuration names: `status` and `diff` would run them on files that differ, and
 * the programs may be the repository's. A file that only its filter makes equal counts as changed.
 */
export function withoutFilters(folder: string): GitSetting[] {
  const named = runGit(folder, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  if (named.kind === 'failed') return [];
  const drivers = named.stdout
    .split('\0')
    .flatMap((key) => /^filter\.([\s\S]+)\.[^.]+$/.exec(key)?.[1] ?? []);
  return [...new Set(drivers)].flatMap((driver): GitSetting[] => [
    [`filter.${driver}.clean`, ''],
    [`filter.${driver}.smudge`, ''],
    [`filter.${driver}.process`, ''],
    [`filter.${driver}.required`, 'false'],
  ]);
}

/** By the environment, because on the command line a key with `=` in it would be read as another. */
function asEnvironment(settings: readonly GitSetting[], env: NodeJS.ProcessEnv): Record<string, string> {
  const given = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${given + index}`, key],
    [`GIT_CONFIG_VALUE_${given + index}`, value],
  ]);
  return settings.length === 0
    ? {}
    : { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: `${given + settings.length}` };
}

export type Uncommitted =
  | { readonly kind: 'ok'; readonly dirty: readonly string[] }
  /** git is missing, or the folder is in no repository it can read. */
  | { readonly kind: 'no-git' };

/** Keeps a command line well below every system's limit. */
const PATHS_PER_CALL = 500;

/**
 * Which of `paths` (relative to `root`, with `/`) hold changes that are in no commit: modified, staged, conflicted, or
 * untracked. Paths that do not exist, that git ignores, or that lie outside the repository are not among them.
 */
export function uncommittedAmong(root: string, paths: readonly string[]): Uncommitted {
  const up = runGit(root, ['rev-parse', '--show-cdup']);
  if (up.kind === 'failed') return { kind: 'no-git' };
  const top = resolve(root, up.stdout.replace(/\r?\n$/, ''));
  const asked = paths.filter(
    (path) => statOf(join(root, path)) !== undefined && isInside(top, resolve(root, path)),
  );
  const changed = new Set<string>();
  const settings = withoutFilters(root);
  for (let start = 0; start < asked.length; start += PATHS_PER_CALL) {
    const answer = runGit(
      root,
      [
        // Next's own names (`app/[id]`) read as patterns otherwise.
        '--literal-pathspecs',
        'status',
        '--porcelain=v1',
        '-z',
        '--untracked-files=all',
        '--no-renames',
        '--ignore-submodules=all',
        '--',
        ...asked.slice(start, start + PATHS_PER_CALL),
      ],
      settings,
    );
    if (answer.kind === 'failed') return { kind: 'no-git' };
    for (const entry of answer.stdout.split('\0')) {
      // `XY path`, with the path as seen from the top of the repository.
      if (entry.length > 3) changed.add(projectPath(root, join(top, entry.slice(3))));
    }
  }
  return { kind: 'ok', dirty: asked.filter((path) => changed.has(path)) };
}

/** Whether git ignores `path`; undefined when there is no git to ask. */
export function isIgnoredByGit(root: string, path: string): boolean | undefined {
  const answer = runGit(root, ['check-ignore', '-q', '--', path]);
  if (answer.kind === 'ok') return true;
  return answer.status === 1 ? false : undefined;
}
