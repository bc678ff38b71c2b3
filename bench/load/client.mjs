// One client in a process of its own, so that its memory can be measured: `client.mjs <kind> <url> <calls> <seconds>`.
// Prints `{ callMs, totalMs, maxRss }` as its last line.
import { pathToFileURL } from 'node:url';

const [kind, url, calls, seconds, modulePath] = process.argv.slice(2);
const timeout = Number(seconds) * 1000;

/** Each gives what captures one event and what waits until all are settled. */
const clients = {
  async nothing() {
    return { capture() {}, async finish() {} };
  },
  async 'signal-next'() {
    const { createSignalServer } = await import(pathToFileURL(modulePath).href);
    const signal = createSignalServer({ apiKey: 'k', endpoint: url, timeout });
    return { capture: (event) => signal.capture(event), finish: () => signal.shutdown() };
  },
  async 'posthog-node'() {
    return posthog({});
  },
  /** With everything raised that its options can raise. */
  async 'posthog-node, tuned'() {
    return posthog({
      maxQueueSize: 1_000_000,
      flushAt: 200,
      maxBatchSize: 200,
      fetchRetryCount: 100,
      fetchRetryDelay: 250,
    });
  },
};

async function posthog(options) {
  const { PostHog } = await import(pathToFileURL(modulePath).href);
  const client = new PostHog('k', { host: url, ...options });
  client.on?.('error', () => {});
  return { capture: (event) => client.capture(event), finish: () => client.shutdown(timeout) };
}

const client = await clients[kind]();
const started = performance.now();
for (let number = 0; number < Number(calls); number += 1) {
  client.capture({
    distinctId: `user-${number % 100}`,
    event: 'order placed',
    properties: { number, total: 12.5, currency: 'EUR', items: ['a', 'b', 'c'] },
  });
}
const callMs = performance.now() - started;
await client.finish();
const totalMs = performance.now() - started;
process.stdout.write(`\n${JSON.stringify({ callMs, totalMs, maxRss: process.resourceUsage().maxRSS })}\n`);
process.exit();
