import { getSessionInfo, type HeaderOwner } from './session-info.js';

/** The part of Next's `GetServerSidePropsContext` that is read here. */
export interface ServerSideContext {
  req: HeaderOwner;
}

/** The props that are added. An id that is not known is left out: Next refuses `undefined` in props. */
export interface SignalPageProps {
  signalDistinctId?: string;
  signalSessionId?: string;
}

type IdReader<C> = (context: C) => string | null | undefined | Promise<string | null | undefined>;

export interface ServerSidePropsOptions<C> {
  /** Default: the `x-signal-distinct-id` header. */
  getDistinctId?: IdReader<C> | undefined;
  /** Default: the `x-signal-session-id` header. */
  getSessionId?: IdReader<C> | undefined;
}

/** `{ redirect }` and `{ notFound }` stay as they are, `{ props }` gains the Signal props. */
export type WithSignalProps<R> = R extends { props: infer P }
  ? Omit<R, 'props'> & { props: Awaited<P> & SignalPageProps }
  : R;

/**
 * Wraps a `getServerSideProps`, or stands in for one: adds `signalDistinctId` and `signalSessionId` to its props.
 * Errors of `fn` and of the callbacks pass through.
 */
export function getSignalServerSideProps<C extends ServerSideContext, R>(
  fn: (context: C) => R | Promise<R>,
  options?: ServerSidePropsOptions<C>,
): (context: C) => Promise<WithSignalProps<R>>;
export function getSignalServerSideProps<C extends ServerSideContext>(
  fn?: undefined,
  options?: ServerSidePropsOptions<C>,
): (context: C) => Promise<{ props: SignalPageProps }>;
export function getSignalServerSideProps<C extends ServerSideContext>(
  fn?: (context: C) => unknown,
  options: ServerSidePropsOptions<C> = {},
): (context: C) => Promise<unknown> {
  return async (context) => {
    const result: unknown = fn ? await fn(context) : { props: {} };
    if (typeof result !== 'object' || result === null || !('props' in result)) return result;
    const props: unknown = await result.props;
    const own = typeof props === 'object' ? props : {};
    return { ...result, props: { ...own, ...(await readProps(context, options)) } };
  };
}

async function readProps<C extends ServerSideContext>(
  context: C,
  options: ServerSidePropsOptions<C>,
): Promise<SignalPageProps> {
  const fromHeaders = getSessionInfo(context.req);
  const distinctId = options.getDistinctId ? await options.getDistinctId(context) : fromHeaders.distinctId;
  const sessionId = options.getSessionId ? await options.getSessionId(context) : fromHeaders.sessionId;
  return {
    ...(distinctId ? { signalDistinctId: distinctId } : {}),
    ...(sessionId ? { signalSessionId: sessionId } : {}),
  };
}
