import { start } from '@/lib/worker';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  await start({ issuer: request.url }, session);
  return Response.json({});
}
