'use server';

import { headers } from 'next/headers';
import { getAnalytics, getSessionInfo } from '../../lib/analytics';

export async function rename(userId: string, name: string) {
  const { sessionId, windowId } = getSessionInfo(await headers());
  getAnalytics().identify({
    distinctId: userId,
    properties: { name },
    sessionId,
    windowId,
  });
}
