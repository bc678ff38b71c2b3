// @file app/page.tsx
import { signal } from '@/lib/signal-server';

export default function Page() {
  async function subscribe(formData: FormData) {
    'use server';
    signal.capture({ distinctId: String(formData.get('email')), event: 'subscribed' });
  }

  return (
    <form action={subscribe}>
      <input name="email" />
    </form>
  );
}
