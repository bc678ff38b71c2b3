// @file app/api/flags/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  if (process.env.TRACK) signal.capture({ distinctId: 'u1', event: 'flag_read' });

  return Response.json({});
}
