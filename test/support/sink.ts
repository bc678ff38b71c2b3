import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** One event as it arrived; the fields are those of docs/wire-format.md. */
export interface SinkEvent {
  id: string;
  type: string;
  event?: string;
  distinctId?: string;
  sessionId?: string;
  windowId?: string;
  properties?: Record<string, unknown>;
  timestamp: string;
  [field: string]: unknown;
}

/** One request to the sink, whatever it was answered with. */
export interface SinkRequest {
  method: string;
  /** Path and query as sent. */
  url: string;
  headers: IncomingHttpHeaders;
  /** Bytes on the wire, before gunzip. */
  size: number;
  gzipped: boolean;
  /** From the `authorization` header, else from the body. */
  apiKey: string | undefined;
  projectId: string | undefined;
  batch: SinkEvent[];
  status: number;
}

/** How one request is answered; everything left out is a plain 200. */
export interface SinkAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds before the answer. */
  delay?: number;
  /** `reset` closes the socket without an answer, `half` after half of one, `hang` never answers. */
  break?: 'reset' | 'half' | 'hang';
}

export interface Sink {
  /** `http://127.0.0.1:<port>`; use it as `endpoint`. */
  url: string;
  /** Events of every accepted batch, in order of arrival; one that arrives twice is here twice. */
  events: SinkEvent[];
  requests: SinkRequest[];
  /** Resolves when at least `count` events were accepted; rejects with what did arrive. */
  waitFor(count: number, timeout?: number): Promise<SinkEvent[]>;
  close(): Promise<void>;
}

export interface SinkOptions {
  port?: number;
  /** Called once per batch request, with its number from 0. */
  answer?: (request: SinkRequest, number: number) => SinkAnswer | undefined;
}

/** An HTTP server on 127.0.0.1 that takes event batches, gunzips and records them, and fails when told to. */
export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const events: SinkEvent[] = [];
  const requests: SinkRequest[] = [];
  const waiting = new Set<() => void>();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const cors = {
      'access-control-allow-origin': incoming.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'authorization, content-type, content-encoding',
      'access-control-allow-methods': 'POST',
      'access-control-expose-headers': 'retry-after',
    };
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, cors).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const request = readRequest(incoming, Buffer.concat(chunks));
    const answer = options.answer?.(request, requests.length) ?? {};
    request.status = answer.break ? 0 : (answer.status ?? request.status);
    requests.push(request);
    if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
    switch (answer.break) {
      case 'hang':
        return;
      case 'reset':
        incoming.socket.destroy();
        return;
      case 'half':
        incoming.socket.write('HTTP/1.1 200 OK\r\ncontent-le');
        incoming.socket.destroySoon();
        return;
      case undefined:
        break;
    }
    if (request.status >= 200 && request.status < 300) {
      events.push(...request.batch);
      for (const check of waiting) check();
    }
    response.writeHead(request.status, { ...cors, 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify({ accepted: request.batch.length }));
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no TCP port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    events,
    requests,
    waitFor(count, timeout = 10_000) {
      return new Promise((resolve, reject) => {
        const check = () => {
          if (events.length < count) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(events);
        };
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(
            new Error(
              `The sink has ${events.length} of ${count} events after ${timeout} ms: ${JSON.stringify(events)}`,
            ),
          );
        }, timeout);
        waiting.add(check);
        check();
      });
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Decodes one request; a body that is not a batch becomes status 400, a wrong path 404. */
function readRequest(incoming: IncomingMessage, raw: Buffer): SinkRequest {
  const url = new URL(incoming.url ?? '/', 'http://sink');
  const gzipped =
    incoming.headers['content-encoding'] === 'gzip' || url.searchParams.get('encoding') === 'gzip';
  const request: SinkRequest = {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    headers: incoming.headers,
    size: raw.length,
    gzipped,
    apiKey: incoming.headers.authorization?.replace(/^Bearer /, ''),
    projectId: undefined,
    batch: [],
    status: 200,
  };
  if (request.method !== 'POST' || !url.pathname.endsWith('/v1/events')) return { ...request, status: 404 };
  try {
    const body: unknown = JSON.parse((gzipped ? gunzipSync(raw) : raw).toString('utf8'));
    if (!isBatch(body)) return { ...request, status: 400 };
    return {
      ...request,
      apiKey: request.apiKey ?? body.apiKey,
      projectId: body.projectId,
      batch: body.batch,
    };
  } catch {
    return { ...request, status: 400 };
  }
}

function isBatch(body: unknown): body is { apiKey?: string; projectId: string; batch: SinkEvent[] } {
  return typeof body === 'object' && body !== null && 'batch' in body && Array.isArray(body.batch);
}
