type Listener = (event: { persisted?: boolean }) => void;

interface EventSource {
  addEventListener(type: string, listener: Listener, options?: boolean): void;
  removeEventListener(type: string, listener: Listener, options?: boolean): void;
}

type HistoryMethod = (data: unknown, unused: string, url?: string | URL | null) => void;

/** What of an XMLHttpRequest the tracing headers need. */
export interface Xhr {
  open(method: string, url: string | URL, ...rest: unknown[]): void;
  send(body?: unknown): void;
  setRequestHeader(name: string, value: string): void;
}

/**
 * The part of `window` that the client uses; `window` itself fits. A parameter everywhere instead of the global,
 * so that nothing is touched on the server and tests can pass a small page of their own.
 */
export interface Browser extends EventSource {
  fetch: typeof fetch;
  /** The page itself, unless it is in a frame. */
  readonly parent: unknown;
  readonly XMLHttpRequest?: { prototype: Xhr };
  readonly location: { readonly href: string; readonly origin: string };
  readonly history: { pushState: HistoryMethod; replaceState: HistoryMethod };
  readonly document: EventSource & {
    readonly baseURI: string;
    /** Writing it throws in a sandboxed frame. */
    cookie: string;
    readonly referrer: string;
    readonly visibilityState: string;
  };
  readonly navigator: { sendBeacon?(url: string, data?: BodyInit | null): boolean };
  /** Reading these throws where the user has blocked storage. */
  readonly localStorage: KeyValueStorage;
  readonly sessionStorage: KeyValueStorage;
}

export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
