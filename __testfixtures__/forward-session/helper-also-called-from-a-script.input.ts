// @file app/api/jobs/route.ts
import { signal } from '@/lib/signal-server';

function track(event: string, count = 1) {
  signal.capture({ distinctId: 'system', event, properties: { count } });
}

setInterval(() => track('tick'), 60_000);

export async function POST(request: Request) {
  track('job_started');
  return Response.json({});
}
