import type { GetServerSideProps } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  const note = await load(context.params?.id);
  if (!note) return { notFound: true };
  signal.capture({
    distinctId: distinctId || note.ownerId,
    event: 'note_viewed',
    sessionId,
    windowId,
  });
  return { props: { note } };
};

export default function Note() {
  return null;
}
