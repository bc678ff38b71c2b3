// @file app/actions.ts
'use server';

import { requireAdmin } from '@/lib/auth';
import { db } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function redeem(code: string) {
  const { referrerId, inviter } = await db.find(code);
  signal.capture({ distinctId: referrerId ?? 'anonymous', event: 'redeemed' });
  signal.capture({ distinctId: String(referrerId), event: 'redeemed' });
  signal.capture({ distinctId: `${referrerId}`, event: 'redeemed' });
  signal.capture({ distinctId: referrerId.toString(), event: 'redeemed' });
  signal.capture({ distinctId: (inviter?.id as string) || inviter.email, event: 'redeemed' });
}

export async function approve(id: string) {
  const { userId: adminId, email } = await requireAdmin();
  const submission = await db.submission(id);
  signal.capture({ distinctId: submission.user_id, event: 'approved' });
  signal.capture({ distinctId: submission.submitted_by, event: 'approved' });
  signal.capture({ distinctId: adminId, event: 'approved by' });
  signal.capture({ distinctId: email, event: 'approved by' });
}
