import { signal, getSessionInfo } from '@/lib/signal-server';
import { resolveTenant } from '@/lib/tenant';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const tenant = await resolveTenant(request);
  signal.capture({
    distinctId: distinctId || tenant.id,
    event: 'orders_read',
    sessionId,
    windowId,
  });
  return Response.json({ tenant });
}
