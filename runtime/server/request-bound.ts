/**
 * True where what a request started (a fetch, a timer) ends with that request: in Cloudflare Workers, also when Next's
 * Node runtime is deployed there, and on Vercel's edge, which follows the same rule. A request that waits for another's
 * I/O can wait forever there. Next's own edge sandbox (`edge-runtime`) is part of a Node process that lives on.
 */
export function ioEndsWithRequest(): boolean {
  const edge: unknown = Reflect.get(globalThis, 'EdgeRuntime');
  if (typeof edge === 'string') return edge !== 'edge-runtime';
  const navigator: unknown = Reflect.get(globalThis, 'navigator');
  return (
    typeof navigator === 'object' &&
    navigator !== null &&
    'userAgent' in navigator &&
    navigator.userAgent === 'Cloudflare-Workers'
  );
}
