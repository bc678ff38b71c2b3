// @file app/r/route.ts
import { redirect } from 'next/navigation';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const code = new URL(request.url).searchParams.get('code');
  signal.capture({ distinctId: code!, event: 'referral_followed' });
  redirect('/');
}
