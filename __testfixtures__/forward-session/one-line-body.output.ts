import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) { const { sessionId, windowId, distinctId } = getSessionInfo(req); signal.capture({ distinctId: distinctId || 'u', event: 'x', sessionId, windowId }); return Response.json({}); }
