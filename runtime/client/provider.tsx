import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import {
  createSignalClient,
  type Signal,
  type SignalClient,
  type SignalClientOptions,
} from './signal-client.js';

/** Stands in on the server and outside of a provider. */
const INERT: Signal = {
  capture() {},
  identify() {},
  alias() {},
  group() {},
  setPersonProperties() {},
  setPersonPropertiesOnce() {},
  reset() {},
  getDistinctId: () => '',
  getSessionId: () => '',
  getWindowId: () => '',
  start() {},
  stop() {},
  flush: () => Promise.resolve(),
};

const SignalContext = createContext<Signal | undefined>(undefined);

export interface SignalNextProviderProps {
  options: SignalClientOptions;
  /** False: nothing is stored or sent until `useSignal().start()`. Default true. */
  autoStart?: boolean;
  children?: ReactNode;
}

/**
 * Starts Signal in the browser for everything below it. The client is made and its tracing headers are installed
 * while this renders, because the effects of children run first and may fetch; on the server nothing happens.
 */
export function SignalNextProvider({ options, autoStart = true, children }: SignalNextProviderProps) {
  const key = JSON.stringify(options);
  // The key, not the object: options are mostly written inline, so each render makes an equal new one.
  const client = useMemo(() => clientOfPage(key, options), [key]);
  if (autoStart) client?.start();
  useEffect(() => {
    // A strict-mode remount comes without a render in between.
    if (autoStart) client?.start();
    return client?.observe();
  }, [client, autoStart]);
  return <SignalContext.Provider value={client ?? INERT}>{children}</SignalContext.Provider>;
}

/** The Signal of the provider above. Without one it does nothing and says so. */
export function useSignal(): Signal {
  const signal = useContext(SignalContext);
  useEffect(() => {
    if (!signal) {
      console.warn(
        '[signal] useSignal() was called outside of SignalNextProvider, so its events are dropped. Mount the provider in the root layout or _app.',
      );
    }
  }, [signal]);
  return signal ?? INERT;
}

/** Renders can be repeated or thrown away; one client per options survives them, and hot reload of the page's code. */
const clients = new Map<string, SignalClient>();

function clientOfPage(key: string, options: SignalClientOptions): SignalClient | undefined {
  if (typeof window === 'undefined') return undefined;
  const client = clients.get(key) ?? createSignalClient(window, options);
  clients.set(key, client);
  return client;
}
