import { runGit, withoutFilters } from './git.js';

/** The content of a tracked file, as git names it. */
export interface Blob {
  /** The hash of `blob <size>\0` and the bytes: 40 hexadecimal digits, or 64 in a repository of the newer kind. */
  readonly id: string;
  /** In bytes, of the file on disk; 0 where git itself would look at the bytes again. */
  readonly size: number;
}

/** What git tracks or would track in a folder. */
export interface Listed {
  /** Seen from the folder; unmerged files once for each side. */
  readonly paths: readonly string[];
  /** What git takes to be in regular files, as far as it says so. */
  readonly blobs: ReadonlyMap<string, Blob>;
}

/** Undefined where git does not answer. */
export type GitList = (folder: string) => Listed | undefined;

const NO_BLOBS: ReadonlyMap<string, Blob> = new Map();

/** Lists without blobs. */
export function listNames(folder: string): Listed | undefined {
  return namesIn(folder, []);
}

/** Lists those of `paths` (seen from the folder) that `listNames` would list. */
export function listNamed(folder: string, paths: readonly string[]): Listed | undefined {
  return namesIn(folder, ['--', ...paths]);
}

function namesIn(folder: string, only: readonly string[]): Listed | undefined {
  const names = ['ls-files', '-z', '-c', '-o', '--exclude-standard'];
  const answer = runGit(folder, ['--literal-pathspecs', ...names, ...only]);
  if (answer.kind === 'failed') return undefined;
  const paths = answer.stdout.split('\0');
  paths.pop();
  return { paths, blobs: NO_BLOBS };
}

/** Whatever the configuration says, as less than git's own default takes changed files for unchanged. */
const STRICT = ['-c', 'core.trustCtime=true', '-c', 'core.checkStat=default'];

/**
 * Lists with the blobs of what git takes for unchanged, which costs it a look at each file. A blob is what git would
 * commit, and a conversion (line ends, `ident`) may keep it from being what lies on disk: so the bytes can be those of
 * the blob only where the size is, too.
 */
export function listWithBlobs(folder: string): Listed | undefined {
  const settings = withoutFilters(folder);
  const answer = runGit(
    folder,
    [...STRICT, 'ls-files', '-z', '-v', '-s', '--debug', '-c', '-o', '-m', '--exclude-standard'],
    settings,
  );
  // A filter may keep the size; the pointers of Git LFS, which has one in most configurations, do not.
  const isFiltering = settings.some(([key]) => !key.startsWith('filter.lfs.'));
  const listed = answer.kind === 'ok' && !isFiltering ? parseListing(answer.stdout) : undefined;
  return listed ?? listNames(folder);
}

/** An upper-case H says that no bit in the index exempts the file from comparison. */
const UNCHANGED = /^H 100(?:644|755) ([0-9a-f]{40}|[0-9a-f]{64}) 0\t$/;
const STATUS = '\0  ctime: ';
const SIZE = '\n  size: ';

/**
 * Reads `ls-files -z -v -s --debug`: `? <path>\0` for untracked files, `H <mode> <id> <stage>\t<path>\0` and lines of
 * status for tracked ones, and the same once more with a C for modified ones. Undefined where it looks otherwise.
 */
function parseListing(text: string): Listed | undefined {
  const paths: string[] = [];
  const blobs = new Map<string, Blob>();
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\0', at);
    if (end === -1) return undefined;
    const tag = text[at];
    if (tag === '?') {
      paths.push(text.slice(at + 2, end));
      at = end + 1;
      continue;
    }
    const start = text.indexOf('\t', at) + 1;
    const size = text.indexOf(SIZE, end);
    if (start === 0 || start > end || size === -1 || !text.startsWith(STATUS, end)) return undefined;
    const path = text.slice(start, end);
    if (tag === 'C') {
      blobs.delete(path);
    } else {
      paths.push(path);
      const id = UNCHANGED.exec(text.slice(at, start))?.[1];
      const digits = text.slice(size + SIZE.length, text.indexOf('\t', size));
      if (id !== undefined) blobs.set(path, { id, size: Number(digits) });
    }
    at = text.indexOf('\n', size + 1) + 1;
    if (at === 0) return undefined;
  }
  return { paths, blobs };
}
