// @file pages/notes/[id].tsx
import { signal } from '@/lib/signal-server';

export async function getStaticProps() {
  signal.capture({ distinctId: 'build', event: 'built' });
  return { props: {} };
}
