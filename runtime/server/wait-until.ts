interface RequestContext {
  waitUntil(promise: Promise<unknown>): void;
}

/** Where Next's hosts publish the request that is being served: the protocol that `after()` itself relies on. */
const PUBLISHED_AT = [Symbol.for('@next/request-context'), Symbol.for('@vercel/request-context')];

/**
 * The current request where the platform ends a process with its response (serverless, edge); undefined in a
 * process that lives on, such as `next start`, and outside of a request.
 */
export function currentRequest(): RequestContext | undefined {
  for (const symbol of PUBLISHED_AT) {
    try {
      const context: unknown = callMethod(Reflect.get(globalThis, symbol), 'get');
      if (isRequestContext(context)) return context;
    } catch {
      // A host that refuses to answer here has no request to wait for; tracking must not fail its caller.
    }
  }
  return undefined;
}

function callMethod(owner: unknown, name: string): unknown {
  if (typeof owner !== 'object' || owner === null) return undefined;
  const method: unknown = Reflect.get(owner, name);
  return typeof method === 'function' ? method.call(owner) : undefined;
}

function isRequestContext(value: unknown): value is RequestContext {
  return (
    typeof value === 'object' &&
    value !== null &&
    'waitUntil' in value &&
    typeof value.waitUntil === 'function'
  );
}
