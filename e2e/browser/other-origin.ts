import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface OtherRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface OtherOrigin {
  /** `http://localhost:<port>`: for a browser another host than 127.0.0.1. */
  readonly url: string;
  readonly host: string;
  /** Also the preflights. */
  readonly requests: OtherRequest[];
  /** Request headers that preflights allow from now on. */
  allow(headers: readonly string[]): void;
  close(): Promise<void>;
}

/** A server that any page may read from, with a preflight for what is not a simple request. */
export async function startOtherOrigin(): Promise<OtherOrigin> {
  const requests: OtherRequest[] = [];
  let allowed: readonly string[] = [];
  const server = createServer((incoming, response) => {
    const { method = '', url: path = '', headers } = incoming;
    requests.push({ method, path, headers });
    incoming.resume();
    response.setHeader('access-control-allow-origin', headers.origin ?? '*');
    if (method === 'OPTIONS') {
      if (allowed.length > 0) response.setHeader('access-control-allow-headers', allowed.join(', '));
      response.writeHead(204).end();
    } else {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('hello from elsewhere');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The other origin has no TCP port.');
  const host = `localhost:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    allow(headers) {
      allowed = headers;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
