import type { Browser, KeyValueStorage, Xhr } from '../../runtime/client/browser.js';

/** One request of the page, as the network would see it. */
export interface PageRequest {
  url: string;
  headers: Headers;
  body: unknown;
  init: RequestInit | undefined;
  input: unknown;
}

export interface FakePage extends Browser {
  requests: PageRequest[];
  beacons: { url: string; body: string }[];
  /** What `fetch` answers; may throw. */
  respond: (request: PageRequest) => Response;
  go(address: string): void;
  fire(type: string, target?: 'window' | 'document'): void;
  document: Browser['document'] & { visibilityState: string; baseURI: string };
  cookies: CookieJar;
  newXhr(): Xhr & { sent: [string, string][] };
}

export function memoryStorage(copyOf?: KeyValueStorage & { entries: Map<string, string> }) {
  const entries = new Map(copyOf?.entries);
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

/** The cookies of an origin, for one or several tabs; expiry follows `Date.now()`. */
export interface CookieJar {
  /** Every assignment to `document.cookie`. */
  readonly written: string[];
  write(text: string): void;
  /** As in the `cookie` header of a request. */
  header(): string;
}

export function cookieJar(): CookieJar {
  const stored = new Map<string, { value: string; expires: number }>();
  const written: string[] = [];
  return {
    written,
    write(text) {
      written.push(text);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      const maxAge = Number(/max-age=(\d+)/.exec(text)?.[1] ?? Number.NaN);
      stored.set(name, { value, expires: Date.now() + maxAge * 1000 });
    },
    header: () =>
      [...stored]
        .filter(([, { expires }]) => expires > Date.now())
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; '),
  };
}

interface PageOptions {
  address?: string;
  localStorage?: KeyValueStorage;
  sessionStorage?: KeyValueStorage;
  storageBlocked?: boolean;
  isFrame?: boolean;
  cookies?: CookieJar;
}

/** The small part of a browser page that the client touches, with the same failures where they matter. */
export function fakePage(options: PageOptions = {}): FakePage {
  let address = new URL(options.address ?? 'https://app.example/start');
  const local = options.localStorage ?? memoryStorage();
  const session = options.sessionStorage ?? memoryStorage();
  const cookies = options.cookies ?? cookieJar();
  const windowTarget = listeners();
  const documentTarget = listeners();
  const blocked = () => {
    throw new Error('SecurityError: storage is blocked');
  };

  class FakeXhr implements Xhr {
    sent: [string, string][] = [];
    opened = false;
    open(_method: string, _url: string | URL, ..._rest: unknown[]): void {
      this.opened = true;
      this.sent = [];
    }
    setRequestHeader(name: string, value: string): void {
      if (!this.opened) throw new Error('InvalidStateError');
      this.sent.push([name, value]);
    }
    send(_body?: unknown): void {}
  }

  const page: FakePage = {
    requests: [],
    beacons: [],
    respond: () => new Response('{}'),
    fetch: async (input, init) => {
      const request = input instanceof Request ? input : undefined;
      const url = new URL(request ? request.url : String(input), page.document.baseURI).href;
      const headers = new Headers(init?.headers ?? request?.headers);
      const seen = { url, headers, body: init?.body, init, input };
      page.requests.push(seen);
      return page.respond(seen);
    },
    get parent() {
      return options.isFrame ? {} : page;
    },
    XMLHttpRequest: FakeXhr,
    location: {
      get href() {
        return address.href;
      },
      get origin() {
        return address.origin;
      },
    },
    history: {
      pushState: (_data, _unused, url) => page.go(String(url)),
      replaceState: (_data, _unused, url) => url && page.go(String(url)),
    },
    cookies,
    document: {
      ...documentTarget,
      baseURI: address.href,
      referrer: '',
      visibilityState: 'visible',
      get cookie() {
        return options.storageBlocked ? blocked() : cookies.header();
      },
      set cookie(text) {
        if (options.storageBlocked) blocked();
        cookies.write(text);
      },
    },
    navigator: {
      sendBeacon: (url, data) => {
        page.beacons.push({ url, body: String(data) });
        return true;
      },
    },
    get localStorage() {
      return options.storageBlocked ? blocked() : local;
    },
    get sessionStorage() {
      return options.storageBlocked ? blocked() : session;
    },
    addEventListener: windowTarget.addEventListener,
    removeEventListener: windowTarget.removeEventListener,
    go(to) {
      address = new URL(to, address);
      page.document.baseURI = address.href;
    },
    fire(type, target = 'window') {
      windowTarget.fire(type, true);
      if (target === 'document') {
        documentTarget.fire(type, true);
        documentTarget.fire(type, false);
      }
      windowTarget.fire(type, false);
    },
    newXhr: () => new FakeXhr(),
  };
  return page;
}

function listeners() {
  type Listener = (event: { persisted?: boolean }) => void;
  const all = new Set<{ type: string; listener: Listener; capture: boolean }>();
  return {
    addEventListener(type: string, listener: Listener, capture = false) {
      all.add({ type, listener, capture });
    },
    removeEventListener(type: string, listener: Listener, capture = false) {
      for (const entry of all) {
        if (entry.type === type && entry.listener === listener && entry.capture === capture)
          all.delete(entry);
      }
    },
    fire(type: string, capture: boolean) {
      for (const entry of [...all]) if (entry.type === type && entry.capture === capture) entry.listener({});
    },
  };
}
