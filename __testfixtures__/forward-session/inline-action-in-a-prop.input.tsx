// @file app/page.tsx
import { signal } from '@/lib/signal-server';

export default function Page() {
  return (
    <form
      action={async (formData: FormData) => {
        'use server';

        signal.capture({ distinctId: String(formData.get('id')), event: 'liked' });
      }}
    />
  );
}
