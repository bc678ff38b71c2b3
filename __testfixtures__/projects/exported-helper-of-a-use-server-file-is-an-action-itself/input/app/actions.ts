'use server';

import { track } from './track-actions';

export async function order(userId: string) {
  await track(userId, 'ordered');
}
