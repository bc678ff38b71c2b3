import { track, trackJob } from '@/lib/track';

export async function POST(request: Request) {
  const { userId, job } = await request.json();
  track({ distinctId: userId, event: 'queued', sessionId: job.sessionId, windowId: job.windowId });
  trackJob({ distinctId: userId, event: 'queued', sessionId: job.sessionId });
  return Response.json({});
}
