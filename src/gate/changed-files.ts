import { join, resolve } from 'node:path';
import { type GitAnswer, runGit, withoutFilters } from '../project/git.js';
import { UsageError } from '../runner/errors.js';

export interface ChangedFiles {
  /** What was compared with, as a person would name it: `origin/main`. */
  readonly base: string;
  /** Absolute paths: changed, staged, untracked and deleted files, and both names of renamed ones. */
  readonly paths: ReadonlySet<string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A commit to compare with, and who named it. */
interface Candidate {
  readonly rev: string;
  readonly from: string;
}

interface Base extends Candidate {
  readonly commit: string;
}

/**
 * What differs from the merge base of `HEAD` and a base: the commits since, and what is in no commit yet. git runs
 * with fixed arguments and none of the repository's programs.
 * @param given a branch or commit; without one, what GitHub Actions or GitLab say that the change goes to, else the
 * remote's default branch, else the upstream of the current branch.
 * @throws UsageError saying what git lacks.
 */
export function changedFiles(folder: string, given: string | undefined, env: Environment): ChangedFiles {
  const up = runGit(folder, ['rev-parse', '--show-cdup']);
  if (up.kind === 'failed') throw new UsageError(noRepository(folder, up));
  const top = resolve(folder, up.stdout.replace(/\r?\n$/, ''));
  if (commitOf(top, 'HEAD') === undefined)
    throw new UsageError(
      '--changed compares with a commit, and this repository has none yet. Run the check without --changed.',
    );
  const base = baseOf(top, given, env);
  const mergeBase = runGit(top, ['merge-base', base.commit, 'HEAD']);
  if (mergeBase.kind === 'failed') {
    throw new UsageError(
      isShallow(top)
        ? tooShallow(`the commit at which this branch left ${base.rev}`)
        : `${base.rev} and HEAD have no commit in common, so there is nothing to compare. Name another base: --changed=<branch>.`,
    );
  }
  const commit = mergeBase.stdout.trim();
  // A rename is looked at as one file gone and another come: findings are known by their file.
  const different = runGit(
    top,
    [
      'diff',
      '--name-only',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--no-relative',
      '--no-color',
      '--ignore-submodules=all',
      commit,
      '--',
    ],
    withoutFilters(top),
  );
  const untracked = runGit(top, ['ls-files', '-z', '--others', '--exclude-standard', '--full-name']);
  const paths = [different, untracked].flatMap((answer) => {
    if (answer.kind === 'failed')
      throw new UsageError(`git could not compare with ${base.rev}: ${answer.said ?? 'git is gone'}`);
    return answer.stdout.split('\0').filter((path) => path !== '');
  });
  return { base: base.rev, paths: new Set(paths.map((path) => join(top, path))) };
}

function baseOf(top: string, given: string | undefined, env: Environment): Base {
  const candidates = candidatesOf(given, env);
  for (const candidate of candidates) {
    const commit = commitOf(top, candidate.rev);
    if (commit !== undefined) return { ...candidate, commit };
  }
  const [first] = candidates;
  if (first !== undefined && first.from !== DEFAULT) {
    throw new UsageError(
      isShallow(top)
        ? tooShallow(`${first.rev}, which ${first.from} names`)
        : `${first.from} names ${first.rev}, and there is no such commit here. Fetch it (\`git fetch origin\`), or name another base: --changed=<branch>.${given === undefined ? '' : ' Files go before --changed.'}`,
    );
  }
  throw new UsageError(
    isShallow(top)
      ? tooShallow("the remote's default branch")
      : '--changed found nothing to compare with: there is no origin/HEAD, and this branch has no upstream. Name the base: --changed=<branch>.',
  );
}

const DEFAULT = 'the repository';

function candidatesOf(given: string | undefined, env: Environment): Candidate[] {
  if (given !== undefined) return [{ rev: given, from: '--changed' }];
  const named = (variable: string, revs: (value: string) => readonly string[]): Candidate[] => {
    const value = env[variable];
    return value ? revs(value).map((rev) => ({ rev, from: variable })) : [];
  };
  const branch = (name: string): readonly string[] => [`origin/${name}`, name];
  const service = [
    ...named('GITHUB_BASE_REF', branch),
    ...named('CI_MERGE_REQUEST_DIFF_BASE_SHA', (sha) => [sha]),
    ...named('CI_MERGE_REQUEST_TARGET_BRANCH_NAME', branch),
  ];
  if (service.length > 0) return service;
  return ['origin/HEAD', '@{upstream}'].map((rev) => ({ rev, from: DEFAULT }));
}

function commitOf(top: string, rev: string): string | undefined {
  const answer = runGit(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`]);
  return answer.kind === 'ok' ? answer.stdout.trim() : undefined;
}

function isShallow(top: string): boolean {
  const answer = runGit(top, ['rev-parse', '--is-shallow-repository']);
  return answer.kind === 'ok' && answer.stdout.trim() === 'true';
}

function tooShallow(what: string): string {
  return `This is a shallow clone, which lacks ${what}. In GitHub Actions set \`fetch-depth: 0\` for actions/checkout, in GitLab \`GIT_DEPTH: 0\`; elsewhere run \`git fetch --unshallow\`.`;
}

function noRepository(folder: string, { said }: Extract<GitAnswer, { kind: 'failed' }>): string {
  if (said === undefined)
    return '--changed asks git, which is not installed here (or not on the PATH). Install it, or run the check without --changed.';
  if (/not a git repository/i.test(said))
    return `--changed asks git, and ${folder} is in no git repository. Run the check without --changed.`;
  return `--changed asks git, which refuses to look at ${folder}:\n${said}`;
}
