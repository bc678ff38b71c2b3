// @file app/api/jobs/route.ts
import { createClient, createServiceClient } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const isInternal = request.headers.get('x-internal-secret') === process.env.INTERNAL_SECRET;
  const db = isInternal ? createServiceClient() : await createClient();
  signal.capture({ distinctId: await db.userId(), event: 'jobs_searched' });
  return Response.json({});
}
