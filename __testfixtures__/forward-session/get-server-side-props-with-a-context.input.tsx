// @file pages/notes/[id].tsx
import type { GetServerSideProps } from 'next';
import { signal } from '@/lib/signal-server';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const note = await load(context.params?.id);
  if (!note) return { notFound: true };
  signal.capture({ distinctId: note.ownerId, event: 'note_viewed' });
  return { props: { note } };
};

export default function Note() {
  return null;
}
