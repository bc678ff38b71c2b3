// @file pages/notes/[id].tsx
import type { GetServerSidePropsContext } from 'next';
import { signal } from '@/lib/signal-server';

export async function getServerSideProps({ params, query }: GetServerSidePropsContext) {
  signal.capture({ distinctId: String(query.uid), event: 'note_viewed' });
  return { props: { id: params?.id } };
}
