// @file app/auth/callback/route.ts
import { NextResponse } from 'next/server';
import { createClient } from '@/lib/supabase';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { searchParams, origin } = new URL(request.url);
  const code = searchParams.get('code');
  const supabase = await createClient();
  const { data } = await supabase.auth.exchangeCodeForSession(code);
  signal.capture({ distinctId: data.user.id, event: 'signed_in' });
  return NextResponse.redirect(`${origin}/home`);
}
