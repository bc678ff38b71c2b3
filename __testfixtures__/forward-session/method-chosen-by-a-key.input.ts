// @file app/api/users/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, isNew, plan } = await request.json();
  signal[isNew ? 'identify' : 'capture']({ distinctId: userId, event: 'signed_in' });
  signal[isNew ? 'setPersonProperties' : 'setPersonPropertiesOnce'](userId, { plan });
  return Response.json({ ok: true });
}
