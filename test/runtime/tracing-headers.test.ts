import { describe, expect, it, vi } from 'vitest';
import { installTracing, type TracingOptions } from '../../runtime/client/tracing-headers.js';
import { getSessionInfo } from '../../runtime/server/session-info.js';
import { createLog } from '../../runtime/shared/log.js';
import { type FakePage, fakePage } from './fake-page.js';

const IDS = { sessionId: 's-1', windowId: 'w-1', distinctId: 'u-1' };

function traced(options: Partial<TracingOptions> = {}, page = fakePage()): FakePage & { remove: () => void } {
  const remove = installTracing(page, {
    hosts: true,
    ignore: [],
    eventsUrl: 'https://events.example/v1/events',
    ids: () => IDS,
    log: createLog(false),
    ...options,
  });
  return Object.assign(page, { remove });
}

function sessionOf(page: FakePage): (string | null)[] {
  return page.requests.map((request) => request.headers.get('x-signal-session-id'));
}

describe('which requests carry the headers', () => {
  it('tags the own origin only with true', async () => {
    const page = traced();
    await page.fetch('/api/a');
    await page.fetch('https://app.example/api/a');
    await page.fetch('https://app.example:8443/other-port');
    await page.fetch('http://app.example/other-scheme');
    await page.fetch('https://api.app.example/sub');
    expect(sessionOf(page)).toEqual(['s-1', 's-1', null, null, null]);
    expect(page.requests[0]?.headers.get('x-signal-window-id')).toBe('w-1');
    expect(page.requests[0]?.headers.get('x-signal-distinct-id')).toBe('u-1');
  });

  it('tags exactly the listed hosts, with relative addresses resolved against the page', async () => {
    const page = traced({ hosts: ['API.example', 'localhost:4000'] });
    await page.fetch('/relative');
    await page.fetch('https://api.example/x');
    await page.fetch('https://evil-api.example/x');
    await page.fetch('http://localhost:4000/x');
    await page.fetch('http://localhost:5000/x');
    expect(sessionOf(page)).toEqual([null, 's-1', null, 's-1', null]);
    page.remove();

    const own = traced({ hosts: ['app.example'] });
    await own.fetch('relative');
    expect(sessionOf(own)).toEqual(['s-1']);
  });

  it('tags fetch of an empty address, as Next 13 and 14 call Server Actions', async () => {
    const page = traced();
    await page.fetch('', { method: 'POST' });
    expect(sessionOf(page)).toEqual(['s-1']);
    expect(page.requests[0]?.input).toBe('');
  });

  it('leaves out ignored paths with what is below them, and the events themselves', async () => {
    const page = traced({ ignore: ['/api/upload/', '/auth'], hosts: ['app.example', 'events.example'] });
    for (const path of ['/api/upload', '/api/upload/1?x=1', '/api/uploads', '/auth/callback', '/author']) {
      await page.fetch(path);
    }
    await page.fetch('https://events.example/v1/events?encoding=gzip');
    expect(sessionOf(page)).toEqual([null, null, 's-1', null, 's-1', null]);
  });

  it('leaves data and blob addresses alone', async () => {
    const page = traced();
    await page.fetch('data:text/plain,x');
    expect(sessionOf(page)).toEqual([null]);
  });
});

describe('the request stays what it was', () => {
  it('keeps every init field and the headers given as object, array or Headers', async () => {
    const page = traced();
    const body = new FormData();
    const { signal } = new AbortController();
    const given = { 'x-own': 'a' };
    await page.fetch('/a', { method: 'PUT', body, signal, credentials: 'include', headers: given });
    await page.fetch('/a', { headers: [['x-own', 'a']] });
    await page.fetch('/a', { headers: new Headers(given) });
    expect(page.requests.map((request) => request.headers.get('x-own'))).toEqual(['a', 'a', 'a']);
    expect(sessionOf(page)).toEqual(['s-1', 's-1', 's-1']);
    expect(page.requests[0]?.init).toMatchObject({ method: 'PUT', credentials: 'include' });
    expect(page.requests[0]?.init?.body).toBe(body);
    expect(page.requests[0]?.init?.signal).toBe(signal);
    expect(given).toEqual({ 'x-own': 'a' });
  });

  it('passes a Request on untouched, with its headers, referrer and unread body', async () => {
    const page = traced();
    const request = new Request('https://app.example/a', {
      method: 'POST',
      body: 'text',
      headers: { 'x-own': 'a' },
      referrerPolicy: 'no-referrer',
    });
    await page.fetch(request);
    expect(page.requests[0]?.input).toBe(request);
    expect(page.requests[0]?.headers.get('x-own')).toBe('a');
    expect(page.requests[0]?.init).toMatchObject({ referrerPolicy: 'no-referrer' });
    expect(page.requests[0]?.init).not.toHaveProperty('body');
    expect(request.headers.has('x-signal-session-id')).toBe(false);
    expect(request.bodyUsed).toBe(false);
    const merged = new Request(request, page.requests[0]?.init);
    expect(merged.method).toBe('POST');
    expect(await merged.text()).toBe('text');
  });

  it('lets the headers of init replace those of the Request, as fetch does', async () => {
    const page = traced();
    const request = new Request('https://app.example/a', {
      headers: { 'x-own': 'request', 'x-two': 'request' },
    });
    await page.fetch(request, { headers: { 'x-own': 'init' } });
    expect(Object.fromEntries(page.requests[0]?.headers ?? [])).toMatchObject({ 'x-own': 'init' });
    expect(page.requests[0]?.headers.has('x-two')).toBe(false);
    expect(sessionOf(page)).toEqual(['s-1']);
  });

  it('reads the getters of a Request that is given as init', async () => {
    const page = traced();
    const like = new Request('https://app.example/a', { method: 'PATCH', headers: { 'x-own': 'a' } });
    await page.fetch('/a', like);
    expect(page.requests[0]?.init?.method).toBe('PATCH');
    expect(page.requests[0]?.headers.get('x-own')).toBe('a');
    expect(sessionOf(page)).toEqual(['s-1']);
  });

  it('takes a frozen instance as init', async () => {
    class Init {
      readonly headers = { 'x-own': 'a' };
      readonly mode = 'cors';
      get method() {
        return 'PATCH';
      }
      constructor() {
        Object.freeze(this);
      }
    }
    const page = traced();
    await page.fetch('/a', new Init());
    const { init, headers } = page.requests[0] ?? {};
    expect([init?.method, { ...init }.mode, headers?.get('x-own')]).toEqual(['PATCH', 'cors', 'a']);
    expect(init).toBeInstanceOf(Init);
    expect(sessionOf(page)).toEqual(['s-1']);
  });

  it('keeps a Signal header that the page has set itself', async () => {
    const page = traced();
    await page.fetch('/a', { headers: { 'X-Signal-Session-Id': 'mine' } });
    expect(sessionOf(page)).toEqual(['mine']);
  });

  it.each(['user-1', 'auth0|1', 'jo.doe+x@shop.example', 'a "quoted" one; with: all/sorts=of?marks', "it's"])(
    'sends an id as it is, for readers that do not decode: %s',
    async (distinctId) => {
      const page = traced({ ids: () => ({ ...IDS, distinctId }) });
      await page.fetch('/a');
      const headers = page.requests[0]?.headers ?? new Headers();
      expect(headers.get('x-signal-distinct-id')).toBe(distinctId);
      expect(getSessionInfo(headers).distinctId).toBe(distinctId);
    },
  );

  it.each(['100%', '%41', 'a,b', 'Jürgen', '用户', '😀'])(
    'encodes an id that would arrive as another, and readers decode it: %s',
    async (distinctId) => {
      const page = traced({ ids: () => ({ ...IDS, distinctId }) });
      await page.fetch('/a');
      const headers = page.requests[0]?.headers ?? new Headers();
      expect(headers.get('x-signal-distinct-id')).toBe(encodeURIComponent(distinctId));
      expect(getSessionInfo(headers).distinctId).toBe(distinctId);
    },
  );

  it('encodes ids that a header cannot hold', async () => {
    const page = traced({ ids: () => ({ ...IDS, distinctId: '用户 1\n', windowId: '' }) });
    await page.fetch('/a');
    const { headers } = page.requests[0] ?? { headers: new Headers() };
    expect(headers.get('x-signal-distinct-id')).toBe('%E7%94%A8%E6%88%B7%201%0A');
    expect(headers.has('x-signal-window-id')).toBe(false);
  });

  it('reads the ids for each request', async () => {
    let sessionId = 'first';
    const page = traced({ ids: () => ({ ...IDS, sessionId }) });
    await page.fetch('/a');
    sessionId = 'second';
    await page.fetch('/a');
    expect(sessionOf(page)).toEqual(['first', 'second']);
  });

  it('sends the request as it was when anything fails', async () => {
    const page = traced({
      ids: () => {
        throw new Error('storage is gone');
      },
    });
    const init = { method: 'POST' };
    await page.fetch('/a', init);
    expect(page.requests[0]?.init).toBe(init);
    const lone = traced({ ids: () => ({ ...IDS, distinctId: '\ud800' }) });
    await lone.fetch('/a');
    expect(lone.requests).toHaveLength(1);
    await expect(Promise.resolve(lone.fetch('http://['))).rejects.toThrow('Invalid URL');
  });
});

describe('XMLHttpRequest', () => {
  function send(page: FakePage, url: string, own: [string, string][] = []) {
    const xhr = page.newXhr();
    xhr.open('POST', url);
    for (const [name, value] of own) xhr.setRequestHeader(name, value);
    xhr.send('body');
    return xhr.sent;
  }

  it('gets the headers on send, by the same rules', () => {
    const page = traced({ ignore: ['/skip'] });
    expect(send(page, '/a', [['x-own', 'a']])).toEqual([
      ['x-own', 'a'],
      ['x-signal-session-id', 's-1'],
      ['x-signal-window-id', 'w-1'],
      ['x-signal-distinct-id', 'u-1'],
    ]);
    expect(send(page, 'https://other.example/a')).toEqual([]);
    expect(send(page, '/skip/a')).toEqual([]);
  });

  it('never doubles a header, not of the page nor of a second installation', () => {
    const page = traced();
    traced({}, page);
    expect(send(page, '/a', [['X-Signal-Session-Id', 'mine']])).toEqual([
      ['X-Signal-Session-Id', 'mine'],
      ['x-signal-window-id', 'w-1'],
      ['x-signal-distinct-id', 'u-1'],
    ]);
  });

  it('tags each use of an instance that is opened again', () => {
    const page = traced();
    const xhr = page.newXhr();
    for (let use = 0; use < 2; use += 1) {
      xhr.open('GET', '/a');
      xhr.send();
      expect(xhr.sent).toHaveLength(3);
    }
  });

  it('does not disturb a send before open', () => {
    expect(() => traced().newXhr().send()).not.toThrow();
  });
});

describe('living with other wrappers', () => {
  it('restores the originals when nobody wrapped them since', () => {
    const page = fakePage();
    const { fetch } = page;
    const { send, open, setRequestHeader } = page.XMLHttpRequest?.prototype ?? {};
    traced({}, page).remove();
    expect(page.fetch).toBe(fetch);
    expect(page.XMLHttpRequest?.prototype).toMatchObject({ send, open, setRequestHeader });
  });

  it('wraps nothing twice, also from another copy of the module, and uses the latest options', async () => {
    const page = traced({ ids: () => ({ ...IDS, sessionId: 'old' }) });
    const { fetch } = page;
    vi.resetModules();
    const copy = await import('../../runtime/client/tracing-headers.js');
    expect(copy.installTracing).not.toBe(installTracing);
    const remove = copy.installTracing(page, {
      hosts: true,
      ignore: [],
      eventsUrl: undefined,
      ids: () => ({ ...IDS, sessionId: 'new' }),
      log: createLog(false),
    });
    expect(page.fetch).toBe(fetch);
    page.remove();
    await page.fetch('/a');
    remove();
    await page.fetch('/a');
    expect(sessionOf(page)).toEqual(['new', null]);
  });

  it('goes back to the options of before when later ones are taken off', async () => {
    const page = traced({ ids: () => ({ ...IDS, sessionId: 'outer' }) });
    const { fetch } = page;
    const inner = traced({ ids: () => ({ ...IDS, sessionId: 'inner' }) }, page);
    await page.fetch('/a');
    inner.remove();
    await page.fetch('/a');
    expect(page.fetch).toBe(fetch);
    expect(sessionOf(page)).toEqual(['inner', 'outer']);
  });

  it.each(['before', 'after'])(
    'wraps again when another tool has put the original back %s the end',
    async (when) => {
      const page = fakePage();
      const original = page.fetch;
      const { remove } = traced({}, page);
      const ours = page.fetch;
      if (when === 'before') page.fetch = original;
      else page.fetch = (...args) => ours(...args);
      remove();
      page.fetch = original;
      traced({}, page);
      await page.fetch('/a');
      expect(sessionOf(page)).toEqual(['s-1']);
    },
  );

  it.each(['fetch', 'XMLHttpRequest.send'])(
    'leaves what cannot be written as it is and says so: %s',
    async (name) => {
      const told = vi.spyOn(console, 'log').mockImplementation(() => {});
      const page = fakePage();
      const prototype = page.XMLHttpRequest?.prototype ?? {};
      if (name === 'fetch') Object.defineProperty(page, 'fetch', { value: page.fetch, writable: false });
      else
        Object.defineProperty(prototype, 'send', { value: Reflect.get(prototype, 'send'), writable: false });
      const { remove } = traced({ log: createLog(true) }, page);
      await page.fetch('/a');
      const xhr = page.newXhr();
      xhr.open('GET', '/a');
      xhr.send();
      expect([sessionOf(page)[0] === 's-1', xhr.sent.length > 0]).toEqual([
        name !== 'fetch',
        name === 'fetch',
      ]);
      expect(told.mock.calls).toEqual([
        [`[signal] ${name} cannot be wrapped here, so its requests have no session headers.`],
      ]);
      expect(remove).not.toThrow();
      told.mockRestore();
    },
  );

  it('passes through under a later wrapper and is used again when installed again', async () => {
    const page = traced();
    const ours = page.fetch;
    let calls = 0;
    const theirs: typeof fetch = (...args) => {
      calls += 1;
      return ours(...args);
    };
    page.fetch = theirs;
    page.remove();
    expect(page.fetch).toBe(theirs);
    await page.fetch('/a');
    traced({}, page);
    expect(page.fetch).toBe(theirs);
    await page.fetch('/a');
    expect(sessionOf(page)).toEqual([null, 's-1']);
    expect(calls).toBe(2);
  });

  it('leaves an earlier wrapper in place and calls it with the headers', async () => {
    const page = fakePage();
    const original = page.fetch;
    const seen: (string | null)[] = [];
    page.fetch = (input, init) => {
      seen.push(new Headers(init?.headers).get('x-signal-session-id'));
      return original(input, init);
    };
    const earlier = page.fetch;
    const { remove } = traced({}, page);
    await page.fetch('/a');
    remove();
    expect(page.fetch).toBe(earlier);
    expect(seen).toEqual(['s-1']);
  });

  it('calls the original with the page as this', async () => {
    const page = fakePage();
    const original = page.fetch;
    let self: unknown;
    page.fetch = function fetch(this: unknown, ...args) {
      self = this;
      return original(...args);
    };
    traced({}, page);
    const { fetch } = page;
    await fetch('/a');
    expect(self).toBe(page);
  });
});
