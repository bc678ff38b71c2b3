import { trackImport } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, rows } = await request.json();
  trackImport(userId, rows.length, session);
  return Response.json({ ok: true });
}
