import type { GetServerSidePropsContext } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function getServerSideProps({ params = {}, query, req }: GetServerSidePropsContext) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || String(query.uid),
    event: 'product_viewed',
    properties: { slug: params.slug },
    sessionId,
    windowId,
  });
  return { props: { slug: params.slug ?? null } };
}
