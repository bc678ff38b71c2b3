import type { GetServerSidePropsContext } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  signal.capture({
    distinctId: distinctId || 'x',
    event: 'note_viewed',
    sessionId,
    windowId,
  });
  return { props: {} };
}
