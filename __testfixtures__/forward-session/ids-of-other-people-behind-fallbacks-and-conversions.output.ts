'use server';

import { headers } from 'next/headers';
import { requireAdmin } from '@/lib/auth';
import { db } from '@/lib/db';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function redeem(code: string) {
  const { sessionId, windowId } = getSessionInfo(await headers());
  const { referrerId, inviter } = await db.find(code);
  signal.capture({ distinctId: referrerId ?? 'anonymous', event: 'redeemed', sessionId, windowId });
  signal.capture({ distinctId: String(referrerId), event: 'redeemed', sessionId, windowId });
  signal.capture({ distinctId: `${referrerId}`, event: 'redeemed', sessionId, windowId });
  signal.capture({ distinctId: referrerId.toString(), event: 'redeemed', sessionId, windowId });
  signal.capture({
    distinctId: (inviter?.id as string) || inviter.email,
    event: 'redeemed',
    sessionId,
    windowId,
  });
}

export async function approve(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const { userId: adminId, email } = await requireAdmin();
  const submission = await db.submission(id);
  signal.capture({ distinctId: submission.user_id, event: 'approved', sessionId, windowId });
  signal.capture({ distinctId: submission.submitted_by, event: 'approved', sessionId, windowId });
  signal.capture({ distinctId: distinctId || adminId, event: 'approved by', sessionId, windowId });
  signal.capture({ distinctId: distinctId || email, event: 'approved by', sessionId, windowId });
}
