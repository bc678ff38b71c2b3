import { app, services } from '@/lib/services';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  services.signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  app.services.signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_paid',
    sessionId,
    windowId,
  });
  services.camera.capture({ distinctId: 'u1', event: 'photo_taken' });
  return Response.json({});
}
