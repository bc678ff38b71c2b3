import { registry } from './registry.js';
import type { CaptureOptions } from './signal-server.js';

/**
 * Captures one event with the client that `createSignalServer` made last in this process.
 * @throws when there is none, because the event would vanish without a trace.
 */
export function trackServerEvent(options: CaptureOptions): void {
  const client = registry().latest;
  if (!client) {
    throw new Error(
      'trackServerEvent() found no Signal client in this process. Import the module that calls ' +
        'createSignalServer() (usually lib/signal-server) in this file, or call capture() on its client.',
    );
  }
  client.capture(options);
}
