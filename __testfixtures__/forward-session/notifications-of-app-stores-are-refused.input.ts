// @file app/api/ios/route.ts
import { Environment, SignedDataVerifier } from '@apple/app-store-server-library';
import { decodeNotificationPayload } from 'app-store-server-api';
import { signal } from '@/lib/signal-server';

const verifier = new SignedDataVerifier([], true, Environment.PRODUCTION, 'com.shop');

export async function POST(request: Request) {
  const { signedPayload } = await request.json();
  const payload = await verifier.verifyAndDecodeNotification(signedPayload);
  signal.capture({ distinctId: payload.data.appAccountToken, event: 'subscription_renewed' });
  return new Response();
}

export async function PUT(request: Request) {
  const { signedPayload } = await request.json();
  const payload = await decodeNotificationPayload(signedPayload);
  signal.capture({ distinctId: payload.data.appAccountToken, event: 'subscription_renewed' });
  return new Response();
}
