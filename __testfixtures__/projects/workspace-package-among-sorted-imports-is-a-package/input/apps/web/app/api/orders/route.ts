import { db } from '@acme/db';
import { caller } from '@/lib/auth';
import { trackOrder } from '@/lib/events';
import { stock } from '@/lib/stock';

export async function POST(request: Request) {
  trackOrder(await caller(request));
  return Response.json({ total: await db.total(await stock(request)) });
}
