// @file pages/notes/[id].tsx
import { signal } from '@/lib/signal-server';

export const getServerSideProps = withAuth(async (ctx) => {
  signal.capture({ distinctId: ctx.user.id, event: 'note_viewed' });
  return { props: {} };
});
