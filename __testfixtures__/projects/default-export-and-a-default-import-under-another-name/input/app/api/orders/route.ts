import sendEvent from '@/lib/track';

export async function POST(request: Request) {
  const { userId } = await request.json();
  sendEvent(userId, 'order_created');
  return Response.json({ ok: true });
}
