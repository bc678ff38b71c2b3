import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SignalServer, SignalServerOptions } from '../../runtime/server/index.js';
import { type RequestBoundHost, requestBoundHost } from '../support/request-bound-host.js';
import { type Sink, type SinkOptions, startSink } from '../support/sink.js';

interface Entry {
  createSignalServer(options: SignalServerOptions): SignalServer;
}

let sink: Sink;
let host: RequestBoundHost<Entry>;

afterEach(() => sink.close());

/** One client for all requests, as a module of an application has it. */
async function start(
  publishes: boolean,
  answer: SinkOptions['answer'],
  options: Partial<SignalServerOptions> = {},
): Promise<SignalServer> {
  sink = await startSink(answer ? { answer } : {});
  host = await requestBoundHost<Entry>('runtime/server/index.ts', publishes);
  return host.entry.createSignalServer({ apiKey: 'k', endpoint: sink.url, timeout: 5000, ...options });
}

/** Starts requests so close together that each begins while others are still sending. */
async function requestsAtOnce(handler: (name: string) => Promise<void>): Promise<string[]> {
  const names = Array.from({ length: 8 }, (_, n) => `event ${n}`);
  const responses: Promise<void>[] = [];
  for (const name of names) {
    responses.push(host.request(() => handler(name)));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await Promise.all(responses);
  return names;
}

function arrived(): (string | undefined)[] {
  return sink.events.map(({ event }) => event).sort();
}

describe('a host where I/O ends with the request that started it', () => {
  it('sends the events of each request within it, by waitUntil', async () => {
    const signal = await start(true, () => ({ delay: 100 }));
    const names = await requestsAtOnce(async (event) => signal.capture({ distinctId: 'u', event }));
    await sink.waitFor(names.length);
    expect(arrived()).toEqual(names);
  });

  it('sends the events of each request within it, by an awaited flush', async () => {
    const signal = await start(false, () => ({ delay: 100 }));
    const names = await requestsAtOnce(async (event) => {
      signal.capture({ distinctId: 'u', event });
      await signal.flush();
    });
    expect(arrived()).toEqual(names);
  });

  it('starts nothing by itself that would end with the request, however many events wait', async () => {
    const signal = await start(false, () => ({ delay: 100 }), { flushBatchSize: 1, flushInterval: 1 });
    await host.request(async () => signal.capture({ distinctId: 'u', event: 'without a flush' }));
    await host.request(() => signal.flush());
    expect(arrived()).toEqual(['without a flush']);
    expect(sink.requests).toHaveLength(1);
  });

  it('tries again within the request', async () => {
    const signal = await start(true, (_request, number) => (number < 2 ? { status: 503 } : undefined));
    await host.request(async () => signal.capture({ distinctId: 'u', event: 'retried' }));
    await sink.waitFor(1);
    expect(sink.requests).toHaveLength(3);
  });

  it('sends what a request that was cut off had taken, with the same id, after its time', async () => {
    const ids: unknown[] = [];
    const signal = await start(
      false,
      (request, number) => {
        ids.push(request.batch[0]?.id);
        return number === 0 ? { break: 'hang' } : undefined;
      },
      { timeout: 200 },
    );
    const gone = vi.waitFor(() => expect(sink.requests).toHaveLength(1));
    await host.cutOff(async () => {
      signal.capture({ distinctId: 'u', event: 'cut off' });
      await signal.flush();
    }, gone);
    await vi.waitFor(async () => {
      await host.request(() => signal.flush());
      expect(arrived()).toEqual(['cut off']);
    });
    expect(ids[0]).toBe(ids[1]);
  });

  it('keeps what a flush could not send in time, and drops it in a shutdown with a word', async () => {
    let down = true;
    const signal = await start(false, () => (down ? { status: 503 } : undefined), { timeout: 200 });
    signal.capture({ distinctId: 'u', event: 'kept' });
    await host.request(() => signal.flush());
    down = false;
    await host.request(() => signal.flush());
    expect(arrived()).toEqual(['kept']);

    down = true;
    signal.capture({ distinctId: 'u', event: 'lost' });
    await host.request(() => signal.shutdown());
    down = false;
    await host.request(() => signal.flush());
    expect(arrived()).toEqual(['kept']);
    expect(host.warnings.join()).toContain('Shut down with 1 events that could not be sent within 200 ms');
  });
});
