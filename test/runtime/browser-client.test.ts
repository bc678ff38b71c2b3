import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignalClient, type SignalClientOptions } from '../../runtime/client/signal-client.js';
import { type FakePage, fakePage, memoryStorage } from './fake-page.js';

const MINUTE = 60_000;
let warnings: string[];

beforeEach(() => {
  warnings = [];
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation((message: string) => void warnings.push(message));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface SentEvent {
  id: string;
  type: string;
  event?: string;
  alias?: string;
  distinctId: string;
  sessionId: string;
  windowId: string;
  properties: Record<string, unknown>;
}

function started(page: FakePage, options: Partial<SignalClientOptions> = {}) {
  const client = createSignalClient(page, {
    apiKey: 'public-key',
    projectId: 'p',
    capturePageViews: false,
    compression: false,
    ...options,
  });
  client.start();
  return client;
}

function sent(page: FakePage): SentEvent[] {
  return page.requests
    .filter((request) => request.url.includes('/v1/events'))
    .flatMap((request) => JSON.parse(String(request.body)).batch);
}

function beaconed(page: FakePage): SentEvent[] {
  return page.beacons.flatMap((beacon) => JSON.parse(beacon.body).batch);
}

describe('sessions, windows and persons', () => {
  it('keeps a session for 30 minutes of idleness and renews it after', () => {
    const client = started(fakePage());
    client.capture('a');
    const first = client.getSessionId();
    vi.advanceTimersByTime(30 * MINUTE);
    client.capture('b');
    expect(client.getSessionId()).toBe(first);
    vi.advanceTimersByTime(30 * MINUTE + 1);
    client.capture('c');
    expect(client.getSessionId()).not.toBe(first);
  });

  it('renews a session after 24 hours of steady use', () => {
    const client = started(fakePage());
    client.capture('a');
    const first = client.getSessionId();
    for (let hour = 0; hour < 48; hour += 1) {
      vi.advanceTimersByTime(29 * MINUTE);
      client.capture('b');
    }
    expect(client.getSessionId()).toBe(first);
    for (let hour = 0; hour < 3; hour += 1) {
      vi.advanceTimersByTime(29 * MINUTE);
      client.capture('b');
    }
    expect(client.getSessionId()).not.toBe(first);
  });

  it('renews by a click, but neither renews nor keeps alive by a request that polls', () => {
    const page = fakePage();
    const client = started(page);
    client.observe();
    client.capture('a');
    const first = client.getSessionId();
    for (let poll = 0; poll < 50; poll += 1) {
      vi.advanceTimersByTime(MINUTE);
      expect(client.getSessionId()).toBe(first);
    }
    page.fire('pointerdown');
    expect(client.getSessionId()).not.toBe(first);
  });

  it('shares session and person between tabs, not the window', () => {
    const shared = memoryStorage();
    const one = started(fakePage({ localStorage: shared }));
    const two = started(fakePage({ localStorage: shared }));
    expect(two.getSessionId()).toBe(one.getSessionId());
    expect(two.getDistinctId()).toBe(one.getDistinctId());
    expect(two.getWindowId()).not.toBe(one.getWindowId());
  });

  it('keeps the window through a reload and gives a duplicated tab its own', () => {
    const session = memoryStorage();
    const page = fakePage({ sessionStorage: session });
    const client = started(page);
    client.observe();
    const first = client.getWindowId();

    const duplicate = started(fakePage({ sessionStorage: memoryStorage(session) }));
    expect(duplicate.getWindowId()).not.toBe(first);

    page.fire('pagehide');
    const reloaded = fakePage({ sessionStorage: session });
    const again = started(reloaded);
    again.observe();
    reloaded.fire('pageshow');
    expect(again.getWindowId()).toBe(first);
  });

  it('keeps the window of a page in whose frame the client runs as well', () => {
    const session = memoryStorage();
    const page = fakePage({ sessionStorage: session });
    const first = started(page).getWindowId();
    const frame = fakePage({ sessionStorage: session, isFrame: true });
    expect(started(frame).getWindowId()).toBe(first);
    frame.fire('pagehide');
    const duplicate = started(fakePage({ sessionStorage: memoryStorage(session) }));
    expect(duplicate.getWindowId()).not.toBe(first);
    page.fire('pagehide');
    expect(started(fakePage({ sessionStorage: session })).getWindowId()).toBe(first);
  });

  it('keeps the window of a page that was left after its provider was unmounted', async () => {
    const session = memoryStorage();
    const page = fakePage({ sessionStorage: session });
    const client = started(page);
    const end = client.observe();
    const first = client.getWindowId();
    end();
    await Promise.resolve();
    page.fire('pagehide');
    expect(started(fakePage({ sessionStorage: session })).getWindowId()).toBe(first);
  });

  it('ends a session that a wrong clock has put into the future', () => {
    const shared = memoryStorage();
    const year = 365 * 24 * 60 * MINUTE;
    vi.setSystemTime(Date.now() + year);
    const wrong = started(fakePage({ localStorage: shared })).getSessionId();
    vi.setSystemTime(Date.now() - year);
    const client = started(fakePage({ localStorage: shared }));
    const right = client.getSessionId();
    expect(right).not.toBe(wrong);
    vi.setSystemTime(Date.now() - 10_000);
    expect(client.getSessionId()).toBe(right);
    client.capture('a');
    expect(client.getSessionId()).toBe(right);
  });

  it('takes activity in the future for none', () => {
    const shared = memoryStorage();
    const stored = { id: 's', started: Date.now(), active: Date.now() + 60 * MINUTE };
    shared.setItem('signal.p.session', JSON.stringify(stored));
    const client = started(fakePage({ localStorage: shared }));
    expect(client.getSessionId()).toBe('s');
    client.capture('a');
    expect(client.getSessionId()).not.toBe('s');
  });

  it('is in one window when a page has two clients', () => {
    const page = fakePage();
    expect(started(page, { projectId: 'other' }).getWindowId()).toBe(started(page).getWindowId());
  });

  it('works with storage blocked, in memory', async () => {
    const page = fakePage({ storageBlocked: true });
    const client = started(page);
    client.identify('u1');
    client.capture('a');
    client.capture('b');
    await client.flush();
    const events = sent(page);
    expect(events.map((event) => event.distinctId)).toEqual(['u1', 'u1', 'u1']);
    expect(new Set(events.map((event) => event.sessionId)).size).toBe(1);
    expect(new Set(events.map((event) => event.windowId)).size).toBe(1);
  });

  it('remembers who was identified, tells the anonymous id, and forgets on reset', async () => {
    const shared = memoryStorage();
    const page = fakePage({ localStorage: shared });
    const client = started(page);
    const anonymous = client.getDistinctId();
    client.identify('u1', { plan: 'pro' });
    client.identify('u1');
    client.alias('other');
    client.group('org', 'o1', { size: 2 });
    client.setPersonProperties({ a: 1 });
    client.setPersonPropertiesOnce({ b: 1 });
    await client.flush();
    expect(sent(page)).toMatchObject([
      { type: '$identify', distinctId: 'u1', alias: anonymous, properties: { plan: 'pro' } },
      { type: '$identify', distinctId: 'u1' },
      { type: '$create_alias', distinctId: 'u1', alias: 'other' },
      { type: '$group_assign', distinctId: 'u1', groupType: 'org', groupKey: 'o1', properties: { size: 2 } },
      { type: '$set', distinctId: 'u1', properties: { a: 1 } },
      { type: '$set_once', distinctId: 'u1', properties: { b: 1 } },
    ]);
    expect(sent(page)[1]).not.toHaveProperty('alias');
    expect(started(fakePage({ localStorage: shared })).getDistinctId()).toBe('u1');

    const session = client.getSessionId();
    client.reset();
    expect([anonymous, 'u1']).not.toContain(client.getDistinctId());
    expect(client.getSessionId()).not.toBe(session);
  });

  it('starts afresh from a stored session that is damaged', () => {
    const shared = memoryStorage();
    shared.setItem('signal.p.session', '{"id":1');
    expect(started(fakePage({ localStorage: shared })).getSessionId()).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('page views', () => {
  it('captures the first page and each navigation to another path or query', async () => {
    const page = fakePage();
    const client = started(page, { capturePageViews: true });
    client.observe();
    page.history.replaceState({}, '', '/start');
    page.history.pushState({}, '', '/next?x=1');
    page.history.pushState({}, '', '/next?x=1#part');
    page.go('/back');
    page.fire('popstate');
    await client.flush();
    expect(sent(page).map((event) => [event.event, event.properties.path])).toEqual([
      ['$pageview', '/start'],
      ['$pageview', '/next'],
      ['$pageview', '/back'],
    ]);
  });

  it('does without a history that cannot be written', async () => {
    const page = fakePage();
    Object.freeze(page.history);
    const client = started(page, { capturePageViews: true });
    const end = client.observe();
    page.history.pushState({}, '', '/next');
    page.fire('popstate');
    end();
    await client.flush();
    expect(sent(page).map((event) => event.properties.path)).toEqual(['/start', '/next']);
  });

  it('counts a page once when React mounts the provider twice, and stops with the last provider', async () => {
    const page = fakePage();
    const { pushState } = page.history;
    const client = started(page, { capturePageViews: true });
    client.observe()();
    client.start();
    const end = client.observe();
    const endOther = client.observe();
    end();
    page.history.pushState({}, '', '/two');
    endOther();
    await Promise.resolve();
    expect(page.history.pushState).toBe(pushState);
    page.history.pushState({}, '', '/three');
    await client.flush();
    expect(sent(page).map((event) => event.properties.path)).toEqual(['/start', '/two']);
  });
});

describe('sending', () => {
  it('batches by time and count, without a preflight', async () => {
    const page = fakePage();
    const client = started(page, { maxBatchSize: 3 });
    client.capture('a');
    await vi.advanceTimersByTimeAsync(1999);
    expect(page.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    for (const name of ['b', 'c', 'd']) client.capture(name);
    await vi.advanceTimersByTimeAsync(0);
    expect(page.requests).toHaveLength(2);
    expect(page.requests[0]?.url).toBe('https://api.trysignal.ai/v1/events');
    expect([...(page.requests[0]?.headers ?? [])]).toEqual([]);
    expect(page.requests[0]?.init).toMatchObject({ keepalive: true, credentials: 'omit' });
    const body = JSON.parse(String(page.requests[0]?.body));
    expect(body).toMatchObject({ apiKey: 'public-key', projectId: 'p', batch: [{ event: 'a' }] });
    expect(Object.keys(body).sort()).toEqual(['apiKey', 'batch', 'projectId', 'sentAt']);
  });

  it('gzips a large batch and says so in the address', async () => {
    vi.useRealTimers();
    const page = fakePage();
    const client = started(page, { compression: true, endpoint: '/ingest/' });
    client.capture('a', { text: 'x'.repeat(5000) });
    await client.flush();
    expect(page.requests[0]?.url).toBe('https://app.example/ingest/v1/events?encoding=gzip');
    const body = page.requests[0]?.body;
    if (!(body instanceof ArrayBuffer)) throw new Error('The body is not binary.');
    expect(JSON.parse(gunzipSync(Buffer.from(body)).toString())).toMatchObject({ batch: [{ event: 'a' }] });
  });

  it('tries again after a network error, a 503 and a 429 with its wait, with the same ids', async () => {
    const page = fakePage();
    const answers = [
      () => {
        throw new TypeError('Failed to fetch');
      },
      () => new Response('', { status: 503 }),
      () => new Response('', { status: 429, headers: { 'retry-after': '20' } }),
    ];
    page.respond = () => answers.shift()?.() ?? new Response('{}');
    const client = started(page);
    client.capture('a');
    await vi.advanceTimersByTimeAsync(2000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.requests).toHaveLength(3);
    client.capture('b');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(page.requests).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(15_000);
    const events = sent(page);
    expect(events.map((event) => event.event)).toEqual(['a', 'a', 'a', 'a', 'b']);
    expect(new Set(events.map((event) => event.id)).size).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.requests).toHaveLength(4);
  });

  it('drops what is refused', async () => {
    const page = fakePage();
    page.respond = () => new Response('', { status: 400 });
    const client = started(page);
    client.capture('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.requests).toHaveLength(1);
    expect(warnings[0]).toContain('1 events were refused with status 400');
  });

  function hide(page: FakePage): void {
    page.document.visibilityState = 'hidden';
    page.fire('visibilitychange', 'document');
  }

  function show(page: FakePage): void {
    page.document.visibilityState = 'visible';
    page.fire('visibilitychange', 'document');
  }

  it('sends what waits in beacons when the page is left, and nothing twice', async () => {
    const page = fakePage();
    const client = started(page);
    client.observe();
    client.capture('a');
    client.capture('b', { text: 'x'.repeat(40_000) });
    page.fire('pagehide');
    hide(page);
    expect(beaconed(page).map((event) => event.event)).toEqual(['a', 'b']);
    expect(page.beacons.every((beacon) => beacon.body.length < 64_000)).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.requests).toHaveLength(0);
  });

  it('sends what waits in requests that outlive the page when it is hidden, and nothing twice', async () => {
    const page = fakePage();
    const client = started(page);
    client.observe();
    client.capture('a');
    client.capture('b', { text: 'x'.repeat(40_000) });
    hide(page);
    page.fire('pagehide');
    expect(sent(page).map((event) => event.event)).toEqual(['a', 'b']);
    expect(page.requests.every((request) => request.init?.keepalive)).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.requests).toHaveLength(2);
    expect(page.beacons).toEqual([]);
  });

  it.each(['hidden', 'left and shown again'])(
    'keeps what a receiver in trouble has not taken: %s',
    async (how) => {
      const page = fakePage();
      page.respond = () => new Response('', { status: 503 });
      const client = started(page);
      client.observe();
      for (let at = 0; at < 10; at += 1) client.capture(`e${at}`);
      await client.flush();
      if (how === 'hidden') hide(page);
      else page.fire('pagehide');
      await vi.advanceTimersByTimeAsync(0);
      page.requests.length = 0;
      page.respond = () => new Response('{}');
      if (how === 'hidden') show(page);
      else page.fire('pageshow');
      await vi.advanceTimersByTimeAsync(10_000);
      expect(sent(page).map((event) => event.event)).toEqual([...Array(10).keys()].map((at) => `e${at}`));
      expect(page.beacons).toEqual([]);
    },
  );

  it('sends no more than outlives a page however much waits, and the rest later', async () => {
    const page = fakePage();
    const client = started(page, { flushInterval: 60_000, maxBatchSize: 1000 });
    client.observe();
    for (let at = 0; at < 200; at += 1) client.capture(`e${at}`, { text: 'x'.repeat(1000) });
    hide(page);
    expect(sent(page).length).toBeLessThan(60);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(sent(page).map((event) => event.id)).size).toBe(200);
    expect(sent(page)).toHaveLength(200);
  });

  it('counts bytes where browsers do', () => {
    const page = fakePage();
    const client = started(page, { flushInterval: 60_000 });
    client.observe();
    for (let at = 0; at < 20; at += 1) client.capture(`e${at}`, { text: '漢'.repeat(1200) });
    page.fire('pagehide');
    const sizes = page.beacons.map((beacon) => Buffer.byteLength(beacon.body));
    expect(Math.max(...sizes)).toBeLessThan(31_000);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(64_000);
    expect(beaconed(page).length).toBeGreaterThan(14);
  });

  it.each([
    ['visibilitychange', 'document'],
    ['visibilitychange', 'window'],
    ['pagehide', 'window'],
  ] as const)('sends what a later handler of the page captures in %s of the %s', (type, target) => {
    const page = fakePage();
    const client = started(page);
    client.observe();
    const owner = target === 'document' ? page.document : page;
    owner.addEventListener(type, () => client.capture('time on page'));
    client.capture('a');
    page.fire('pagehide');
    hide(page);
    expect(beaconed(page).map((event) => event.event)).toEqual(['a', 'time on page']);
  });

  it('drops the oldest beyond 1,000, except what is on its way', async () => {
    vi.useRealTimers();
    const page = fakePage();
    const client = started(page, { compression: true });
    for (let at = 0; at < 1001; at += 1) client.capture(`e${at}`, { text: 'x'.repeat(100) });
    await client.flush();
    const bodies = page.requests.map(({ body }) =>
      JSON.parse(body instanceof ArrayBuffer ? gunzipSync(Buffer.from(body)).toString() : String(body)),
    );
    const names = new Set(bodies.flatMap(({ batch }) => batch.map(({ event }: SentEvent) => event)));
    expect([...Array(1001).keys()].filter((at) => !names.has(`e${at}`))).toEqual([50]);
  });

  it('does not repeat on hide what is under way in a request that outlives the page', async () => {
    const page = fakePage();
    const client = started(page);
    client.observe();
    client.capture('a');
    const flushed = client.flush();
    client.capture('b');
    page.fire('pagehide');
    await flushed;
    await client.flush();
    expect(sent(page).map((event) => event.event)).toEqual(['a']);
    expect(beaconed(page).map((event) => event.event)).toEqual(['b']);
  });

  it('keeps events when neither a beacon nor a request takes them', async () => {
    const page = fakePage();
    page.navigator.sendBeacon = () => false;
    page.respond = () => {
      throw new TypeError('Failed to fetch');
    };
    const client = started(page);
    client.observe();
    client.capture('a');
    page.fire('pagehide');
    await vi.advanceTimersByTimeAsync(0);
    page.respond = () => new Response('{}');
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent(page).map((event) => event.event)).toEqual(['a', 'a']);
  });
});

describe('before the start, and wrong options', () => {
  it('stores, tags and sends nothing until started, and after stopped', async () => {
    const local = memoryStorage();
    const page = fakePage({ localStorage: local });
    const client = createSignalClient(page, { apiKey: 'k', projectId: 'p', addTracingHeaders: true });
    client.observe();
    client.capture('early');
    client.identify('u');
    client.reset();
    await page.fetch('/a');
    expect(client.getDistinctId()).toBe('');
    expect(local.entries.size).toBe(0);
    expect([...(page.requests[0]?.headers ?? [])]).toEqual([]);

    client.start();
    await page.fetch('/a');
    expect(page.requests.at(-1)?.headers.get('x-signal-session-id')).toBe(client.getSessionId());
    expect(page.requests.at(-1)?.headers.get('x-signal-window-id')).toBe(client.getWindowId());
    client.stop();
    await page.fetch('/a');
    expect([...(page.requests.at(-1)?.headers ?? [])]).toEqual([]);
  });

  it('warns once without an apiKey, and still adds the headers', async () => {
    const page = fakePage();
    const client = started(page, { apiKey: '', addTracingHeaders: ['app.example'] });
    client.capture('a');
    client.capture('b');
    await client.flush();
    await page.fetch('/a');
    expect(warnings).toEqual([expect.stringContaining('SignalNextProvider has no apiKey')]);
    expect(page.requests[0]?.headers.has('x-signal-session-id')).toBe(true);
  });

  it.each([Number.NaN, 0, -1, Number.POSITIVE_INFINITY])(
    'uses the default for a maxBatchSize of %s and says so',
    async (maxBatchSize) => {
      const page = fakePage();
      const client = started(page, { maxBatchSize });
      for (let at = 0; at < 49; at += 1) client.capture('a');
      await vi.advanceTimersByTimeAsync(1000);
      expect(page.requests).toHaveLength(0);
      client.capture('a');
      await vi.advanceTimersByTimeAsync(10_000);
      expect(page.requests).toHaveLength(1);
      expect(warnings).toEqual([
        expect.stringContaining('The option maxBatchSize is not a number of at least 1'),
      ]);
    },
  );

  it('uses the default for a flushInterval that is no number', async () => {
    const page = fakePage();
    started(page, { flushInterval: Number.NaN }).capture('a');
    await vi.advanceTimersByTimeAsync(1999);
    expect(page.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(page.requests).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('flushInterval')]);
  });

  it('does not let circular properties throw', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(() => started(fakePage()).capture('a', circular)).not.toThrow();
  });
});
