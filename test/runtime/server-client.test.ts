import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignalServer, trackServerEvent } from '../../runtime/server/index.js';

const REGISTRY = Symbol.for('signal-next.server.v1');
const REQUEST_CONTEXT = Symbol.for('@next/request-context');

let warnings: string[];
let bodies: { projectId: string; batch: { event: string; properties: Record<string, unknown> }[] }[];
let keys: (string | null)[];
let status: number;

async function fakeFetch(_input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  bodies.push(JSON.parse(String(init?.body)));
  keys.push(new Headers(init?.headers).get('authorization'));
  return new Response('{}', { status });
}

beforeEach(() => {
  warnings = [];
  bodies = [];
  keys = [];
  status = 200;
  forgetClients();
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation((message: string) => void warnings.push(message));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, REQUEST_CONTEXT);
});

/** As in a new process; the registry itself stays, because its exit hook does. */
function forgetClients(): void {
  const registry: unknown = Reflect.get(globalThis, REGISTRY);
  if (typeof registry !== 'object' || registry === null) return;
  Reflect.set(registry, 'clients', new Map());
  Reflect.set(registry, 'latest', undefined);
}

const OPTIONS = { apiKey: 'k', compression: false, fetch: fakeFetch };

function sentEvents(): string[] {
  return bodies.flatMap((body) => body.batch.map((event) => event.event));
}

describe('batching', () => {
  it('sends after flushInterval and not before', async () => {
    const signal = createSignalServer(OPTIONS);
    signal.capture({ distinctId: 'u', event: 'a' });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(bodies).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sentEvents()).toEqual(['a']);
    signal.capture({ distinctId: 'u', event: 'b' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sentEvents()).toEqual(['a', 'b']);
  });

  it('sends at once when flushBatchSize is reached', async () => {
    const signal = createSignalServer({ ...OPTIONS, flushBatchSize: 3 });
    for (const event of ['a', 'b', 'c']) signal.capture({ distinctId: 'u', event });
    await vi.advanceTimersByTimeAsync(0);
    expect(sentEvents()).toEqual(['a', 'b', 'c']);
  });

  it('backs off further with each failure and recovers by itself', async () => {
    status = 500;
    const signal = createSignalServer({ ...OPTIONS, flushBatchSize: 1 });
    signal.capture({ distinctId: 'u', event: 'a' });
    await vi.advanceTimersByTimeAsync(10_000);
    const early = bodies.length;
    expect(early).toBeGreaterThan(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bodies.length - early).toBeLessThanOrEqual(6);
    status = 200;
    await vi.advanceTimersByTimeAsync(30_000);
    const done = bodies.length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(bodies).toHaveLength(done);
    expect(warnings.at(-1)).toContain('accepts events again');
  });

  it('drops the oldest when the queue is full and tells how many', async () => {
    const signal = createSignalServer({ ...OPTIONS, maxQueueSize: 5, flushBatchSize: 100 });
    for (let n = 0; n < 12; n += 1) signal.capture({ distinctId: 'u', event: `e${n}` });
    await signal.flush();
    expect(sentEvents()).toEqual(['e7', 'e8', 'e9', 'e10', 'e11']);
    expect(warnings[0]).toContain('The queue is full (5 events)');
    expect(warnings[1]).toContain('7 events were dropped');
  });
});

describe('what a caller may pass', () => {
  it('keeps the properties as they were at the call', async () => {
    const signal = createSignalServer(OPTIONS);
    const properties = { n: 1 };
    signal.capture({ distinctId: 'u', event: 'a', properties });
    properties.n = 2;
    await signal.flush();
    expect(bodies[0]?.batch[0]?.properties).toEqual({ n: 1 });
  });

  it('sends a bigint as text and drops circular properties alone', async () => {
    const signal = createSignalServer(OPTIONS);
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    signal.capture({ distinctId: 'u', event: 'bad', properties: circular });
    signal.capture({ distinctId: 'u', event: 'big', properties: { n: 12n } });
    await signal.flush();
    expect(bodies[0]?.batch).toMatchObject([{ event: 'big', properties: { n: '12' } }]);
    expect(warnings[0]).toContain('An event of capture() is dropped because its properties are not JSON');
  });

  it('uses the given timestamp, and now for an invalid one', async () => {
    vi.setSystemTime('2026-01-02T03:04:05.000Z');
    const signal = createSignalServer(OPTIONS);
    signal.capture({ distinctId: 'u', event: 'a', timestamp: new Date(0) });
    signal.capture({ distinctId: 'u', event: 'b', timestamp: 'not a date' });
    await signal.flush();
    expect(bodies[0]?.batch).toMatchObject([
      { timestamp: '1970-01-01T00:00:00.000Z' },
      { timestamp: '2026-01-02T03:04:05.000Z' },
    ]);
  });

  it('drops an event without distinctId, names the method and warns once', async () => {
    const signal = createSignalServer(OPTIONS);
    signal.capture({ distinctId: '', event: 'a' });
    signal.capture({ distinctId: '', event: 'b' });
    await signal.flush();
    expect(bodies).toHaveLength(0);
    expect(warnings).toEqual([expect.stringContaining('capture() was called without distinctId')]);
  });

  it('sends a numeric id of a JavaScript caller as text', async () => {
    const signal = createSignalServer(OPTIONS);
    // @ts-expect-error TypeScript callers are told to convert it.
    signal.identify({ distinctId: 42 });
    await signal.flush();
    expect(bodies[0]?.batch).toMatchObject([{ type: '$identify', distinctId: '42' }]);
  });

  it('drops events without an apiKey, without a word before the first event', async () => {
    const signal = createSignalServer({ ...OPTIONS, apiKey: '' });
    expect(warnings).toEqual([]);
    signal.capture({ distinctId: 'u', event: 'a' });
    signal.capture({ distinctId: 'u', event: 'b' });
    await signal.shutdown();
    expect(bodies).toHaveLength(0);
    expect(warnings).toEqual([expect.stringContaining('Set SIGNAL_API_KEY')]);
  });

  it.each([
    ['flushBatchSize', Number.NaN, 'at least 1, so its default 20'],
    ['flushBatchSize', 0, 'at least 1, so its default 20'],
    ['flushInterval', Number.NaN, 'at least 0, so its default 10000'],
    ['flushInterval', -1, 'at least 0, so its default 10000'],
    ['timeout', Number.POSITIVE_INFINITY, 'at least 1, so its default 30000'],
    ['timeout', 0, 'at least 1, so its default 30000'],
    ['maxQueueSize', Number.NaN, 'at least 1, so its default 50000'],
  ])('uses the default of %s for %d, and says so once at the first event', async (name, value, told) => {
    const signal = createSignalServer({ ...OPTIONS, [name]: value });
    expect(warnings).toEqual([]);
    signal.capture({ distinctId: 'u', event: 'a' });
    signal.capture({ distinctId: 'u', event: 'b' });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(bodies).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sentEvents()).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
    expect(warnings).toEqual([`[signal] The ${name} option is not a number of ${told} is used.`]);
  });

  it('waits as long as a timer can for a flushInterval beyond that', async () => {
    const signal = createSignalServer({ ...OPTIONS, flushInterval: 1e12 });
    signal.capture({ distinctId: 'u', event: 'a' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bodies).toHaveLength(0);
    expect(warnings).toEqual([]);
  });

  it('drops events when the endpoint is no URL and says so', () => {
    const signal = createSignalServer({ ...OPTIONS, endpoint: 'api.example.com' });
    signal.capture({ distinctId: 'u', event: 'a' });
    expect(warnings).toEqual([expect.stringContaining('not an http(s) URL')]);
  });
});

describe('one client per process', () => {
  it('gives the same client for the same options, in any order of keys and from another copy of the module', async () => {
    const first = createSignalServer({ apiKey: 'k', projectId: 'p' });
    vi.resetModules();
    const copy = await import('../../runtime/server/index.js');
    expect(copy.createSignalServer).not.toBe(createSignalServer);
    expect(copy.createSignalServer({ projectId: 'p', apiKey: 'k', debug: undefined })).toBe(first);
  });

  it('makes a new client for changed options and flushes the old one', async () => {
    const first = createSignalServer(OPTIONS);
    first.capture({ distinctId: 'u', event: 'a' });
    const second = createSignalServer({ ...OPTIONS, projectId: 'other' });
    expect(second).not.toBe(first);
    await vi.advanceTimersByTimeAsync(0);
    expect(sentEvents()).toEqual(['a']);
    expect(createSignalServer({ ...OPTIONS, fetch: async () => new Response() })).not.toBe(first);
  });

  it('lets trackServerEvent use the latest client, and throws a clear error without one', async () => {
    expect(() => trackServerEvent({ distinctId: 'u', event: 'a' })).toThrow(/Import the module that calls/);
    createSignalServer({ ...OPTIONS, apiKey: 'old' });
    const signal = createSignalServer(OPTIONS);
    trackServerEvent({ distinctId: 'u', event: 'a', sessionId: 's', windowId: 'w' });
    await signal.flush();
    expect(keys).toEqual(['Bearer k']);
    expect(bodies[0]?.batch).toMatchObject([{ event: 'a', sessionId: 's', windowId: 'w' }]);
  });
});

describe('the host it runs on', () => {
  it('hands one flush per request to waitUntil', async () => {
    const promises: Promise<unknown>[] = [];
    const request = { waitUntil: (promise: Promise<unknown>) => void promises.push(promise) };
    Reflect.set(globalThis, REQUEST_CONTEXT, { get: () => request });
    const signal = createSignalServer(OPTIONS);
    signal.capture({ distinctId: 'u', event: 'a' });
    signal.capture({ distinctId: 'u', event: 'b' });
    expect(promises).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(0);
    await Promise.all(promises);
    expect(sentEvents()).toEqual(['a', 'b']);
    signal.capture({ distinctId: 'u', event: 'c' });
    expect(promises).toHaveLength(2);
  });

  it('does not fail the caller when the host refuses to wait, and sends by the interval', async () => {
    const request = {
      waitUntil: () => {
        throw new Error('the response has ended');
      },
    };
    Reflect.set(globalThis, REQUEST_CONTEXT, { get: () => request });
    const signal = createSignalServer(OPTIONS);
    expect(() => signal.capture({ distinctId: 'u', event: 'a' })).not.toThrow();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sentEvents()).toEqual(['a']);
  });

  it('reaches below the fetch that Next patched', async () => {
    const patched = Object.assign(async () => Promise.reject(new Error('patched')), {
      _nextOriginalFetch: fakeFetch,
    });
    vi.stubGlobal('fetch', patched);
    const signal = createSignalServer({ apiKey: 'k', compression: false });
    signal.capture({ distinctId: 'u', event: 'a' });
    await signal.flush();
    vi.unstubAllGlobals();
    expect(sentEvents()).toEqual(['a']);
  });
});
