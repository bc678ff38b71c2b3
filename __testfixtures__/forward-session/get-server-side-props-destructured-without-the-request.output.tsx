import type { GetServerSidePropsContext } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function getServerSideProps({ params, query, req }: GetServerSidePropsContext) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || String(query.uid),
    event: 'note_viewed',
    sessionId,
    windowId,
  });
  return { props: { id: params?.id } };
}
