import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const { q } = await searchParams;
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'search_rendered',
    properties: { q },
    sessionId,
    windowId,
  });
  return <h1>{q}</h1>;
}
