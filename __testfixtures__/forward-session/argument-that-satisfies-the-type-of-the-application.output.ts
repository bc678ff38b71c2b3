import type { CaptureOptions } from 'signal-next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

interface ShopEvent {
  distinctId: string;
  event: 'ordered' | 'paid';
}

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { id } = await request.json();
  signal.capture({
    ...({ distinctId: distinctId || id, event: 'ordered' } satisfies ShopEvent),
    sessionId,
    windowId,
  });
  signal.capture({ distinctId: distinctId || id, event: 'paid', sessionId, windowId } as ShopEvent);
  signal.capture({ distinctId: distinctId || id, event: 'paid', sessionId, windowId } satisfies CaptureOptions);
  signal.capture({ distinctId: distinctId || id, event: 'paid', sessionId, windowId } as const);
  return Response.json({});
}
