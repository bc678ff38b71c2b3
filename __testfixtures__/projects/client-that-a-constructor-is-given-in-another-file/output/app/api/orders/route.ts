import { audits, events } from '@/lib/make';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  events.send(userId, 'order_placed', session);
  audits.record(userId, session);
  return Response.json({});
}
