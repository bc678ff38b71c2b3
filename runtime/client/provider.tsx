import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
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

/** Before the effects of children; React 18 complains about a layout effect on the server. */
const useBeforeEffects = typeof window === 'undefined' ? useEffect : useLayoutEffect;

export interface SignalNextProviderProps {
  options: SignalClientOptions;
  /**
   * False: nothing is stored or sent until `useSignal().start()`. Default true. A change of it is a call of `start` or
   * `stop`; otherwise what was called last holds.
   */
  autoStart?: boolean;
  children?: ReactNode;
}

/**
 * Starts Signal in the browser for everything below it. The client is made and its tracing headers are installed
 * while this renders, because the effects of children run first and may fetch; on the server nothing happens.
 */
export function SignalNextProvider({ options, autoStart = true, children }: SignalNextProviderProps) {
  const key = JSON.stringify(options);
  const mounted = useRef<SignalClient | undefined>(undefined);
  // The key, not the object: options are mostly written inline, so each render makes an equal new one.
  const client = useMemo(() => clientOfPage(key, options, mounted.current), [key]);
  if (autoStart) client?.begin();
  // What <Activity> shows again, and strict mode mounts again, comes without a render.
  useBeforeEffects(() => client?.resume(), [client]);
  useEffect(() => {
    mounted.current = client;
    return client?.observe();
  }, [client]);
  const before = useRef(autoStart);
  useEffect(() => {
    if (before.current === autoStart) return;
    before.current = autoStart;
    if (autoStart) client?.start();
    else client?.stop();
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

function clientOfPage(
  key: string,
  options: SignalClientOptions,
  before: SignalClient | undefined,
): SignalClient | undefined {
  if (typeof window === 'undefined') return undefined;
  const client = clients.get(key) ?? createSignalClient(window, options);
  clients.set(key, client);
  if (before) client.follow(before);
  return client;
}
