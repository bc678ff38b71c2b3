import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default function Page() {
  return (
    <form
      action={async (formData: FormData) => {
        'use server';

        const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
        signal.capture({
          distinctId: distinctId || String(formData.get('id')),
          event: 'liked',
          sessionId,
          windowId,
        });
      }}
    />
  );
}
