import { AsyncLocalStorage } from 'node:async_hooks';
import { createSignalServer, type SignalServer } from 'signal-next/server';
import { container } from './container';
import type { SessionInfo } from './signal-server';

const clients = new Map<string, SignalServer>();
const weights = new Map<string, { capture(message: object): void }>();

export function trackFor(tenant: string, userId: string, event: string, session?: SessionInfo) {
  if (!clients.has(tenant)) clients.set(tenant, createSignalServer({ apiKey: tenant }));
  clients.get(tenant)?.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  weights.get(tenant)?.capture({ distinctId: userId, event });
}

export const store = new AsyncLocalStorage<{ signal: SignalServer }>();

export function trackStored(userId: string, event: string, session?: SessionInfo) {
  store.getStore()?.signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function trackContained(userId: string, session?: SessionInfo) {
  container.resolve<SignalServer>('signal').capture({
    distinctId: session?.distinctId || userId,
    event: 'contained',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export class Registry {
  readonly #all: Set<SignalServer> = new Set();

  track(userId: string, session?: SessionInfo) {
    for (const one of this.#all.values())
      one.capture({
        distinctId: session?.distinctId || userId,
        event: 'registered',
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    this.#all.forEach((one) =>
      one.identify({
        distinctId: userId,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      }),
    );
  }
}
