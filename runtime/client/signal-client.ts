import { type EventInput, eventJson } from '../shared/event-json.js';
import { createLog } from '../shared/log.js';
import { DEFAULT_ENDPOINT, eventsUrl, type Properties } from '../shared/wire.js';
import type { Browser } from './browser.js';
import { createIdentity } from './identity.js';
import { watchAddress } from './page-views.js';
import { createSender } from './sender.js';
import { createSessionCookies } from './session-cookies.js';
import { installTracing, type SessionIds } from './tracing-headers.js';

export interface SignalClientOptions {
  /** A key that may be public: it is part of the page. */
  apiKey: string;
  projectId: string;
  /** Default `https://api.trysignal.ai/`; a path such as `/ingest` is one of the page's own origin. */
  endpoint?: string | undefined;
  /**
   * Adds the session headers to requests: `true` for the page's own origin (a custom header on another origin forces a
   * CORS preflight), an array for exactly these hosts. Default false.
   */
  addTracingHeaders?: boolean | readonly string[] | undefined;
  /**
   * Paths that get no headers, each with everything below it: for requests that are redirected to another origin, which
   * would fail their preflight (uploads to presigned URLs, OAuth).
   */
  tracingHeadersIgnore?: readonly string[] | undefined;
  /**
   * Keeps the ids in first-party cookies too, from which `signal-next/proxy` fills in what headers cannot reach: document
   * loads, forms without JavaScript, `sendBeacon`. `false` removes those of before. Default: none are written or removed.
   */
  sessionCookie?: boolean | undefined;
  /** A `$pageview` event for the first page and each change of path or query, `replaceState` included. Default true. */
  capturePageViews?: boolean | undefined;
  /** gzip. Default true. */
  compression?: boolean | undefined;
  /** Milliseconds. Default 2000. */
  flushInterval?: number | undefined;
  /** At least 1. Default 50. */
  maxBatchSize?: number | undefined;
  /** Default false. */
  debug?: boolean | undefined;
}

/** What `useSignal()` gives. On the server, and until the client is started, nothing is stored or sent. */
export interface Signal {
  capture(event: string, properties?: Properties): void;
  /** From now on this person; traits are their properties. */
  identify(distinctId: string, traits?: Properties): void;
  /** One more id of the current person. */
  alias(alias: string): void;
  group(type: string, key: string, properties?: Properties): void;
  setPersonProperties(properties: Properties): void;
  setPersonPropertiesOnce(properties: Properties): void;
  /** A new anonymous person in a new session; for logging out. */
  reset(): void;
  /** Empty on the server and before the start. */
  getDistinctId(): string;
  getSessionId(): string;
  getWindowId(): string;
  /**
   * For `autoStart={false}`: begins to store ids, add headers and send events, for example after consent. It holds until
   * `stop`, whatever is rendered, mounted or changed in between.
   */
  start(): void;
  /** The opposite of `start`, which it holds until: what is queued is sent, the wrappers are taken off. */
  stop(): void;
  flush(): Promise<void>;
}

/** The client of a page, with what only the provider needs. */
export interface SignalClient extends Signal {
  /** `start`, unless `stop` was called. */
  begin(): void;
  /** As started or stopped as `client` is, in whose place this one comes. */
  follow(client: SignalClient): void;
  /** What was called last: `start` (true) or `stop` (false). */
  wanted(): boolean | undefined;
  /** Takes up again what the end of `observe` has paused. */
  resume(): void;
  /**
   * Page views and listeners, which belong into an effect. Returns what ends them and, with the last of them, pauses the
   * client: a microtask later, because React may mount again what it has just unmounted, whose effects are still to come.
   */
  observe(): () => void;
}

/** Makes a client that does nothing until `start()`; see `Signal`. Options that are wrong are told, never thrown. */
export function createSignalClient(browser: Browser, options: SignalClientOptions): SignalClient {
  const log = createLog(options.debug ?? false);
  const projectId = options.projectId || 'default';
  const url = eventsUrl(options.endpoint || DEFAULT_ENDPOINT, browser.location.href);
  const identity = createIdentity(browser, projectId, updateCookies);
  const cookies = createSessionCookies(browser, ids, identity.sessionLeft);
  const sender = createSender(browser, {
    url: url ?? '',
    apiKey: options.apiKey,
    projectId,
    flushInterval: numberOption('flushInterval', 0, 2000),
    maxBatchSize: numberOption('maxBatchSize', 1, 50),
    compression: options.compression ?? true,
    log,
  });
  let wanted: boolean | undefined;
  let running = false;
  let observers = 0;
  let lastView: string | undefined;
  let removeTracing: (() => void) | undefined;
  let endObserving: (() => void) | undefined;

  function numberOption(name: 'flushInterval' | 'maxBatchSize', least: number, otherwise: number): number {
    const given = options[name];
    if (given === undefined) return otherwise;
    if (Number.isFinite(given) && given >= least) return given;
    log.warnOnce(`The option ${name} is not a number of at least ${least}, so it is ${otherwise}.`);
    return otherwise;
  }

  function add(event: EventInput): void {
    if (!running) {
      log.debug(`${event.type} is ignored: Signal is not started.`);
    } else if (!options.apiKey || !url) {
      const wrong = options.apiKey ? 'The endpoint option is not a URL' : 'SignalNextProvider has no apiKey';
      log.warnOnce(`${wrong}, so events are dropped. Set it in the provider's options.`);
    } else {
      try {
        const ids = { sessionId: identity.activeSession(), windowId: identity.windowId() };
        sender.add(eventJson({ distinctId: identity.distinctId(), ...ids, ...event }));
      } catch {
        log.warn(`An event of type ${event.type} is dropped because its properties are not JSON.`);
      }
    }
  }

  function ids(): SessionIds {
    return {
      sessionId: identity.currentSession(),
      windowId: identity.windowId(),
      distinctId: identity.distinctId(),
    };
  }

  function updateCookies(): void {
    if (!running || options.sessionCookie === undefined) return;
    if (options.sessionCookie) cookies.write();
    else cookies.remove();
  }

  function run(): void {
    if (!running) {
      running = true;
      if (options.addTracingHeaders) {
        removeTracing = installTracing(browser, {
          hosts: options.addTracingHeaders,
          ignore: options.tracingHeadersIgnore ?? [],
          eventsUrl: url,
          ids,
          log,
        });
      }
    }
    if (observers > 0) listen();
  }

  function halt(): void {
    if (!running) return;
    removeTracing?.();
    endObserving?.();
    endObserving = undefined;
    void sender.flush();
    running = false;
  }

  function start(): void {
    wanted = true;
    run();
  }

  function stop(): void {
    wanted = false;
    halt();
    if (options.sessionCookie !== undefined) cookies.remove();
  }

  function resume(): void {
    if (wanted) run();
  }

  function observe(): () => void {
    observers += 1;
    resume();
    return () => {
      observers -= 1;
      queueMicrotask(() => {
        if (observers > 0) return;
        halt();
        if (options.sessionCookie) cookies.leave();
      });
    };
  }

  function listen(): void {
    endObserving ??= watchPage();
  }

  function watchPage(): () => void {
    const { document } = browser;
    const active = () => void identity.activeSession();
    let isLeft = false;
    const leave = () => {
      isLeft = true;
      sender.flushOnHide(isLeft);
    };
    const hideOrShow = () => {
      if (document.visibilityState === 'hidden') sender.flushOnHide(isLeft);
      else updateCookies();
    };
    updateCookies();
    const endings = [
      listenTo(browser, 'pointerdown', active),
      listenTo(browser, 'keydown', active),
      listenAround(browser, 'pagehide', leave),
      listenTo(browser, 'pageshow', () => {
        isLeft = false;
      }),
      listenTo(browser, 'focus', updateCookies),
      listenAround(browser, 'visibilitychange', hideOrShow),
      options.capturePageViews === false ? () => {} : watchAddress(browser, log, pageView),
    ];
    return () => {
      for (const end of endings) end();
    };
  }

  function pageView(address: string): void {
    if (address === lastView) return;
    lastView = address;
    const { location, document } = browser;
    const properties = {
      url: location.href,
      path: new URL(address).pathname,
      referrer: document.referrer,
    };
    add({ type: 'event', event: '$pageview', properties });
  }

  return {
    capture: (event, properties) => add({ type: 'event', event, properties }),
    identify(distinctId, traits) {
      if (!distinctId || !running) {
        log.warnOnce('identify() needs a started client and a non-empty id; the call is ignored.');
        return;
      }
      const previous = identity.distinctId();
      identity.setDistinctId(distinctId);
      add({
        type: '$identify',
        properties: traits,
        ...(previous === distinctId ? {} : { alias: previous }),
      });
    },
    alias: (alias) => add({ type: '$create_alias', alias }),
    group: (type, key, properties) =>
      add({ type: '$group_assign', groupType: type, groupKey: key, properties }),
    setPersonProperties: (properties) => add({ type: '$set', properties }),
    setPersonPropertiesOnce: (properties) => add({ type: '$set_once', properties }),
    reset() {
      if (running) identity.reset();
    },
    getDistinctId: () => (running ? identity.distinctId() : ''),
    getSessionId: () => (running ? identity.currentSession() : ''),
    getWindowId: () => (running ? identity.windowId() : ''),
    start,
    stop,
    flush: () => sender.flush(),
    begin() {
      if (wanted !== false) start();
    },
    follow(client) {
      const before = client.wanted();
      if (before) start();
      else if (before === false) stop();
    },
    wanted: () => wanted,
    resume,
    observe,
  };
}

/** Before the handlers of the page: they may stop the event, or send a request that should be of the renewed session. */
function listenTo(target: Browser, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener, true);
  return () => target.removeEventListener(type, listener, true);
}

/** As `listenTo`, and once more after the handlers of the page, which may capture. */
function listenAround(target: Browser, type: string, listener: () => void): () => void {
  const end = listenTo(target, type, () => {
    // Again each time, to be the last one.
    target.removeEventListener(type, listener);
    target.addEventListener(type, listener);
    listener();
  });
  return () => {
    end();
    target.removeEventListener(type, listener);
  };
}
