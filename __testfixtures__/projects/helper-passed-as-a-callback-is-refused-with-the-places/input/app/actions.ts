'use server';

import { trackInvite } from '@/lib/analytics';

export async function invite(userIds: string[]) {
  await Promise.all(userIds.map(trackInvite));
}
