'use server';

import events from '@/lib/events';

export async function order(userId: string) {
  events.created(userId);
  events?.seen(userId);
}
