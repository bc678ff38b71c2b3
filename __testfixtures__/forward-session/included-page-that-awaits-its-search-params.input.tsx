// @file app/search/page.tsx
import { signal } from '@/lib/signal-server';

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { q } = await searchParams;
  signal.capture({ distinctId: 'u1', event: 'search_rendered', properties: { q } });
  return <h1>{q}</h1>;
}
