import { headerValue, SESSION_HEADERS } from '../shared/headers.js';
import type { Log } from '../shared/log.js';
import type { Browser, Xhr } from './browser.js';
import { type Patch, patch } from './patch.js';

export interface SessionIds {
  sessionId: string;
  windowId: string;
  distinctId: string;
}

export interface TracingOptions {
  /** `true`: the page's own origin; an array: exactly these hosts, with or without a port. */
  hosts: true | readonly string[];
  /** Paths to leave out, each with everything below it. */
  ignore: readonly string[];
  /** Where the events themselves go, which need no headers. */
  eventsUrl: string | undefined;
  /** Called for each request. */
  ids: () => SessionIds;
  log: Log;
}

/** Shared by all copies of this module in a page. */
interface Installed {
  /** What was installed and not removed; the wrappers follow the last and, without any, pass everything through. */
  readonly options: TracingOptions[];
  /** The wrappers that are in place. */
  readonly wrappers: Map<string, Patch>;
  /** Requests between `open` and `send`, with the Signal headers they have already. */
  readonly opened: WeakMap<Xhr, { url: string; names: Set<string> }>;
}

const KEY = Symbol.for('signal-next.tracing.v1');

/**
 * Adds the session headers to the page's `fetch` and XMLHttpRequest calls; returns what takes them off again.
 * Installing once more puts these options before the others, until it is taken off, and wraps nothing twice, also from
 * another copy of this module. Nothing in here can make a request fail: when something goes wrong, the request is sent as
 * it was.
 */
export function installTracing(browser: Browser, options: TracingOptions): () => void {
  const installed = installedIn(browser);
  installed.options.push(options);
  wrap(installed, 'fetch', options.log, () => wrapFetch(browser, installed));
  if (browser.XMLHttpRequest) wrapXhr(browser, browser.XMLHttpRequest.prototype, installed, options.log);
  return () => {
    const at = installed.options.indexOf(options);
    if (at >= 0) installed.options.splice(at, 1);
    if (installed.options.length > 0) return;
    for (const [name, made] of installed.wrappers) if (made.takeOff()) installed.wrappers.delete(name);
  };
}

function wrap({ wrappers }: Installed, name: string, log: Log, apply: () => Patch | undefined): void {
  // Another tool may have put back the function that it knew.
  if (wrappers.get(name)?.isOff() === false) return;
  const made = apply();
  if (made) wrappers.set(name, made);
  else log.debug(`${name} cannot be wrapped here, so its requests have no session headers.`);
}

function latest({ options }: Installed): TracingOptions | undefined {
  return options[options.length - 1];
}

function installedIn(browser: Browser): Installed {
  const known: unknown = Reflect.get(browser, KEY);
  if (isInstalled(known)) return known;
  const created: Installed = { options: [], wrappers: new Map(), opened: new WeakMap() };
  Reflect.set(browser, KEY, created);
  return created;
}

function isInstalled(value: unknown): value is Installed {
  return typeof value === 'object' && value !== null && 'wrappers' in value;
}

function wrapFetch(browser: Browser, installed: Installed): Patch | undefined {
  return patch(
    browser,
    'fetch',
    (original) =>
      function fetch(this: unknown, ...args: Parameters<typeof original>) {
        return original.apply(this ?? browser, withHeaders(browser, args, latest(installed)));
      },
  );
}

/** The arguments of `fetch` with the headers laid over them; the same arguments when there is nothing to add. */
function withHeaders(
  browser: Browser,
  args: Parameters<typeof fetch>,
  options: TracingOptions | undefined,
): Parameters<typeof fetch> {
  try {
    const [input, init] = args;
    const request = typeof input === 'object' && 'headers' in input ? input : undefined;
    if (!options || !applies(browser, request ? request.url : String(input), options)) return args;
    const headers = new Headers(init?.headers ?? request?.headers);
    for (const [name, value] of headersOf(options.ids())) {
      if (!headers.has(name)) headers.set(name, value);
    }
    return [input, overlay(request, init, headers)];
  } catch {
    return args;
  }
}

function overlay(request: Request | undefined, init: RequestInit | undefined, headers: Headers): RequestInit {
  if (init && Object.getPrototypeOf(init) !== Object.prototype) {
    // A class instance, or a Request in the place of `init`: its getters would be lost in a copy. The proxy is of a copy all
    // the same, because it could not give other headers in the place of frozen ones.
    const copy = { ...init, headers };
    Object.setPrototypeOf(copy, Object.getPrototypeOf(init));
    return new Proxy(copy, {
      get: (_copy, name) => (name === 'headers' ? headers : Reflect.get(init, name, init)),
    });
  }
  // The first init member makes a browser forget a Request's referrer (Fetch standard, Request constructor).
  const bare = request && Object.keys(init ?? {}).length === 0;
  return bare
    ? { referrer: request.referrer, referrerPolicy: request.referrerPolicy, headers }
    : { ...init, headers };
}

function wrapXhr(browser: Browser, prototype: Xhr, installed: Installed, log: Log): void {
  const { opened } = installed;
  wrap(installed, 'XMLHttpRequest.open', log, () =>
    patch(
      prototype,
      'open',
      (original) =>
        function open(this: Xhr, ...args: Parameters<typeof original>) {
          opened.set(this, { url: String(args[1]), names: new Set() });
          return original.apply(this, args);
        },
    ),
  );
  wrap(installed, 'XMLHttpRequest.setRequestHeader', log, () =>
    patch(
      prototype,
      'setRequestHeader',
      (original) =>
        function setRequestHeader(this: Xhr, ...args: Parameters<typeof original>) {
          opened.get(this)?.names.add(String(args[0]).toLowerCase());
          return original.apply(this, args);
        },
    ),
  );
  wrap(installed, 'XMLHttpRequest.send', log, () =>
    patch(
      prototype,
      'send',
      (original) =>
        function send(this: Xhr, ...args: Parameters<typeof original>) {
          tagXhr(browser, this, installed);
          return original.apply(this, args);
        },
    ),
  );
}

/** XHR appends where fetch replaces, so a header that the page has set itself is left alone. */
function tagXhr(browser: Browser, xhr: Xhr, installed: Installed): void {
  try {
    const options = latest(installed);
    const request = installed.opened.get(xhr);
    if (!request || !options || !applies(browser, request.url, options)) return;
    for (const [name, value] of headersOf(options.ids())) {
      if (!request.names.has(name)) xhr.setRequestHeader(name, value);
    }
  } catch {
    // The request goes out without the headers.
  }
}

function applies(browser: Browser, address: string, { hosts, ignore, eventsUrl }: TracingOptions): boolean {
  const url = new URL(address, browser.document.baseURI);
  if (!/^https?:$/.test(url.protocol)) return false;
  if (eventsUrl && url.href.startsWith(eventsUrl)) return false;
  if (ignore.some((path) => isUnder(url.pathname, path))) return false;
  if (hosts === true) return url.origin === browser.location.origin;
  return hosts.some((host) => [url.hostname, url.host].includes(host.toLowerCase()));
}

function isUnder(pathname: string, path: string): boolean {
  return `${pathname}/`.startsWith(`${path.replace(/\/+$/, '')}/`);
}

function headersOf(ids: SessionIds): [string, string][] {
  const pairs: [string, string][] = [
    [SESSION_HEADERS.sessionId, ids.sessionId],
    [SESSION_HEADERS.windowId, ids.windowId],
    [SESSION_HEADERS.distinctId, ids.distinctId],
  ];
  return pairs.filter(([, id]) => id).map(([name, id]) => [name, headerValue(id)]);
}
