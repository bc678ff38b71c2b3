'use server';

import { headers } from 'next/headers';
import { record } from '@/lib/signal';

export async function reserve(stall: string) {
  record(await headers(), 'stall reserved', { stall });
  return `reserved ${stall}`;
}

export async function subscribe(formData: FormData) {
  record(await headers(), 'letter subscribed', { email: String(formData.get('email')) });
}
