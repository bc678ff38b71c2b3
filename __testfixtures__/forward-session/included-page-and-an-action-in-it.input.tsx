// @file app/orders/page.tsx
import { connection } from 'next/server';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  await connection();
  async function reorder() {
    'use server';
    signal.capture({ distinctId: 'u1', event: 'reordered' });
  }
  signal.capture({ distinctId: 'u1', event: 'orders_rendered' });
  return <form action={reorder} />;
}
