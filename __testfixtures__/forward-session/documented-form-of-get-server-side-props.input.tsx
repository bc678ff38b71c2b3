// @file pages/notes/[id].tsx
import type { GetServerSideProps } from 'next';
import { signal } from '@/lib/signal-server';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const sessionId = context.req.headers['x-signal-session-id'] as string;
  const windowId = context.req.headers['x-signal-window-id'] as string;
  signal.capture({ distinctId: 'u', event: 'x', sessionId, windowId });
  return { props: {} };
};
