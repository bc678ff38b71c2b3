// @file pages/notes/[id].tsx
import { signal } from '@/lib/signal-server';

export async function getServerSideProps() {
  signal.capture({ distinctId: 'x', event: 'note_viewed' });
  return { props: {} };
}
