// @file app/api/users/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, isNew, kind } = await request.json();
  signal[kind]({ distinctId: userId, event: 'signed_in' });
  signal[isNew ? 'alias' : 'capture']({ distinctId: userId, event: 'signed_in' });
  (isNew ? signal.setPersonProperties : signal.setPersonPropertiesOnce)(userId, { plan: 'free' });
  (0, signal.capture)({ distinctId: userId, event: 'signed_in' });
  return Response.json({ ok: true });
}
