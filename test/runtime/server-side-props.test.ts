import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { getSignalServerSideProps } from '../../runtime/server/index.js';

/** The shapes of Next's own types, as far as they matter for a wrapper. */
interface NextContext {
  req: IncomingMessage & { cookies: Partial<Record<string, string>> };
  query: Record<string, string | string[] | undefined>;
}
type NextResult<P> =
  | { props: P | Promise<P> }
  | { redirect: { destination: string; permanent: boolean } }
  | { notFound: true };
type NextGetServerSideProps<P> = (context: NextContext) => Promise<NextResult<P>>;

const context = {
  req: { headers: { 'x-signal-session-id': 's', 'x-signal-distinct-id': 'd' } },
  query: { q: '1' },
};

describe('getSignalServerSideProps', () => {
  it('adds the ids of the headers to the props', async () => {
    const wrapped = getSignalServerSideProps(async ({ query }: typeof context) => ({
      props: { q: query.q },
    }));
    const result = await wrapped(context);
    expect(result).toEqual({ props: { q: '1', signalDistinctId: 'd', signalSessionId: 's' } });
    expect(result.props.q).toBe('1');
    expect(result.props.signalSessionId).toBe('s');
  });

  it('takes a plain function and props that are a promise', async () => {
    const wrapped = getSignalServerSideProps((_context: typeof context) => ({
      props: Promise.resolve({ a: 1 }),
    }));
    expect((await wrapped(context)).props).toEqual({ a: 1, signalDistinctId: 'd', signalSessionId: 's' });
  });

  it('passes redirect and notFound through', async () => {
    const redirect = { redirect: { destination: '/login', permanent: false } };
    expect(await getSignalServerSideProps(async (_: typeof context) => redirect)(context)).toBe(redirect);
    const notFound = { notFound: true as const };
    expect(await getSignalServerSideProps((_: typeof context) => notFound)(context)).toBe(notFound);
  });

  it('works without a function', async () => {
    expect(await getSignalServerSideProps()(context)).toEqual({
      props: { signalDistinctId: 'd', signalSessionId: 's' },
    });
  });

  it('leaves unknown ids out, because Next refuses undefined in props', async () => {
    const result = await getSignalServerSideProps()({ req: { headers: {} } });
    expect(Object.keys(result.props)).toEqual([]);
  });

  it('asks the callbacks instead of the headers, and waits for them', async () => {
    const wrapped = getSignalServerSideProps(undefined, {
      getDistinctId: async () => 'from-login',
      getSessionId: () => null,
    });
    expect((await wrapped(context)).props).toEqual({ signalDistinctId: 'from-login' });
  });

  it('lets errors of the page through', async () => {
    const wrapped = getSignalServerSideProps(async (_: typeof context): Promise<{ props: object }> => {
      throw new Error('page');
    });
    await expect(wrapped(context)).rejects.toThrow('page');
  });

  it('fits the types of Next in both directions', () => {
    const page: NextGetServerSideProps<{ a: number }> = async () => ({ props: { a: 1 } });
    const wrapped: NextGetServerSideProps<{ a: number; signalSessionId?: string }> =
      getSignalServerSideProps(page);
    const alone: NextGetServerSideProps<{ signalSessionId?: string }> = getSignalServerSideProps();
    expect([typeof wrapped, typeof alone]).toEqual(['function', 'function']);
  });
});
