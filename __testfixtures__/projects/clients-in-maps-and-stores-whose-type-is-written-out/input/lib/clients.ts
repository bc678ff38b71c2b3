import { AsyncLocalStorage } from 'node:async_hooks';
import { createSignalServer, type SignalServer } from 'signal-next/server';
import { container } from './container';

const clients = new Map<string, SignalServer>();
const weights = new Map<string, { capture(message: object): void }>();

export function trackFor(tenant: string, userId: string, event: string) {
  if (!clients.has(tenant)) clients.set(tenant, createSignalServer({ apiKey: tenant }));
  clients.get(tenant)?.capture({ distinctId: userId, event });
  weights.get(tenant)?.capture({ distinctId: userId, event });
}

export const store = new AsyncLocalStorage<{ signal: SignalServer }>();

export function trackStored(userId: string, event: string) {
  store.getStore()?.signal.capture({ distinctId: userId, event });
}

export function trackContained(userId: string) {
  container.resolve<SignalServer>('signal').capture({ distinctId: userId, event: 'contained' });
}

export class Registry {
  readonly #all: Set<SignalServer> = new Set();

  track(userId: string) {
    for (const one of this.#all.values()) one.capture({ distinctId: userId, event: 'registered' });
    this.#all.forEach((one) => one.identify({ distinctId: userId }));
  }
}
