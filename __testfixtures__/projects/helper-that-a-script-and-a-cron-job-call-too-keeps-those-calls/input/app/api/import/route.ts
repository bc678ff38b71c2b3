import { trackImport } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, rows } = await request.json();
  trackImport(userId, rows.length);
  return Response.json({ ok: true });
}
