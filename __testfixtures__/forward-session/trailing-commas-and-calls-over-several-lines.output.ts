import {
  signal,
  getSessionInfo,
} from '@/lib/signal-server';
import {
  NextResponse,
} from 'next/server';

export async function POST(
  request: Request,
) {
  const { sessionId, windowId } = getSessionInfo(request);
  const order = await request.json();
  signal.setPersonProperties(
    order.userId,
    { plan: order.plan },
    sessionId,
    windowId,
  );
  signal.groupIdentify({
    groupType: 'company',
    groupKey: order.company,
  }, sessionId, windowId);
  signal.group(order.userId, 'company', order.company, {
    since: order.createdAt,
  }, sessionId, windowId);
  return NextResponse.json(order);
}
