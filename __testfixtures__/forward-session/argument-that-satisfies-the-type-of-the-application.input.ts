// @file app/api/orders/route.ts
import type { CaptureOptions } from 'signal-next/server';
import { signal } from '@/lib/signal-server';

interface ShopEvent {
  distinctId: string;
  event: 'ordered' | 'paid';
}

export async function POST(request: Request) {
  const { id } = await request.json();
  signal.capture({ distinctId: id, event: 'ordered' } satisfies ShopEvent);
  signal.capture({ distinctId: id, event: 'paid' } as ShopEvent);
  signal.capture({ distinctId: id, event: 'paid' } satisfies CaptureOptions);
  signal.capture({ distinctId: id, event: 'paid' } as const);
  return Response.json({});
}
