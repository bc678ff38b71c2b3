import { unstable_noStore as noStore } from 'next/cache';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page(props: { searchParams: { q?: string } }) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const q = props.searchParams.q;
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'search_rendered',
    properties: { q },
    sessionId,
    windowId,
  });
  return <h1>{q}</h1>;
}

export async function generateMetadata() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  noStore();
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'search_described',
    sessionId,
    windowId,
  });
  return { title: 'Search' };
}
