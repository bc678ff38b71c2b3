// @file app/api/orders/route.ts
import { createSignalServer } from 'signal-next/server';

interface LooseClient {
  capture(options: { distinctId: string | number; event: string; sessionId?: string; windowId?: string }): void;
}

const signal: LooseClient = createSignalServer({ apiKey: '' }) as unknown as LooseClient;

export async function POST(request: Request) {
  const { id }: { id: number } = await request.json();
  signal.capture({ distinctId: id, event: 'ordered' });
  return Response.json({});
}
