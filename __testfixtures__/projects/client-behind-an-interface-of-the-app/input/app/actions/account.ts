'use server';

import { getAnalytics } from '../../lib/analytics';

export async function rename(userId: string, name: string) {
  getAnalytics().identify({ distinctId: userId, properties: { name } });
}
