import { AsyncLocalStorage } from 'node:async_hooks';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

/** What an application on such a host sees of one request. */
export interface HostRequest {
  /** Keeps the request alive after its response. */
  waitUntil(promise: Promise<unknown>): void;
}

/** The server entry as loaded on a host where I/O ends with the request that started it, as in Cloudflare Workers. */
export interface RequestBoundHost<Entry> {
  readonly entry: Entry;
  /** Console warnings of the code on the host. */
  readonly warnings: string[];
  /** Runs a handler in a request of its own; resolves with what it returned. */
  request<T>(handler: (request: HostRequest) => Promise<T>): Promise<T>;
  /** As `request`, for a visitor who goes away: everything ends when `gone` resolves. */
  cutOff(handler: (request: HostRequest) => Promise<unknown>, gone: Promise<unknown>): Promise<void>;
}

interface Running extends HostRequest {
  readonly end: AbortController;
  readonly kept: Promise<unknown>[];
}

/**
 * Web globals of which `fetch` and `setTimeout` belong to the request that calls them: outside of one they throw, and
 * when it is over, what they started never settles. `waitUntil` is published to the runtime when `publishes` is true.
 */
export async function requestBoundHost<Entry>(
  entryPoint: string,
  publishes: boolean,
): Promise<RequestBoundHost<Entry>> {
  const current = new AsyncLocalStorage<Running>();
  const warnings: string[] = [];

  function running(): Running {
    const request = current.getStore();
    if (!request) throw new Error('This host allows no I/O outside of a request.');
    return request;
  }

  function boundFetch(input: string, init: RequestInit): Promise<Response> {
    const { end } = running();
    const signals = [end.signal, ...(init.signal ? [init.signal] : [])];
    return new Promise((resolve, reject) => {
      fetch(input, { ...init, signal: AbortSignal.any(signals) }).then(
        (response) => end.signal.aborted || resolve(response),
        (error: unknown) => end.signal.aborted || reject(error),
      );
    });
  }

  function boundTimeout(run: () => void, ms: number): number {
    const { end } = running();
    return Number(setTimeout(() => end.signal.aborted || run(), ms));
  }

  const context = createContext({
    ...{ URL, Headers, Response, Blob, CompressionStream, AbortController, crypto },
    console: { log() {}, warn: (message: string) => warnings.push(message) },
    navigator: { userAgent: 'Cloudflare-Workers' },
    fetch: boundFetch,
    setTimeout: boundTimeout,
    clearTimeout,
    ...(publishes && { [Symbol.for('@next/request-context')]: { get: () => current.getStore() } }),
  });
  const options = { bundle: true, format: 'iife', globalName: 'entry', write: false } as const;
  const built = await build({ ...options, entryPoints: [entryPoint] });
  const entry: Entry = runInContext(`${built.outputFiles[0]?.text ?? ''}\nentry`, context);

  function begin(): Running {
    const kept: Promise<unknown>[] = [];
    return { end: new AbortController(), kept, waitUntil: (promise) => void kept.push(promise) };
  }

  return {
    entry,
    warnings,
    async request(handler) {
      const request = begin();
      const result = await current.run(request, () => handler(request));
      void Promise.allSettled(request.kept).then(() => request.end.abort());
      return result;
    },
    async cutOff(handler, gone) {
      const request = begin();
      void current.run(request, () => handler(request));
      await gone;
      request.end.abort();
    },
  };
}
