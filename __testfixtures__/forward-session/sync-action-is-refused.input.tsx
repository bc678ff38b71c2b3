// @file app/form.tsx
import { signal } from '@/lib/signal-server';

export function Form() {
  function submit() {
    'use server';
    signal.capture({ distinctId: 'u1', event: 'submitted' });
  }
  return <form action={submit} />;
}
