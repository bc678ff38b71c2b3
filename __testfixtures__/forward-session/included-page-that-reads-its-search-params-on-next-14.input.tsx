// @file app/search/page.tsx
import { unstable_noStore as noStore } from 'next/cache';
import { signal } from '@/lib/signal-server';

export default async function Page(props: { searchParams: { q?: string } }) {
  const q = props.searchParams.q;
  signal.capture({ distinctId: 'u1', event: 'search_rendered', properties: { q } });
  return <h1>{q}</h1>;
}

export async function generateMetadata() {
  noStore();
  signal.capture({ distinctId: 'u1', event: 'search_described' });
  return { title: 'Search' };
}
