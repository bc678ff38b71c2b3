import { createSignalServer } from 'signal-next/server';
import { getSessionInfo } from '@/lib/signal-server';

interface LooseClient {
  capture(options: { distinctId: string | number; event: string; sessionId?: string; windowId?: string }): void;
}

const signal: LooseClient = createSignalServer({ apiKey: '' }) as unknown as LooseClient;

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { id }: { id: number } = await request.json();
  signal.capture({ distinctId: distinctId || id, event: 'ordered', sessionId, windowId });
  return Response.json({});
}
