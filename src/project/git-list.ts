import { repositoryRoot } from './files.js';
import { runGit, withoutFilters } from './git.js';
import { entriesOfIndex } from './git-index.js';
import { listing } from './trace.js';

/** A file as git lists it. */
export type ListedFile =
  | { readonly kind: 'untracked' }
  /** Changed since it was added, or git would have to look at its bytes. */
  | { readonly kind: 'uncertain' }
  /**
   * What is on disk is what git has.
   * @property blob the mode and the hash of what is committed; a conversion (line ends, `ident`) may keep it from being
   * what lies on disk, so it says what that is only together with the size.
   * @property size in bytes, of the file on disk
   */
  | { readonly kind: 'unchanged'; readonly blob: string; readonly size: number };

/** What git tracks or would track in a folder, seen from there; unmerged files once for each side. Undefined where git does not answer. */
export function listNames(folder: string): readonly string[] | undefined {
  return namesIn(folder, []);
}

/**
 * Whether git tracks no more than `most` files in a folder; not so where git does not answer. The index says how many it
 * has, which spares a list where that is few, or where the folder is all of the repository.
 */
export function tracksAtMost(folder: string, most: number): boolean {
  const top = repositoryRoot(folder);
  const ofAll = top === undefined ? undefined : entriesOfIndex(top);
  if (ofAll !== undefined && (ofAll <= most || top === folder)) return ofAll <= most;
  const answer = listing(folder, () => runGit(folder, ['ls-files', '-z', '-c']));
  return answer.kind === 'ok' && answer.stdout.split('\0').length - 1 <= most;
}

/** Those of `paths` (seen from the folder) that `listNames` would list. */
export function listNamed(folder: string, paths: readonly string[]): readonly string[] | undefined {
  return namesIn(folder, ['--', ...paths]);
}

/**
 * Whether no rule of git's ignores any of `paths`; false also where git does not answer. Looks at no index, which takes
 * a fraction of the time of a list: of a tracked file that a rule would ignore, only that tells.
 */
export function ignoresNone(folder: string, paths: readonly string[]): boolean {
  const ask = ['check-ignore', '--no-index', '--', ...paths.map(literally)];
  const answer = listing(folder, () => runGit(folder, ask));
  return answer.kind === 'failed' && answer.status === NOT_IGNORED;
}

/**
 * Those of `paths` (seen from the folder) that git ignores and does not track; none where it ignores the folder itself, or does not answer.
 */
export function ignoredAmong(folder: string, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0 || ignoresNone(folder, paths)) return new Set();
  const ask = ['.', ...paths].map(literally).join('\0');
  const answer = runGit(folder, ['check-ignore', '-z', '--stdin'], [], ask);
  const ignored = new Set(answer.kind === 'ok' ? answer.stdout.split('\0') : []);
  return new Set(ignored.has(literally('.')) ? [] : paths.filter((path) => ignored.has(literally(path))));
}

/** `check-ignore` knows no `--literal-pathspecs`, and takes a colon at the start for more than a part of the name. */
function literally(path: string): string {
  return `./${path}`;
}

/** What `check-ignore` exits with. */
const NOT_IGNORED = 1;

function namesIn(folder: string, only: readonly string[]): readonly string[] | undefined {
  const names = ['ls-files', '-z', '-c', '-o', '--exclude-standard'];
  const answer = listing(folder, () => runGit(folder, ['--literal-pathspecs', ...names, ...only]));
  if (answer.kind === 'failed') return undefined;
  const paths = answer.stdout.split('\0');
  paths.pop();
  return paths;
}

/** Whatever the configuration says, as less than git's own default takes changed files for unchanged. */
const STRICT = ['-c', 'core.trustCtime=true', '-c', 'core.checkStat=default'];

/**
 * Lists what `listNames` does, with what git takes for unchanged, which costs it a look at each file. Undefined where
 * git does not answer, or where a filter of the configuration, which may keep the size, could have made what is on disk.
 */
export function listFiles(folder: string): ReadonlyMap<string, ListedFile> | undefined {
  const settings = withoutFilters(folder);
  // The pointers of Git LFS, which has a filter in most configurations, do not keep the size.
  if (settings.some(([key]) => !key.startsWith('filter.lfs.'))) return undefined;
  const answer = runGit(
    folder,
    [...STRICT, 'ls-files', '-z', '-v', '-s', '--debug', '-c', '-o', '-m', '--exclude-standard'],
    settings,
  );
  return answer.kind === 'ok' ? parseListing(answer.stdout) : undefined;
}

/** An upper-case H says that no bit in the index exempts the file from comparison. */
const UNCHANGED = /^H (\d{6} (?:[0-9a-f]{40}|[0-9a-f]{64})) 0\t$/;
const STATUS = '\0  ctime: ';
const SIZE = '\n  size: ';
const UNTRACKED: ListedFile = { kind: 'untracked' };
const UNCERTAIN: ListedFile = { kind: 'uncertain' };

/**
 * Reads `ls-files -z -v -s --debug`: `? <path>\0` for untracked files, `H <mode> <id> <stage>\t<path>\0` and lines of
 * status for tracked ones, and the same once more with a C for modified ones. Undefined where it looks otherwise.
 */
function parseListing(text: string): ReadonlyMap<string, ListedFile> | undefined {
  const files = new Map<string, ListedFile>();
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\0', at);
    if (end === -1) return undefined;
    if (text[at] === '?') {
      files.set(text.slice(at + 2, end), UNTRACKED);
      at = end + 1;
      continue;
    }
    const start = text.indexOf('\t', at) + 1;
    const size = text.indexOf(SIZE, end);
    if (start === 0 || start > end || size === -1 || !text.startsWith(STATUS, end)) return undefined;
    const blob = UNCHANGED.exec(text.slice(at, start))?.[1];
    const digits = text.slice(size + SIZE.length, text.indexOf('\t', size));
    // Git writes 0 where a file may have changed in the moment in which it was added.
    const isCertain = blob !== undefined && digits !== '0';
    files.set(
      text.slice(start, end),
      isCertain ? { kind: 'unchanged', blob, size: Number(digits) } : UNCERTAIN,
    );
    at = text.indexOf('\n', size + 1) + 1;
    if (at === 0) return undefined;
  }
  return files;
}
