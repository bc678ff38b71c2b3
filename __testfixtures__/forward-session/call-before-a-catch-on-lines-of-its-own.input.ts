// @file app/api/sign-up/route.ts
import { signal } from '@/lib/signal-server';

async function trackReferral(userId: string, kind: string, email: string) {
  signal.capture({ distinctId: userId, event: kind, properties: { email } });
}

export async function POST(request: Request) {
  const { newUser, profile } = await request.json();
  trackReferral(newUser.identifier, 'of a friend', profile.email).catch(
    () => {},
  );
  return Response.json({});
}
