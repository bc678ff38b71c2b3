import { trackClick } from '@/lib/clicks';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackClick(userId);
  return Response.json({ ok: true });
}
