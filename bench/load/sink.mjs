import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/**
 * A receiver on 127.0.0.1 that fails half of its batch requests, chosen by `random`: by turns with a 503 and by closing
 * the connection, both without keeping anything. `accepted` counts every event it kept, by the number in its properties.
 */
export async function startFailingSink(random) {
  const accepted = new Map();
  const requests = { accepted: 0, failed: 0 };

  async function handle(incoming, response) {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const batch = batchOf(Buffer.concat(chunks));
    if (!batch) {
      response.end('{}');
    } else if (random() < 0.5) {
      requests.failed += 1;
      if (requests.failed % 2 === 0) incoming.socket.destroy();
      else response.writeHead(503).end('{}');
    } else {
      requests.accepted += 1;
      for (const { properties } of batch) {
        accepted.set(properties.number, (accepted.get(properties.number) ?? 0) + 1);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    }
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    accepted,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The events of a body, whichever client sent it; undefined when it is no batch. */
function batchOf(body) {
  try {
    const text = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
    const { batch } = JSON.parse(text.toString());
    return Array.isArray(batch) ? batch : undefined;
  } catch {
    return undefined;
  }
}

/** Repeatable random numbers in [0, 1) (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
