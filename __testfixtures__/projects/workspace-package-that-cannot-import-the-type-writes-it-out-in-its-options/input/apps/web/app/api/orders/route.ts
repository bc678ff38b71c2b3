import { track } from '@acme/analytics/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track({ event: 'ordered', userId });
  return Response.json({ ok: true });
}
