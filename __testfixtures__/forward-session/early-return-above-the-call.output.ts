import { auth } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const user = await auth();
  if (!user) {
    return new Response('Unauthorized', { status: 401 });
  }
  const { id } = await params;

  try {
    const body = await request.json();
    signal.capture({
      distinctId: distinctId || user.id,
      event: 'order_changed',
      properties: { id, ...body },
      sessionId,
      windowId,
    });
    return Response.json({ id });
  } catch (error) {
    signal.capture({
      distinctId: distinctId || user.id,
      event: 'order_failed',
      properties: { id, message: error instanceof Error ? error.message : String(error) },
      sessionId,
      windowId,
    });
    throw error;
  }
}
