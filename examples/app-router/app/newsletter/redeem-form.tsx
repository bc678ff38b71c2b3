'use client';

import { useActionState } from 'react';
import { redeemVoucher } from '../actions';

export function RedeemForm() {
  const [message, action, pending] = useActionState(redeemVoucher, '');
  return (
    <form action={action}>
      <input name="code" placeholder="Voucher" />
      <button type="submit" disabled={pending}>
        Redeem
      </button>
      <p>{message}</p>
    </form>
  );
}
