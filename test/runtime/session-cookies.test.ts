import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignalClient, type SignalClientOptions } from '../../runtime/client/signal-client.js';
import { signalProxy } from '../../runtime/proxy/index.js';
import { cookieJar, type FakePage, fakePage, memoryStorage } from './fake-page.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function mounted(page: FakePage, options: Partial<SignalClientOptions> = {}) {
  const client = createSignalClient(page, {
    apiKey: 'k',
    projectId: 'p',
    capturePageViews: false,
    sessionCookie: true,
    ...options,
  });
  client.start();
  return Object.assign(client, { end: client.observe() });
}

/** The session headers that server code is given when the page is loaded with its cookies. */
async function documentLoad(page: FakePage): Promise<(string | null)[]> {
  const request = new Request('https://app.example/', { headers: { cookie: page.cookies.header() } });
  const { headers } = await signalProxy(request);
  return ['session', 'window', 'distinct'].map((name) =>
    headers.get(`x-middleware-request-x-signal-${name}-id`),
  );
}

describe('the session cookies', () => {
  it('carry the ids of the headers from page to server', async () => {
    const page = fakePage();
    const client = mounted(page);
    expect(await documentLoad(page)).toEqual([
      client.getSessionId(),
      client.getWindowId(),
      client.getDistinctId(),
    ]);
  });

  it('are first-party, lax, secure on https only, for all paths, and hold no key', () => {
    const secure = fakePage();
    mounted(secure, { apiKey: 'a-key' });
    expect(secure.cookies.written[0]).toMatch(
      /^signal_session=[0-9a-f-]{36}\.[0-9a-f-]{36}; path=\/; max-age=1800; samesite=lax; secure$/,
    );
    expect(secure.cookies.written[1]).toMatch(
      /^signal_person=[0-9a-f-]{36}; path=\/; max-age=31536000; samesite=lax; secure$/,
    );
    const plain = fakePage({ address: 'http://localhost:3000/' });
    mounted(plain, { apiKey: 'a-key' });
    const all = [...secure.cookies.written, ...plain.cookies.written];
    expect(plain.cookies.written.join()).not.toContain('secure');
    expect(all.join()).not.toMatch(/a-key|domain/i);
  });

  it('are not written without the option, before the start or for a frame without cookies', () => {
    const page = fakePage();
    mounted(page, { sessionCookie: undefined });
    createSignalClient(page, { apiKey: 'k', projectId: 'p', sessionCookie: true }).observe();
    expect(page.cookies.written).toEqual([]);
    const blocked = mounted(fakePage({ storageBlocked: true }));
    expect(() => blocked.identify('u')).not.toThrow();
    expect(() => blocked.end()).not.toThrow();
  });

  it('follow identify and reset, whatever the id is written in', async () => {
    const page = fakePage();
    const client = mounted(page);
    const [session] = await documentLoad(page);
    client.identify('jo@shop.example');
    expect((await documentLoad(page))[2]).toBe('jo@shop.example');
    client.identify('Jürgen; "用户", 100%');
    expect((await documentLoad(page))[2]).toBe(encodeURIComponent('Jürgen; "用户", 100%'));
    client.reset();
    expect(await documentLoad(page)).toEqual([
      client.getSessionId(),
      client.getWindowId(),
      client.getDistinctId(),
    ]);
    expect(client.getSessionId()).not.toBe(session);
  });

  it('end with the session: after 30 idle minutes the person alone is left', async () => {
    const page = fakePage();
    const client = mounted(page);
    vi.advanceTimersByTime(20 * MINUTE);
    page.fire('pointerdown');
    vi.advanceTimersByTime(29 * MINUTE);
    expect((await documentLoad(page))[0]).toBe(client.getSessionId());
    vi.advanceTimersByTime(2 * MINUTE);
    expect(await documentLoad(page)).toEqual([null, null, client.getDistinctId()]);
    page.fire('focus');
    expect((await documentLoad(page))[0]).toBeNull();
    page.fire('pointerdown');
    expect((await documentLoad(page))[0]).toBe(client.getSessionId());
  });

  it('never outlive the 24 hours of a session', async () => {
    const page = fakePage();
    const client = mounted(page);
    const first = client.getSessionId();
    for (let time = 0; time < DAY - 10 * MINUTE; time += 10 * MINUTE) {
      vi.advanceTimersByTime(10 * MINUTE);
      page.fire('keydown');
    }
    expect((await documentLoad(page))[0]).toBe(first);
    vi.advanceTimersByTime(10 * MINUTE + 1000);
    expect((await documentLoad(page))[0]).toBeNull();
    client.capture('a');
    expect((await documentLoad(page))[0]).not.toBe(first);
  });

  it('name the window that is used, of several', async () => {
    const origin = { localStorage: memoryStorage(), cookies: cookieJar() };
    const [one, two] = [fakePage(origin), fakePage(origin)];
    const [first, second] = [mounted(one), mounted(two)];
    expect((await documentLoad(one))[1]).toBe(second.getWindowId());
    one.fire('focus');
    expect((await documentLoad(one))[1]).toBe(first.getWindowId());
    two.fire('visibilitychange', 'document');
    expect((await documentLoad(one))[1]).toBe(second.getWindowId());
  });

  it('keep the window of the tab in front when another works in the background', async () => {
    const origin = { localStorage: memoryStorage(), cookies: cookieJar() };
    const [front, back] = [fakePage(origin), fakePage(origin)];
    back.document.visibilityState = 'hidden';
    const [first, second] = [mounted(front), mounted(back)];
    second.reset();
    const [session, window] = await documentLoad(front);
    expect([session, window]).toEqual([second.getSessionId(), first.getWindowId()]);
    back.document.visibilityState = 'visible';
    back.fire('visibilitychange', 'document');
    expect((await documentLoad(front))[1]).toBe(second.getWindowId());
  });

  it('name the window of a tab that was opened in the background when there is no other', async () => {
    const page = fakePage();
    page.document.visibilityState = 'hidden';
    const client = mounted(page);
    expect((await documentLoad(page))[1]).toBe(client.getWindowId());
  });

  it('are removed when the client stops, and when the option is false', () => {
    const page = fakePage();
    mounted(page).stop();
    expect(page.cookies.header()).toBe('');
    const cookies = cookieJar();
    mounted(fakePage({ cookies }));
    expect(cookies.header()).toContain('signal_session=');
    mounted(fakePage({ cookies }), { sessionCookie: false });
    expect(cookies.header()).toBe('');
  });

  it('are removed with the last provider of the page that keeps them', async () => {
    const page = fakePage();
    const [outer, inner] = [mounted(page), mounted(page, { projectId: 'inner' })];
    expect((await documentLoad(page))[2]).toBe(inner.getDistinctId());
    inner.end();
    await Promise.resolve();
    expect((await documentLoad(page))[2]).toBe(outer.getDistinctId());
    outer.end();
    await Promise.resolve();
    expect(page.cookies.header()).toBe('');
  });

  it('survive a strict-mode remount and a change of options', async () => {
    const page = fakePage();
    const old = mounted(page);
    old.end();
    const end = old.observe();
    await Promise.resolve();
    expect((await documentLoad(page))[0]).toBe(old.getSessionId());
    // As the provider does it: the new client starts while it renders, the old one ends in the effects.
    const next = createSignalClient(page, {
      apiKey: 'k',
      projectId: 'p',
      sessionCookie: true,
      addTracingHeaders: true,
    });
    next.follow(old);
    end();
    next.observe();
    await Promise.resolve();
    expect((await documentLoad(page))[0]).toBe(next.getSessionId());
  });
});

describe('a reset in another tab', () => {
  it('is seen at once', () => {
    const localStorage = memoryStorage();
    const [one, two] = [mounted(fakePage({ localStorage })), mounted(fakePage({ localStorage }))];
    one.identify('u1');
    two.reset();
    expect(one.getDistinctId()).not.toBe('u1');
    expect(one.getDistinctId()).toBe(two.getDistinctId());
  });
});
