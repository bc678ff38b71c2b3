import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default function Page() {
  async function subscribe(formData: FormData) {
    'use server';
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || String(formData.get('email')),
      event: 'subscribed',
      sessionId,
      windowId,
    });
  }

  return (
    <form action={subscribe}>
      <input name="email" />
    </form>
  );
}
