import { trackOrder } from '@acme/analytics/server';

export async function POST(request: Request) {
  const userIds: string[] = await request.json();
  userIds.forEach(trackOrder);
  return Response.json({ ok: true });
}
