import picomatch from 'picomatch';

export interface SourceFileFilter {
  /** Globs, or files and folders as they stand; relative to the project. Empty means everything. */
  readonly only?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/** Whether a project-relative path passes the filter. */
export function filterOf({ only = [], exclude = [] }: SourceFileFilter): (path: string) => boolean {
  if (only.length === 0 && exclude.length === 0) return () => true;
  const takes = anyOf(only);
  const drops = anyOf(exclude);
  return (path) => (only.length === 0 || takes(path)) && !drops(path);
}

/**
 * A pattern is first taken as it stands, as a file or folder, because Next's own names (`app/[id]`, `app/(shop)`) read
 * as globs; then as a glob, with and without its brackets and parentheses being literal.
 */
function anyOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => {
    const clean = pattern
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '');
    if (clean === '' || clean === '.') return () => true;
    const glob = picomatch(clean, { dot: true });
    const literal = picomatch(clean.replace(/[[\]()]/g, '\\$&'), { dot: true });
    return (path: string) => path === clean || path.startsWith(`${clean}/`) || glob(path) || literal(path);
  });
  return (path) => matchers.some((matches) => matches(path));
}
