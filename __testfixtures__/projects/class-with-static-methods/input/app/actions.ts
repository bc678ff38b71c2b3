'use server';

import { Analytics } from '@/lib/analytics';

export async function signUp(form: FormData) {
  Analytics.trackSignup(String(form.get('email')));
}
