import { connection } from 'next/server';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  await connection();
  async function reorder() {
    'use server';
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'reordered',
      sessionId,
      windowId,
    });
  }
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'orders_rendered',
    sessionId,
    windowId,
  });
  return <form action={reorder} />;
}
