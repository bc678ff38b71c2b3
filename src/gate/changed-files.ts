import { join, resolve, sep } from 'node:path';
import { type GitAnswer, runGit, withoutFilters } from '../project/git.js';
import { textsOf } from '../project/git-objects.js';
import { UsageError } from '../runner/errors.js';

export interface ChangedFiles {
  /** What was compared with, as a sentence: nobody who named no base can know it else. */
  readonly note: string;
  /** Absolute paths: changed, staged, untracked and deleted files, and both names of renamed ones. */
  readonly paths: ReadonlySet<string>;
  /** Whether a file differs: is one of these, or lies in a submodule that is at another commit. Absolute. */
  has(path: string): boolean;
  /** What stood in some of `paths` at the base; a file that was not there, or that git cannot give, was empty. */
  before(paths: readonly string[]): ReadonlyMap<string, string>;
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
  const head = commitOf(top, 'HEAD');
  if (head === undefined)
    throw new UsageError(
      '--changed compares with a commit, and this repository has none yet. Run the check without --changed.',
    );
  const base = baseOf(top, given, env, head);
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
      '--raw',
      '--no-abbrev',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--no-relative',
      '--no-color',
      // Whether a file in a submodule is edited would take git another look there, by the settings of that.
      '--ignore-submodules=dirty',
      commit,
      '--',
    ],
    withoutFilters(top),
  );
  const untracked = runGit(top, ['ls-files', '-z', '--others', '--exclude-standard', '--full-name']);
  const outputOf = (answer: GitAnswer): string[] => {
    if (answer.kind === 'failed')
      throw new UsageError(`git could not compare with ${base.rev}: ${answer.said ?? 'git is gone'}`);
    return answer.stdout.split('\0');
  };
  const entries = entriesOf(outputOf(different));
  const news = outputOf(untracked).filter((path) => path !== '');
  const blobs = new Map(entries.map(({ path, blob }) => [join(top, path), blob]));
  const paths = new Set([...blobs.keys(), ...news.map((path) => join(top, path))]);
  const folders = entries.filter(({ isLink }) => isLink).map(({ path }) => `${join(top, path)}${sep}`);
  return {
    note: noteOf(base, commit, head),
    paths,
    has: (path) => paths.has(path) || folders.some((folder) => path.startsWith(folder)),
    before(asked) {
      const texts = textsOf(
        top,
        asked.flatMap((path) => blobs.get(path) ?? []),
      );
      return new Map(asked.map((path) => [path, texts.get(blobs.get(path) ?? '') ?? '']));
    },
  };
}

interface Entry {
  readonly path: string;
  /** The hash of what was there; undefined for a file that is new. */
  readonly blob: string | undefined;
  /** Whether it is, or was, the link to a submodule. */
  readonly isLink: boolean;
}

/** Reads `diff --raw -z --no-renames`: `:<mode> <mode> <hash> <hash> <status>` and the path, each with a NUL after it. */
function entriesOf(fields: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [before = '', after = '', hash = ''] = (fields[at] ?? '').slice(1).split(' ');
    const isLink = [before, after].includes(LINK);
    const blob = before === LINK || /^0*$/.test(hash) ? undefined : hash;
    entries.push({ path: fields[at + 1] ?? '', blob, isLink });
  }
  return entries;
}

/** The mode of a link to a submodule. */
const LINK = '160000';

function noteOf({ rev }: Base, commit: string, head: string): string {
  if (commit !== head) return `Compared with ${rev}, which this branch left at ${commit.slice(0, SHOWN)}.`;
  const all = rev === 'HEAD' ? '' : ', which has all that HEAD has';
  return `Compared with ${rev}${all}: only what is in no commit counts as changed.`;
}

/** So much of a hash tells a commit from others in all but the largest repositories. */
const SHOWN = 10;

function baseOf(top: string, given: string | undefined, env: Environment, head: string): Base {
  const candidates = candidatesOf(given, env);
  for (const candidate of candidates) {
    const commit = commitOf(top, candidate.rev);
    if (commit === undefined) continue;
    if (candidate.from !== DEFAULT) return { ...candidate, commit };
    const rev = branchOf(top, candidate.rev);
    // A clone of one branch takes that for the default one, and the branch was pushed before it is checked.
    if (commit === head && isShallow(top)) {
      throw new UsageError(
        `${tooShallow(`what came before HEAD, and ${rev} is HEAD itself`)} --changed=HEAD looks at what is in no commit alone.`,
      );
    }
    return { ...candidate, rev, commit };
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

/** The branch that a name such as `@{upstream}` stands for. */
function branchOf(top: string, rev: string): string {
  const answer = runGit(top, ['rev-parse', '--abbrev-ref', rev]);
  return (answer.kind === 'ok' && answer.stdout.trim()) || rev;
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
