import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSignalServer,
  type SignalServer,
  type SignalServerOptions,
} from '../../runtime/server/index.js';
import { type Sink, type SinkOptions, startSink } from '../support/sink.js';

let sink: Sink;
let warnings: string[];
const clients: SignalServer[] = [];

beforeEach(() => {
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((message: string) => void warnings.push(message));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await sink?.close();
});

async function start(answer?: SinkOptions['answer'], options: Partial<SignalServerOptions> = {}) {
  sink = await startSink(answer ? { answer } : {});
  const signal = createSignalServer({ apiKey: 'key-1', endpoint: sink.url, timeout: 5000, ...options });
  clients.push(signal);
  return signal;
}

function captureMany(signal: SignalServer, count: number, properties: Record<string, unknown> = {}): void {
  for (let n = 0; n < count; n += 1) {
    signal.capture({ distinctId: 'u1', event: 'step', properties: { n, ...properties } });
  }
}

function numbers(): unknown[] {
  return sink.events.map((event) => event.properties?.n).sort((a, b) => Number(a) - Number(b));
}

describe('delivery to a real server', () => {
  it('sends one batch with the key, the project and the events in order', async () => {
    const signal = await start(undefined, { projectId: 'p1' });
    signal.capture({ distinctId: 'u1', event: 'one', sessionId: 's', windowId: 'w', groups: { org: 'o' } });
    signal.identify({ distinctId: 'u1', properties: { plan: 'pro' }, sessionId: 's' });
    signal.setPersonProperties('u1', { a: 1 }, 's', 'w');
    signal.setPersonPropertiesOnce('u1', { b: 1 }, undefined, 'w');
    signal.alias('u1', 'old', 's');
    signal.groupIdentify({ groupType: 'org', groupKey: 'o', properties: { size: 3 } }, 's', 'w');
    signal.group('u1', 'org', 'o', undefined, 's', 'w');
    await signal.flush();

    expect(sink.requests).toHaveLength(1);
    expect(sink.requests[0]).toMatchObject({
      apiKey: 'key-1',
      projectId: 'p1',
      url: '/v1/events',
      status: 200,
    });
    expect(sink.events).toMatchObject([
      { type: 'event', event: 'one', distinctId: 'u1', sessionId: 's', windowId: 'w', groups: { org: 'o' } },
      { type: '$identify', distinctId: 'u1', properties: { plan: 'pro' }, sessionId: 's' },
      { type: '$set', distinctId: 'u1', properties: { a: 1 }, sessionId: 's', windowId: 'w' },
      { type: '$set_once', distinctId: 'u1', properties: { b: 1 }, windowId: 'w' },
      { type: '$create_alias', distinctId: 'u1', alias: 'old', sessionId: 's' },
      { type: '$groupidentify', groupType: 'org', groupKey: 'o', properties: { size: 3 }, sessionId: 's' },
      {
        type: '$group_assign',
        distinctId: 'u1',
        groupType: 'org',
        groupKey: 'o',
        sessionId: 's',
        windowId: 'w',
      },
    ]);
    expect(new Set(sink.events.map((event) => event.id)).size).toBe(7);
    expect(sink.events[1]).not.toHaveProperty('windowId');
  });

  it('gzips a large batch and leaves it plain when compression is off', async () => {
    const zipped = await start();
    captureMany(zipped, 30);
    await zipped.flush();
    expect(sink.requests[0]?.gzipped).toBe(true);
    await sink.close();

    const plain = await start(undefined, { compression: false });
    captureMany(plain, 30);
    await plain.flush();
    expect(sink.requests[0]?.gzipped).toBe(false);
    expect(sink.events).toHaveLength(30);
  });

  it('tries again after a 503 and a closed connection, with the same ids', async () => {
    const ids: string[] = [];
    const signal = await start((request, number) => {
      ids.push(request.batch[0]?.id ?? '');
      if (number === 0) return { status: 503 };
      if (number === 1) return { break: 'reset' };
      if (number === 2) return { break: 'half' };
      return undefined;
    });
    captureMany(signal, 1);
    await signal.flush();
    expect(sink.events).toHaveLength(1);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('status 503');
    expect(warnings[1]).toContain('accepts events again');
  });

  it('waits as long as Retry-After asks, for every batch', async () => {
    const times: number[] = [];
    const signal = await start(
      (_request, number) => {
        times.push(performance.now());
        return number === 0 ? { status: 429, headers: { 'retry-after': '1' } } : undefined;
      },
      { flushBatchSize: 1 },
    );
    captureMany(signal, 3);
    await signal.flush();
    expect(numbers()).toEqual([0, 1, 2]);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(950);
  });

  it('gives up at once on another 4xx and says what to check', async () => {
    const signal = await start(() => ({ status: 401 }));
    captureMany(signal, 2);
    await signal.flush();
    expect(sink.requests).toHaveLength(1);
    expect(warnings.join()).toContain('refused 2 events with status 401; they are dropped. Check the apiKey');
    expect(warnings.join()).not.toContain('key-1');
  });

  it.each([301, 302, 303, 307, 308])(
    'takes a redirect for a refusal and says where it leads: %i',
    async (status) => {
      const page = await startSink();
      const headers = { location: `${page.url}/v1/events?token=secret` };
      const signal = await start(() => ({ status, headers }));
      captureMany(signal, 2);
      await signal.flush();
      await page.close();
      expect(sink.requests).toHaveLength(1);
      expect(page.requests).toHaveLength(0);
      expect(warnings).toEqual([
        `[signal] The endpoint refused 2 events with status ${status} (redirect to ${page.url}/v1/events); they are dropped. ` +
          'Set the endpoint option to the address that takes the events.',
      ]);
    },
  );

  it('halves a batch that is too large until it fits, and drops only the event that never does', async () => {
    const signal = await start((request) =>
      request.batch.length > 2 || request.batch.some((event) => event.properties?.n === 5)
        ? { status: 413 }
        : undefined,
    );
    captureMany(signal, 9);
    await signal.flush();
    expect(numbers()).toEqual([0, 1, 2, 3, 4, 6, 7, 8]);
    expect(warnings.join()).toContain('One event of');
  });

  it('aborts a request that never answers and tries again', async () => {
    const signal = await start((_request, number) => (number === 0 ? { break: 'hang' } : undefined), {
      timeout: 400,
    });
    captureMany(signal, 1);
    await signal.flush();
    await sink.waitFor(1);
    expect(sink.requests).toHaveLength(2);
    expect(warnings[0]).toContain('no answer within 400 ms');
  });

  it('ends flush in time when the server is down, and shutdown says how many events are lost', async () => {
    const signal = await start(() => ({ status: 503 }), { timeout: 300 });
    captureMany(signal, 3);
    await signal.flush();
    signal.capture({ distinctId: 'u1', event: 'late' });
    const begun = performance.now();
    await signal.shutdown();
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(warnings.join()).toContain('Shut down with 4 events that could not be sent within 300 ms');
    const before = sink.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(sink.requests.length).toBe(before);
  });

  it('works again after shutdown', async () => {
    const signal = await start();
    captureMany(signal, 1);
    await signal.shutdown();
    captureMany(signal, 1);
    await signal.shutdown();
    expect(sink.events).toHaveLength(2);
  });

  it('sends what is captured while a shutdown is under way', async () => {
    const signal = await start(() => ({ delay: 100 }));
    captureMany(signal, 1);
    const first = signal.shutdown();
    await vi.waitFor(() => expect(sink.requests).toHaveLength(1));
    signal.capture({ distinctId: 'u2', event: 'step', properties: { n: 1 } });
    await first;
    await sink.waitFor(2);
    expect(numbers()).toEqual([0, 1]);
    expect(warnings).toEqual([]);
  });

  it('loses nothing when each of many requests at once ends with a shutdown', async () => {
    const signal = await start(() => ({ delay: 50 }));
    const shutdowns: Promise<void>[] = [];
    for (let n = 0; n < 40; n += 1) {
      signal.capture({ distinctId: 'u1', event: 'step', properties: { n } });
      shutdowns.push(signal.shutdown());
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await Promise.all(shutdowns);
    expect(numbers()).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(warnings).toEqual([]);
  });

  it('gives up on what is older than the shutdown alone when the server is down', async () => {
    let down = true;
    const signal = await start(() => (down ? { break: 'hang' } : undefined), { timeout: 600 });
    captureMany(signal, 2);
    const shutdown = signal.shutdown();
    await vi.waitFor(() => expect(sink.requests).toHaveLength(1));
    signal.capture({ distinctId: 'u2', event: 'step', properties: { n: 'newer' } });
    const flush = signal.flush();
    await shutdown;
    expect(warnings.join()).toContain('Shut down with 2 events that could not be sent');
    down = false;
    await flush;
    await sink.waitFor(1);
    expect(sink.events.map((event) => event.properties?.n)).toEqual(['newer']);
  });

  it('loses nothing and sends nothing twice when half of the requests fail', async () => {
    let failures = 0;
    const signal = await start((_request, number) => {
      if (number % 2 === 1) return undefined;
      failures += 1;
      return number % 4 === 0 ? { status: 500 } : { break: 'reset' };
    });
    captureMany(signal, 3000);
    await signal.flush();
    expect(failures).toBeGreaterThan(5);
    expect(numbers()).toEqual(Array.from({ length: 3000 }, (_, n) => n));
    expect(new Set(sink.events.map((event) => event.id)).size).toBe(3000);
  });

  it('does not let one unlucky batch wait long while others get through', async () => {
    let unlucky = 0;
    const signal = await start((request) => {
      if (request.batch[0]?.properties?.steady || unlucky === 6) return undefined;
      unlucky += 1;
      return { status: 503 };
    });
    const steady = setInterval(() => captureMany(signal, 20, { steady: true }), 50);
    captureMany(signal, 20);
    const begun = performance.now();
    await vi.waitFor(() => expect(unlucky).toBe(6), 10_000);
    clearInterval(steady);
    await signal.flush();
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
