import type { SignalServer } from './signal-server.js';

interface RegisteredClient {
  readonly client: SignalServer;
  /** The `fetch` option it was made with; functions have no place in the key. */
  readonly fetch: typeof fetch | undefined;
}

/** One per process: bundlers and hot reload evaluate this module several times, globalThis is theirs together. */
interface Registry {
  readonly clients: Map<string, RegisteredClient>;
  latest: SignalServer | undefined;
}

const KEY = Symbol.for('signal-next.server.v1');

export function registry(): Registry {
  const existing: unknown = Reflect.get(globalThis, KEY);
  if (isRegistry(existing)) return existing;
  const created: Registry = { clients: new Map(), latest: undefined };
  Reflect.set(globalThis, KEY, created);
  flushOnExit(created);
  return created;
}

function isRegistry(value: unknown): value is Registry {
  return typeof value === 'object' && value !== null && 'clients' in value;
}

/**
 * Sends what is left when a Node process runs out of work (scripts, jobs). Signals are left to the application.
 * `process` is reached by name at call time: Next 16 fails an edge build that mentions `process.on`.
 */
function flushOnExit({ clients }: Registry): void {
  if (Reflect.has(globalThis, 'EdgeRuntime')) return;
  const host: unknown = Reflect.get(globalThis, 'process');
  if (typeof host !== 'object' || host === null) return;
  const once: unknown = Reflect.get(host, 'once');
  if (typeof once !== 'function') return;
  once.call(host, 'beforeExit', () => {
    for (const { client } of clients.values()) void client.shutdown();
  });
}
