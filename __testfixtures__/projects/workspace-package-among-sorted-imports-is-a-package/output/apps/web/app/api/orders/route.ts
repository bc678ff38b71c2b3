import { db } from '@acme/db';
import { caller } from '@/lib/auth';
import { trackOrder } from '@/lib/events';
import { getSessionInfo } from '@/lib/session';
import { stock } from '@/lib/stock';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  trackOrder(await caller(request), session);
  return Response.json({ total: await db.total(await stock(request)) });
}
