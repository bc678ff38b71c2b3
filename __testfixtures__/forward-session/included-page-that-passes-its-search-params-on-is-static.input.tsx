// @file app/search/page.tsx
import { Results } from '@/components/results';
import { signal } from '@/lib/signal-server';

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  signal.capture({ distinctId: 'u1', event: 'search_rendered' });
  return <Results searchParams={searchParams} />;
}
