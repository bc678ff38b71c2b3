import { seen, trackLogin as login, trackOrder } from '@/lib';

export async function POST(request: Request) {
  const { userId } = await request.json();
  login(userId);
  seen(userId);
  trackOrder(userId);
  return Response.json({ ok: true });
}
