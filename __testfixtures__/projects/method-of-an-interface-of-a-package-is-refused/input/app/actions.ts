'use server';

import { adapter } from '@/lib/adapter';

export async function order(userId: string) {
  adapter.track(userId, 'ordered');
}
