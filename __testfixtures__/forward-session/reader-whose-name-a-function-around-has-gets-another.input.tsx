// @file app/page.tsx
import { signal } from '@/lib/signal-server';

export default async function Page() {
  async function like() {
    'use server';
    signal.capture({ distinctId: 'u1', event: 'liked' });
  }

  async function getSessionInfo() {
    'use server';
    signal.identify({ distinctId: 'u1' });
  }

  return (
    <form action={like}>
      <button formAction={getSessionInfo}>Share</button>
    </form>
  );
}
