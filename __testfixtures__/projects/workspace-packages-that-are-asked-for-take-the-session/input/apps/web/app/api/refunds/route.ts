import { audit } from '@acme/analytics/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  audit.refunded(userId);
  return Response.json({ ok: true });
}
