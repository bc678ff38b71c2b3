import { type NextRequest, NextResponse } from 'next/server';
import { visitorId } from '@/lib/auth';
import { signal } from '@/lib/signal';
import { products } from '@/lib/store';

export async function GET(req: NextRequest) {
  const query = req.nextUrl.searchParams.get('q')?.toLowerCase() ?? '';
  const hits = products.filter((product) => product.name.toLowerCase().includes(query));
  signal.capture(
    hits.length > 0
      ? { distinctId: await visitorId(), event: 'search_done', properties: { query, hits: hits.length } }
      : { distinctId: await visitorId(), event: 'search_empty', properties: { query } },
  );
  return NextResponse.json(hits);
}
