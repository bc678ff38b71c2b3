import { type EventInput, eventJson } from '../shared/event-json.js';
import { createLog } from '../shared/log.js';
import { DEFAULT_ENDPOINT, eventsUrl, type Properties } from '../shared/wire.js';
import { createDelivery } from './delivery.js';
import { numberOptions } from './number-options.js';
import { plainFetch } from './post.js';
import { registry } from './registry.js';
import { ioEndsWithRequest } from './request-bound.js';
import { createRequestDelivery } from './request-delivery.js';
import { currentRequest } from './wait-until.js';

export interface SignalServerOptions {
  apiKey: string;
  /** Default `'default'`. */
  projectId?: string | undefined;
  /** Default `https://api.trysignal.ai/`. */
  endpoint?: string | undefined;
  /** Logs each batch. Default false. */
  debug?: boolean | undefined;
  /** Send as soon as this many events are queued. Default 20. */
  flushBatchSize?: number | undefined;
  /** Send after this many milliseconds at the latest. Default 10000. */
  flushInterval?: number | undefined;
  /** Milliseconds for one request, and for `flush()` and `shutdown()` as a whole. Default 30000. */
  timeout?: number | undefined;
  /** gzip. Default true. */
  compression?: boolean | undefined;
  fetch?: typeof fetch | undefined;
  /** Most events that wait in memory; beyond it the oldest are dropped. Default 50000. */
  maxQueueSize?: number | undefined;
}

/** An id that may be missing at run time, such as one of `getSessionInfo`. */
type Id = string | undefined;

export interface CaptureOptions {
  distinctId: string;
  event: string;
  properties?: Properties | undefined;
  timestamp?: Date | string | number | undefined;
  /** Group type to group key. */
  groups?: Record<string, string> | undefined;
  sessionId?: Id;
  windowId?: Id;
}

export interface IdentifyOptions {
  distinctId: string;
  properties?: Properties | undefined;
  sessionId?: Id;
  windowId?: Id;
}

export interface GroupIdentifyOptions {
  groupType: string;
  groupKey: string;
  properties?: Properties | undefined;
}

/** The client. All methods queue and return at once; what cannot be sent is dropped with a warning, not thrown. */
export interface SignalServer {
  capture(options: CaptureOptions): void;
  identify(options: IdentifyOptions): void;
  setPersonProperties(distinctId: string, properties: Properties, sessionId?: Id, windowId?: Id): void;
  setPersonPropertiesOnce(distinctId: string, properties: Properties, sessionId?: Id, windowId?: Id): void;
  alias(distinctId: string, alias: string, sessionId?: Id, windowId?: Id): void;
  groupIdentify(options: GroupIdentifyOptions, sessionId?: Id, windowId?: Id): void;
  group(
    distinctId: string,
    groupType: string,
    groupKey: string,
    properties?: Properties,
    sessionId?: Id,
    windowId?: Id,
  ): void;
  /** Resolves when everything queued so far is settled, at the latest after `timeout`. */
  flush(): Promise<void>;
  /** As `flush`, then drops what of that could not be sent and says so. Events captured since are sent as always. */
  shutdown(): Promise<void>;
}

/**
 * Makes the process's client. The same options give the same client again, also from another copy of this module
 * (bundles, hot reload); changed options give a new one and flush the old. Never throws: without an apiKey, or
 * with an endpoint that is no URL, events are dropped and a warning says so once, so that builds without secrets pass.
 * A number that is none, or too small, gives way to the default; the first event says so.
 */
export function createSignalServer(options: SignalServerOptions): SignalServer {
  const { fetch: customFetch, ...plain } = options;
  const key = JSON.stringify(plain, Object.keys(plain).sort());
  const known = registry();
  const existing = known.clients.get(key);
  if (existing && existing.fetch === customFetch) return makeLatest(existing.client);
  replace(existing?.client);
  const client = createClient(options);
  known.clients.set(key, { client, fetch: customFetch });
  return makeLatest(client);
}

function makeLatest(client: SignalServer): SignalServer {
  const known = registry();
  if (known.latest !== client) replace(known.latest);
  known.latest = client;
  return client;
}

/** Sends what an earlier client holds; not in a request that can end before that is done. */
function replace(earlier: SignalServer | undefined): void {
  if (!ioEndsWithRequest()) void earlier?.flush();
}

function createClient(options: SignalServerOptions): SignalServer {
  const log = createLog(options.debug ?? false);
  const url = eventsUrl(options.endpoint || DEFAULT_ENDPOINT);
  const { numbers, problems } = numberOptions(options);
  const delivery = (ioEndsWithRequest() ? createRequestDelivery : createDelivery)({
    url: url ?? '',
    apiKey: options.apiKey,
    projectId: options.projectId || 'default',
    ...numbers,
    compression: options.compression ?? true,
    fetch: () => options.fetch ?? plainFetch(),
    log,
  });
  const handedOver = new WeakSet<object>();

  function add(method: string, required: Record<string, unknown>, event: EventInput): void {
    for (const problem of problems) log.warnOnce(problem);
    const ids = Object.entries(required).map(([name, value]) => [name, idText(value)] as const);
    const missing = ids.find(([, value]) => value === '');
    if (missing) {
      log.warnOnce(
        `${method}() was called without ${missing[0]}, so its event is dropped. Pass a non-empty string.`,
      );
    } else if (!options.apiKey) {
      log.warnOnce('No apiKey, so events are dropped. Set SIGNAL_API_KEY where this server runs.');
    } else if (!url) {
      log.warnOnce(
        'The endpoint option is not an http(s) URL, so events are dropped. Set NEXT_PUBLIC_SIGNAL_ENDPOINT to one, or leave it unset.',
      );
    } else {
      queue(method, { ...event, ...Object.fromEntries(ids) });
    }
  }

  function queue(method: string, event: EventInput): void {
    try {
      delivery.add(eventJson(event));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown error';
      log.warn(`An event of ${method}() is dropped because its properties are not JSON: ${reason}`);
      return;
    }
    keepRequestOpen();
  }

  /** On a serverless platform the process may freeze with the response: ask it to wait for one flush per request. */
  function keepRequestOpen(): void {
    const request = currentRequest();
    if (!request || handedOver.has(request)) return;
    handedOver.add(request);
    // The events of one tick share a flush; what comes later in the request asks again.
    const flushed = new Promise((resolve) => setTimeout(resolve, 0)).then(() => {
      handedOver.delete(request);
      return delivery.flush();
    });
    try {
      request.waitUntil(flushed);
    } catch {
      // A host that refuses after the response: the interval, or a later request's flush, sends what it can.
    }
  }

  return {
    capture({ distinctId, event, properties, timestamp, groups, sessionId, windowId }) {
      const fields = { distinctId, sessionId, windowId, properties, timestamp, groups, event };
      add('capture', { distinctId, event }, { type: 'event', ...fields });
    },
    identify({ distinctId, properties, sessionId, windowId }) {
      add('identify', { distinctId }, { type: '$identify', distinctId, sessionId, windowId, properties });
    },
    setPersonProperties(distinctId, properties, sessionId, windowId) {
      add(
        'setPersonProperties',
        { distinctId },
        { type: '$set', distinctId, sessionId, windowId, properties },
      );
    },
    setPersonPropertiesOnce(distinctId, properties, sessionId, windowId) {
      const event: EventInput = { type: '$set_once', distinctId, sessionId, windowId, properties };
      add('setPersonPropertiesOnce', { distinctId }, event);
    },
    alias(distinctId, alias, sessionId, windowId) {
      const event: EventInput = { type: '$create_alias', distinctId, alias, sessionId, windowId };
      add('alias', { distinctId, alias }, event);
    },
    groupIdentify({ groupType, groupKey, properties }, sessionId, windowId) {
      const event: EventInput = {
        type: '$groupidentify',
        groupType,
        groupKey,
        sessionId,
        windowId,
        properties,
      };
      add('groupIdentify', { groupType, groupKey }, event);
    },
    group(distinctId, groupType, groupKey, properties, sessionId, windowId) {
      const ids = { distinctId, sessionId, windowId };
      const event: EventInput = { type: '$group_assign', ...ids, groupType, groupKey, properties };
      add('group', { distinctId, groupType, groupKey }, event);
    },
    flush: () => delivery.flush(),
    shutdown: () => delivery.shutdown(),
  };
}

/** JavaScript callers pass numeric keys of a database; anything else that is no text counts as missing. */
function idText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : '';
}
