// @file app/api/promo/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const code = searchParams.get('code');
  signal.capture({ distinctId: searchParams.get('user')!, event: 'promo_checked', properties: { code } });
  return Response.json({ valid: code === 'SPRING' });
}
