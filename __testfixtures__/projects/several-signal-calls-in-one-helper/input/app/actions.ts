'use server';

import { recordSignup } from '@/lib/signup';

export async function signUp(form: FormData) {
  const email = String(form.get('email'));
  await recordSignup({ id: email, email, team: 'none' }, 'anon');
}
