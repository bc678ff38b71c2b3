import { signal, getSessionInfo } from '@/lib/signal-server'; import { auth } from '@/lib/auth';
export async function POST(request: Request) { const { sessionId, windowId, distinctId } = getSessionInfo(request); const user = await auth(); signal.capture({ distinctId: distinctId || user.id, event: 'x', sessionId, windowId }); return Response.json({}); }
