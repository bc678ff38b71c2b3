/** A proxy for an app that has none; it goes beside `app/` or `pages/`, with the app's own extension. */
export interface NewProxyFile {
  /** Next 16 renamed `middleware` to `proxy`; earlier versions do not know the new name. */
  readonly baseName: 'proxy' | 'middleware';
  /** TypeScript and JavaScript alike; single quotes, semicolons, two spaces, LF. */
  readonly text: string;
}

/**
 * The file that mounts `signalProxy` alone. Without a known Next version it is a `middleware`, which every version
 * still runs. The matcher leaves out what never reaches the app's code; `_next/data` has to stay in, because
 * `getServerSideProps` is called for it.
 */
export function newProxyFile(nextMajor: number | undefined, importFrom: string): NewProxyFile {
  const baseName = nextMajor !== undefined && nextMajor >= 16 ? 'proxy' : 'middleware';
  const text = `// Gives server code the browser's session where a request cannot carry it in headers.
export { signalProxy as ${baseName} } from '${importFrom}';

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'],
};
`;
  return { baseName, text };
}
