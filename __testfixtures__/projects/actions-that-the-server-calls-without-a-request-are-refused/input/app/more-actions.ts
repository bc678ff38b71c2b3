'use server';

import { fromAnAction } from './actions';

export async function more(userId: string) {
  await fromAnAction(userId);
}
