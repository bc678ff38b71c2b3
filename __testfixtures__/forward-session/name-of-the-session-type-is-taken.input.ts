// @file app/api/sessions/route.ts
import { signal } from '@/lib/signal-server';

interface SessionInfo {
  id: string;
}

function track(info: SessionInfo) {
  signal.capture({ distinctId: info.id, event: 'session_started' });
}

export async function POST(request: Request) {
  track(await request.json());
  return Response.json({});
}
