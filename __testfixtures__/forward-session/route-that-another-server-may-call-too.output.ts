import { createClient, createServiceClient } from '@/lib/db';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const isInternal = request.headers.get('x-internal-secret') === process.env.INTERNAL_SECRET;
  const db = isInternal ? createServiceClient() : await createClient();
  signal.capture({
    distinctId: distinctId || (await db.userId()),
    event: 'jobs_searched',
    sessionId,
    windowId,
  });
  return Response.json({});
}
