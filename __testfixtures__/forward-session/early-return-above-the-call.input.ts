// @file app/api/orders/route.ts
import { auth } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await auth();
  if (!user) {
    return new Response('Unauthorized', { status: 401 });
  }
  const { id } = await params;

  try {
    const body = await request.json();
    signal.capture({ distinctId: user.id, event: 'order_changed', properties: { id, ...body } });
    return Response.json({ id });
  } catch (error) {
    signal.capture({
      distinctId: user.id,
      event: 'order_failed',
      properties: { id, message: error instanceof Error ? error.message : String(error) },
    });
    throw error;
  }
}
