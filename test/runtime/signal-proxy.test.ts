import { describe, expect, it } from 'vitest';
import { type ProxiedRequest, signalProxy } from '../../runtime/proxy/index.js';

const COOKIE = 'a=1; signal_session=s-1.w-1; signal_person=u%201; b=2';

function request(
  headers: Record<string, string> = { cookie: COOKIE },
  url = 'https://app.example/page',
): Request {
  return new Request(url, { headers });
}

/** What `NextResponse.next()` and `.rewrite()` make, which Next's server reads. */
function next(headers: Record<string, string> = {}): Response {
  return new Response(null, { headers: { 'x-middleware-next': '1', ...headers } });
}

/** Applies a response to a request as Next's server does (`resolve-routes`); headers it does not name are dropped. */
function passedOn(to: Request, response: Response): Record<string, string | null> {
  const names = response.headers.get('x-middleware-override-headers');
  if (!names) return Object.fromEntries(to.headers);
  return Object.fromEntries(
    names
      .split(',')
      .map((name) => [name.trim(), response.headers.get(`x-middleware-request-${name.trim()}`)]),
  );
}

const FILLED = {
  'x-signal-session-id': 's-1',
  'x-signal-window-id': 'w-1',
  'x-signal-distinct-id': 'u 1',
};

describe('as the whole proxy', () => {
  it('fills the headers from the cookies and keeps the others', async () => {
    const given = request({ cookie: COOKIE, accept: 'text/html' });
    const response = await signalProxy(given, { waitUntil() {} });
    expect(response.headers.get('x-middleware-next')).toBe('1');
    expect(passedOn(given, response)).toEqual({ cookie: COOKIE, accept: 'text/html', ...FILLED });
  });

  it('can be called first as well: signalProxy()', async () => {
    const given = request();
    const response = await signalProxy()(given);
    expect(response && passedOn(given, response)).toMatchObject(FILLED);
  });

  it('overrides nothing when there is nothing to add', async () => {
    const sent = { 'x-signal-session-id': 'a', 'x-signal-window-id': 'b', 'x-signal-distinct-id': 'c' };
    for (const headers of [{}, { cookie: 'a=1' }, { cookie: COOKIE, ...sent }]) {
      const response = await signalProxy(request(headers));
      expect([...response.headers.keys()]).toEqual(['x-middleware-next']);
    }
  });

  it('lets a header that was sent win, one by one, unless it is unusable', async () => {
    const given = request({
      cookie: COOKIE,
      'x-signal-session-id': 'sent',
      'x-signal-window-id': '',
      'x-signal-distinct-id': 'x'.repeat(201),
    });
    expect(passedOn(given, await signalProxy(given))).toMatchObject({
      'x-signal-session-id': 'sent',
      'x-signal-window-id': 'w-1',
      'x-signal-distinct-id': 'u 1',
    });
  });

  it('takes the person without a session, when that has ended', async () => {
    const given = request({ cookie: 'signal_person=u%201' });
    expect(passedOn(given, await signalProxy(given))).toEqual({
      cookie: 'signal_person=u%201',
      'x-signal-distinct-id': 'u 1',
    });
  });

  it.each([
    ['empty', 'signal_session=; signal_person='],
    ['a separator alone', 'signal_session=.'],
    ['too long', `signal_session=${'x'.repeat(201)}.${'y'.repeat(201)}; signal_person=${'z'.repeat(201)}`],
    ['with control characters', 'signal_session=a%0d%0ab.c%00; signal_person=%1b'],
    ['of another name', 'my_signal_session=s.w; signal_persons=u'],
  ])('takes no value that is %s', async (_sentence, cookie) => {
    const response = await signalProxy(request({ cookie }));
    expect(response.headers.has('x-middleware-override-headers')).toBe(false);
  });

  it.each([
    ['half encoded', 'signal_person=100%', '100%25'],
    ['quoted', 'signal_person="u"', 'u'],
    ['not Latin', 'signal_person=%E7%94%A8', '%E7%94%A8'],
  ])('reads a value that is %s', async (_sentence, cookie, expected) => {
    const given = request({ cookie });
    expect(passedOn(given, await signalProxy(given))).toMatchObject({ 'x-signal-distinct-id': expected });
  });
});

describe('around another proxy', () => {
  it('gives it the same request and arguments and keeps its response object', async () => {
    const given = request();
    const event = { waitUntil() {} };
    const own = next({ 'x-own': '1' });
    own.headers.append('set-cookie', 'a=1');
    own.headers.append('set-cookie', 'b=2');
    const seen: unknown[] = [];
    const proxy = signalProxy((...args: [ProxiedRequest, typeof event]) => {
      seen.push(...args);
      return own;
    });
    const response = await proxy(given, event);
    expect(seen).toEqual([given, event]);
    expect(response).toBe(own);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('x-own')).toBe('1');
    expect(passedOn(given, response)).toEqual({ cookie: COOKIE, ...FILLED });
  });

  it('takes nothing returned for going on, also from an async one', async () => {
    const given = request();
    for (const handler of [() => undefined, async () => {}, async () => null]) {
      const response = await signalProxy(handler)(given);
      expect(response && passedOn(given, response)).toMatchObject(FILLED);
    }
    expect(await signalProxy(() => undefined)(request({}))).toBeUndefined();
  });

  it('adds to the headers that it overrides, and never changes one of them', async () => {
    const given = request({ cookie: COOKIE, 'x-secret': 'dropped by the handler' });
    const response = await signalProxy(() =>
      next({
        'x-middleware-override-headers': 'cookie,x-locale,x-signal-window-id',
        'x-middleware-request-cookie': COOKIE,
        'x-middleware-request-x-locale': 'de',
        'x-middleware-request-x-signal-window-id': 'theirs',
      }),
    )(given);
    expect(passedOn(given, response)).toEqual({
      cookie: COOKIE,
      'x-locale': 'de',
      'x-signal-window-id': 'theirs',
      'x-signal-session-id': 's-1',
      'x-signal-distinct-id': 'u 1',
    });
  });

  it('takes an empty list of overridden headers as Next does: all stay', async () => {
    const given = request({ cookie: COOKIE, accept: '*/*' });
    const response = await signalProxy(() => next({ 'x-middleware-override-headers': '' }))(given);
    expect(passedOn(given, response)).toEqual({ cookie: COOKIE, accept: '*/*', ...FILLED });
  });

  it('does not pass on what it changes on the request without saying so', async () => {
    const given = request();
    const response = await signalProxy((of: Request) => {
      of.headers.set('x-local', 'note');
      of.headers.delete('cookie');
    })(given);
    expect(response && passedOn(given, response)).toEqual({ cookie: COOKIE, ...FILLED });
  });

  it('goes with a rewrite inside of the app and not with one to another origin', async () => {
    const given = request();
    const rewrite = (to: string) => new Response(null, { headers: { 'x-middleware-rewrite': to } });
    const inside = await signalProxy(() => rewrite('https://app.example/de/page'))(given);
    expect(inside.headers.get('x-middleware-rewrite')).toBe('https://app.example/de/page');
    expect(passedOn(given, inside)).toMatchObject(FILLED);
    const outside = await signalProxy(() => rewrite('https://other.example/page'))(given);
    expect([...outside.headers.keys()]).toEqual(['x-middleware-rewrite']);
  });

  it('leaves redirects and answers untouched', async () => {
    for (const own of [
      Response.redirect('https://app.example/login'),
      Response.json({ error: 1 }, { status: 401 }),
    ]) {
      const before = [...own.headers];
      const response = await signalProxy(async () => own)(request());
      expect(response).toBe(own);
      expect([...response.headers]).toEqual(before);
    }
  });

  it('copies a response whose headers cannot be changed', async () => {
    const frozen = next({ 'x-own': '1' });
    Object.defineProperty(frozen.headers, 'set', {
      value: () => {
        throw new TypeError('immutable');
      },
    });
    const given = request();
    const response = await signalProxy(() => frozen)(given);
    expect(response).not.toBe(frozen);
    expect(response.headers.get('x-own')).toBe('1');
    expect(passedOn(given, response)).toMatchObject(FILLED);
  });

  it('lets its errors through', async () => {
    const failing = signalProxy(async () => {
      throw new Error('theirs');
    });
    await expect(failing(request())).rejects.toThrow('theirs');
  });

  it('never sets a cookie', async () => {
    const responses = [
      await signalProxy(request()),
      await signalProxy(request({})),
      await signalProxy(() => next())(request()),
      await signalProxy(() => undefined)(request()),
    ];
    for (const response of responses) expect(response?.headers.has('set-cookie')).toBe(false);
  });
});

describe('the types', () => {
  it('fit what Next calls, inferred parameters and the handlers of login libraries', () => {
    class NextRequest extends Request {
      readonly nextUrl = new URL('https://app.example');
    }
    class NextResponse extends Response {}
    interface NextFetchEvent {
      waitUntil(promise: Promise<unknown>): void;
    }
    // biome-ignore lint/suspicious/noConfusingVoidType: it is in Next's own type.
    type Result = NextResponse | Response | null | undefined | void;
    type NextProxy = (request: NextRequest, event: NextFetchEvent) => Result | Promise<Result>;
    interface Auth {
      (request: { cookies: object }, response: { end(): void }): Promise<object>;
      (handler: (request: NextRequest & { auth: object | null }) => Result): NextProxy;
    }
    const auth: Auth = () => Promise.resolve(undefined) as never;

    const alone: NextProxy = signalProxy;
    const called: NextProxy = signalProxy();
    const inferred: NextProxy = signalProxy((given) => new NextResponse(given.nextUrl.pathname));
    const typed: NextProxy = signalProxy(async (given: NextRequest, event: NextFetchEvent) => {
      event.waitUntil(Promise.resolve(given.nextUrl));
    });
    const wrapped: NextProxy = signalProxy(auth((given) => new Response(String(given.auth))));
    const overloaded: NextProxy = signalProxy(auth);
    expect(
      [alone, called, inferred, typed, wrapped, overloaded].every((one) => typeof one === 'function'),
    ).toBe(true);
  });
});
