'use server';

import { revalidatePath } from 'next/cache';
import { authedAction } from '@/lib/auth';
import { signal } from '@/lib/signal';
import { redeem, subscribers } from '@/lib/store';

export async function subscribe(formData: FormData) {
  const email = String(formData.get('email')).toLowerCase();
  subscribers.add(email);
  signal.identify({ distinctId: email, properties: { newsletter: true } });
  signal.capture({ distinctId: email, event: 'newsletter_subscribed' });
  revalidatePath('/newsletter');
}

export const redeemVoucher = authedAction(async (user, formData: FormData) => {
  const code = String(formData.get('code'));
  const discount = redeem(code);
  signal?.capture({ distinctId: user.id, event: 'voucher_redeemed', properties: { code, discount } });
  return discount > 0 ? `Saved ${discount} %` : 'Unknown voucher';
});
